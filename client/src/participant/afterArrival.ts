import '../text/pages/phases.ts';
import { foreseen } from '#shared/replica/foreseen.ts';
import BoardDevice from '../board/BoardDevice.svelte';
import LobbyAskAgreement from '../lobby/LobbyAskAgreement.svelte';
import LobbyInvitation from '../lobby/LobbyInvitation.svelte';
import EndPage from '../record/EndPage.svelte';
import Announcer from './Announcer.svelte';
import LeadQuestion from './LeadQuestion.svelte';
import LeftPage from './LeftPage.svelte';
import MorePanel from './MorePanel.svelte';
import PhasePage from './PhasePage.svelte';

/** What of a participant's page, and of the rules it brings, nobody needs at the door or to look around in the lobby. */
export const afterArrival = {
  Announcer,
  BoardDevice,
  EndPage,
  LeadQuestion,
  LeftPage,
  LobbyAskAgreement,
  LobbyInvitation,
  MorePanel,
  PhasePage,
  foreseen,
};
