import door from '../en/door.json';
import ui from '../en/ui.json';
import { learn } from '../text.ts';

learn({ door, ui });
