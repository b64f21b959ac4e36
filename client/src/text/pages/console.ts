import arrival from '../en/arrival.json';
import board from '../en/board.json';
import connection from '../en/connection.json';
import console from '../en/console.json';
import door from '../en/door.json';
import end from '../en/end.json';
import home from '../en/home.json';
import participant from '../en/participant.json';
import people from '../en/people.json';
import plan from '../en/plan.json';
import practice from '../en/practice.json';
import rejection from '../en/rejection.json';
import rejectionInPhases from '../en/rejectionInPhases.json';
import trouble from '../en/trouble.json';
import ui from '../en/ui.json';
import wall from '../en/wall.json';
import { learn } from '../text.ts';

learn({
  arrival,
  board,
  connection,
  console,
  door,
  end,
  home,
  participant,
  people,
  plan,
  practice,
  rejection: { ...rejection, ...rejectionInPhases },
  trouble,
  ui,
  wall,
});
