import door from '../en/door.json';
import practice from '../en/practice.json';
import ui from '../en/ui.json';
import wall from '../en/wall.json';
import { learn } from '../text.ts';

learn({ door, practice, ui, wall });
