import type { TextKey } from '../text/text.ts';
import type { Place } from './myPlace.ts';

export interface PlaceWords {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, number>>;
  readonly hint?: TextKey;
}

/** The sentence for a place in the order; null where the page says something else. */
export function placeWords(place: Place): PlaceWords | null {
  switch (place.kind) {
    case 'mayTake':
      return { key: 'participant.place.mayTake', hint: 'participant.place.mayTakeHint' };
    case 'timeLeft':
      return { key: 'turn.rests.yours' };
    case 'followUp':
      return { key: 'turn.followUp.may', hint: 'participant.place.fairness' };
    case 'remark':
      return { key: 'practice.remark.open' };
    case 'next':
      return { key: 'participant.place.next' };
    case 'waiting':
      return {
        key: 'participant.place.before',
        values: { n: place.before },
        hint: 'participant.place.beforeHint',
      };
    case 'spoke':
      return { key: 'participant.place.spoke' };
    case 'passed':
      return { key: 'participant.place.passed' };
    case 'passesAlways':
      return { key: 'participant.place.passesAlways', hint: 'participant.place.passesAlwaysHint' };
    case 'process':
      return {
        key: place.forFacilitator ? 'participant.place.processSeen' : 'participant.place.process',
      };
    case 'handUp':
      return place.before === 0
        ? { key: 'participant.place.handNext' }
        : { key: 'participant.place.handQueue', values: { n: place.before } };
    case 'mayRaise':
      return { ...newHand(place.up, place.before), hint: 'participant.place.fairness' };
    case 'stage':
    case 'none':
      return null;
  }
}

function newHand(up: number, before: number): PlaceWords {
  if (up === 0) return { key: 'participant.place.noHands' };
  if (up === 1)
    return { key: before === 0 ? 'participant.place.oneHandFirst' : 'participant.place.oneHandSecond' };
  return before === 0
    ? { key: 'participant.place.handsFirst', values: { n: up } }
    : { key: 'participant.place.hands', values: { n: up, before } };
}
