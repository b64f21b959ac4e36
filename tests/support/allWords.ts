/** A test may look at a part of any page, with that page's words. */
import '../../client/src/text/pages/console.ts';
import '../../client/src/text/pages/home.ts';
import '../../client/src/text/pages/join.ts';
import '../../client/src/text/pages/participant.ts';
import '../../client/src/text/pages/wall.ts';
