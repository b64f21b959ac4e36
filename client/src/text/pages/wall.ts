import ui from '../en/ui.json';
import wall from '../en/wall.json';
import { learn } from '../text.ts';

learn({ ui, wall });
