import artifact from '../en/artifact.json';
import board from '../en/board.json';
import connection from '../en/connection.json';
import end from '../en/end.json';
import participant from '../en/participant.json';
import practice from '../en/practice.json';
import turn from '../en/turn.json';
import ui from '../en/ui.json';
import { learn } from '../text.ts';

learn({ artifact, board, connection, end, participant, practice, turn, ui });
