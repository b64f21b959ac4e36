import lobby from '../en/lobby.json';
import ui from '../en/ui.json';
import { learn } from '../text.ts';

learn({ lobby, ui });
