import { expect, it } from 'vitest';
import type { PersonId } from '#shared/ids.ts';
import { personOf } from '#shared/room/actor.ts';
import { personById } from '#shared/room/people.ts';
import { turnBegan } from '#shared/room/phases.ts';
import { applySealed, emptySealed } from '#shared/room/sealed.ts';
import { law, play } from '#tests/support/play.ts';

it('TUR4 TUR9 nobody is the coachee of a turn who did not offer, was not invited and did not accept themselves', () => {
  law((game) => {
    const room = play(game, ({ wish, actor, outcome }) => {
      if (typeof outcome === 'string') return;
      for (const event of outcome) {
        if (event.type !== 'coacheeAccepted') continue;
        expect(wish?.type).toBe('acceptInvitation');
        expect([personOf(actor!), actor!.kind === 'facilitator' && actor!.speaksFor]).toContain(event.person);
      }
    });

    let sealed = emptySealed;
    const coachees = new Map<number, PersonId>();
    for (const kept of room.kept) {
      if ('sealed' in kept) {
        sealed = applySealed(sealed, kept.sealed);
        continue;
      }
      const { event } = kept;
      if (event.type === 'coacheeAccepted') {
        expect(coachees.has(event.turn)).toBe(false);
        expect([...coachees.values()]).not.toContain(event.person);
        expect(sealed.offer[event.person]).toContain('coachee');
        expect(sealed.invitation[event.person]).toEqual({ turn: event.turn, declined: false });
        coachees.set(event.turn, event.person);
      }
      if (event.type === 'coacheeWithdrew') coachees.delete(event.turn);
    }
    expect(room.state.turns.map(({ coachee }) => coachee)).toEqual(
      room.state.turns.map((_, turn) => coachees.get(turn) ?? null),
    );
    const accepted = [...coachees.values()];
    for (const { id, role } of room.state.people) if (role === 'coachee') expect(accepted).toContain(id);
  }, 80);
});

it('FLO16 nobody passes always, or no longer, but by their own word', () => {
  law((game) => {
    play(game, ({ room, before, wish, actor }) => {
      for (const { id, passesAlways } of before.people) {
        if (personById(room.state, id)!.passesAlways === passesAlways) continue;
        expect(wish?.type).toBe('passAlways');
        expect([personOf(actor!), actor!.kind === 'facilitator' && actor!.speaksFor]).toContain(id);
      }
    });
  });
});

it('TUR6 nobody withdraws, or is replaced, once their turn has begun', () => {
  law((game) => {
    play(game, ({ room, before }) => {
      for (const [turn, { coachee }] of before.turns.entries())
        if (turnBegan(before, turn)) expect(room.state.turns[turn]!.coachee).toBe(coachee);
    });
  });
});

it('TUR11 TUR12 what a coachee has stopped goes on by nobody but them', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      for (const [turn, { stopped }] of before.turns.entries()) {
        if (!stopped || typeof outcome === 'string' || room.state.turns[turn]?.stopped !== false) continue;
        expect(wish?.type).toBe('goOn');
        expect(outcome[0]).toMatchObject({ type: 'turnResumed', turn });
      }
    });
  });
});
