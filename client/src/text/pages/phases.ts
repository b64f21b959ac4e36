import artifact from '../en/artifact.json';
import board from '../en/board.json';
import end from '../en/end.json';
import participant from '../en/participant.json';
import practice from '../en/practice.json';
import rejection from '../en/rejection.json';
import rejectionInPhases from '../en/rejectionInPhases.json';
import turn from '../en/turn.json';
import { learn } from '../text.ts';

learn({
  artifact,
  board,
  end,
  participant,
  practice,
  rejection: { ...rejection, ...rejectionInPhases },
  turn,
});
