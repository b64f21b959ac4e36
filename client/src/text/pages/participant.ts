import arrival from '../en/arrival.json';
import connection from '../en/connection.json';
import door from '../en/door.json';
import rejection from '../en/rejection.json';
import trouble from '../en/trouble.json';
import ui from '../en/ui.json';
import { learn } from '../text.ts';

learn({ arrival, connection, door, rejection, trouble, ui });
