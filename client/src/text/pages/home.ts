import home from '../en/home.json';
import lobby from '../en/lobby.json';
import { learn } from '../text.ts';

learn({ home, lobby });
