import type { Phase } from '#shared/method/phase.ts';
import { phaseTitle } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

/** "Questions", and "Questions, second turn": two parts of a plan never have one name. */
export const partTitle = (phase: Phase): string =>
  phase.turn === 1 ? t('plan.ofSecond', { phase: phaseTitle(phase) }) : phaseTitle(phase);
