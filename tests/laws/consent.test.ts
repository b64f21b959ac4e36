import { expect, it } from 'vitest';
import type { PersonId } from '#shared/ids.ts';
import { applySealed, emptySealed } from '#shared/room/sealed.ts';
import { law, play } from '#tests/support/play.ts';

it('TUR4 nobody is coachee who did not offer, was not invited and did not accept themselves', () => {
  law((game) => {
    const accepted = new Set<PersonId>();
    const room = play(game, ({ room, name, wish, outcome }) => {
      if (typeof outcome === 'string') return;
      for (const event of outcome) {
        if (event.type !== 'coacheeAccepted') continue;
        expect(wish?.type).toBe('acceptInvitation');
        expect(event.person).toBe(room.id(name!));
        accepted.add(event.person);
      }
    });
    if (game.from !== null && game.from !== 'agree') accepted.add(room.id('Amina'));
    for (const person of room.state.people.filter(({ role }) => role === 'coachee'))
      expect(accepted).toContain(person.id);

    let sealed = emptySealed;
    let coachee: PersonId | null = null;
    for (const kept of room.kept) {
      if ('sealed' in kept) {
        sealed = applySealed(sealed, kept.sealed);
        continue;
      }
      const { event } = kept;
      if (event.type === 'coacheeAccepted') {
        expect(coachee).toBeNull();
        expect(sealed.offer[event.person]).toContain('coachee');
        expect(sealed.invitation[event.person]).toEqual({ turn: 0, declined: false });
        coachee = event.person;
      }
      if (event.type === 'coacheeWithdrew') coachee = null;
    }
    expect(room.state.turns[0]!.coachee).toBe(coachee);
  }, 160);
});

it('TUR6 nobody withdraws, or is replaced, once their turn has begun', () => {
  law((game) => {
    play(game, ({ room, before }) => {
      const began = [...before.past, ...(before.run ? [before.run] : [])].some(
        ({ phase }) => before.phases.find(({ id }) => id === phase)?.turn === 0,
      );
      if (began) expect(room.state.turns[0]!.coachee).toBe(before.turns[0]!.coachee);
    });
  });
});
