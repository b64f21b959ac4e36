import ui from '../en/ui.json';
import { learn } from '../text.ts';

learn({ ui });
