import board from '../en/board.json';
import connection from '../en/connection.json';
import console from '../en/console.json';
import end from '../en/end.json';
import home from '../en/home.json';
import participant from '../en/participant.json';
import people from '../en/people.json';
import plan from '../en/plan.json';
import practice from '../en/practice.json';
import ui from '../en/ui.json';
import wall from '../en/wall.json';
import { learn } from '../text.ts';

learn({ board, connection, console, end, home, participant, people, plan, practice, ui, wall });
