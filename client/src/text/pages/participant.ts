import artifact from '../en/artifact.json';
import board from '../en/board.json';
import connection from '../en/connection.json';
import door from '../en/door.json';
import end from '../en/end.json';
import participant from '../en/participant.json';
import practice from '../en/practice.json';
import rejection from '../en/rejection.json';
import trouble from '../en/trouble.json';
import turn from '../en/turn.json';
import ui from '../en/ui.json';
import { learn } from '../text.ts';

learn({ artifact, board, connection, door, end, participant, practice, rejection, trouble, turn, ui });
