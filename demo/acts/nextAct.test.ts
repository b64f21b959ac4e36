import { describe, expect, it, test } from 'vitest';
import { practiceAdded } from '#shared/method/moveMinutes.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { fitPhases } from '#shared/method/fit.ts';
import { zones, type Phase } from '#shared/method/phase.ts';
import { applySealed, emptySealed, openedFor } from '#shared/room/sealed.ts';
import { between, later, minutes, seconds } from '#shared/time.ts';
import { Meeting, type Wish } from '#tests/support/given.ts';
import { cast } from '../script/cast.ts';
import type { View } from './act.ts';
import { nextAct } from './nextAct.ts';

const names = cast.map(({ name }) => name);

/** Lets everyone do what they would, every three seconds, until the session has ended. */
class Company {
  readonly meeting: Meeting;
  readonly done: [name: string, wish: Wish, before: View][] = [];
  readonly refused: string[] = [];

  constructor(phases: readonly Phase[] = oneFullTurn) {
    this.meeting = new Meeting({ people: names, phases });
  }

  viewOf(name: string): View {
    const { meeting } = this;
    const me = meeting.person(name);
    const reader = { person: me.id, facilitator: me.role === 'facilitator' };
    const sealed = openedFor(meeting.sealed, reader).reduce(applySealed, emptySealed);
    return { room: meeting.state, sealed, me, now: meeting.now };
  }

  /** `idle`: whoever sits in that seat does nothing. */
  goOn(until: (view: View) => boolean, idle: readonly string[] = []): this {
    for (let steps = 0; !until(this.viewOf('Joel')); steps++) {
      if (steps > 4000) throw new Error(`stuck in ${this.meeting.phase?.id ?? 'the lobby'}`);
      this.meeting.later(seconds(3)).tick();
      for (const name of names.filter((one) => !idle.includes(one))) this.#acts(name);
    }
    return this;
  }

  toTheEnd = (idle?: readonly string[]): this =>
    this.goOn(({ room, now }) => room.endedAt !== null && now - room.endedAt > minutes(2), idle);

  #acts(name: string): void {
    const view = this.viewOf(name);
    const wish = nextAct(view);
    if (!wish) return;
    this.done.push([name, wish, view]);
    const outcome = this.meeting.asks(name, wish);
    if (typeof outcome === 'string') this.refused.push(`${name} ${wish.type}: ${outcome}`);
  }

  get types(): Set<string> {
    return new Set(this.done.map(([, { type }]) => type));
  }
}

const withPractice = (total: number): Phase[] => {
  const phases = fitPhases(oneFullTurn, total)!;
  const changed = practiceAdded(phases)!;
  return phases.map((phase) => ({
    ...phase,
    ...changed.find((one) => one.phase === phase.id),
    id: phase.id,
  }));
};

describe('seven simulated people', () => {
  it.each([20, 37])('go through a whole session of %d minutes, and nothing is refused', (total) => {
    const company = new Company(fitPhases(oneFullTurn, total)!).toTheEnd();
    const { state } = company.meeting;
    expect(company.refused).toEqual([]);
    expect(state.past.map(({ phase }) => phase)).toEqual([
      'agree',
      'focus',
      'listen',
      'echo',
      'ask',
      'plan',
      'close',
    ]);
    expect(state.past.every(({ how }) => how === 'next' || how === 'end')).toBe(true);
  });

  it('show what a session can be: every zone of the board, every answer, a pause, a minute with its source', () => {
    const company = new Company(withPractice(60)).toTheEnd();
    const { state, log } = company.meeting;
    expect(company.refused).toEqual([]);
    expect(new Set(state.cards.map(({ zone }) => zone))).toEqual(new Set(zones));
    const answers = log.flatMap((event) => (event.type === 'voiceAnswered' ? event.answer : []));
    expect(new Set(answers)).toEqual(new Set(['fits', 'closer', 'more', 'take', 'rest', 'pass']));
    for (const type of ['pause', 'resume', 'pass', 'addTime', 'setLengths', 'editCard', 'swapParts'])
      expect(company.types, type).toContain(type);
    expect(log.map(({ type }) => type)).toEqual(expect.arrayContaining(['ideasOpened', 'ideasClosed']));
    expect(state.turns[0]!.step).not.toBeNull();
    expect(state.past.find(({ phase }) => phase === 'reps')!.practice!.runs).toBe(3);
    expect(state.cards.filter(({ released }) => released).length).toBeGreaterThan(5);
  });

  describe('in an hour', () => {
    const company = new Company().toTheEnd();
    const { state } = company.meeting;

    it('take the whole of their time, and not much more', () => {
      const took = between(state.past[0]!.startedAt, state.endedAt!);
      expect(company.refused).toEqual([]);
      expect(took).toBeGreaterThan(minutes(57));
      expect(took).toBeLessThan(minutes(64));
    });

    it('give no advice before the coachee welcomes it', () => {
      const ideas = company.done.filter(
        ([, wish]) => wish.type === 'writeCard' && wish.text.startsWith('Perhaps'),
      );
      expect(ideas).toHaveLength(2);
      for (const [, , { room }] of ideas) expect(room.run!.ideas).toBe(true);
    });

    it('are silent in the listening, but for the coachee', () => {
      const listening = company.done.filter(([, , { room }]) => room.run?.phase === 'listen');
      expect(new Set(listening.map(([name, { type }]) => `${name} ${type}`))).toEqual(
        new Set(['Amina pause', 'Amina resume', 'Joel setWall', 'Joel next']),
      );
    });
  });
});

describe('a seat that somebody takes by hand', () => {
  test.each(names.slice(1))('may do nothing: without %s the others still come to the end', (idle) => {
    const company = new Company().toTheEnd([idle]);
    expect(company.refused).toEqual([]);
    expect(company.meeting.state.endedAt).not.toBeNull();
  });

  test('of a coachee who says nothing from the focus on, likewise', () => {
    const company = new Company().goOn(({ room }) => room.run?.phase === 'focus').toTheEnd(['Amina']);
    expect(company.refused).toEqual([]);
    expect(company.meeting.state.turns[0]!.coachee).toBe(company.meeting.id('Amina'));
  });

  test('of the facilitator, holds everything until they act or give it back', () => {
    const company = new Company().goOn(({ room }) => room.run?.phase === 'focus');
    const { meeting } = company;
    const waits = later(meeting.now, minutes(20));
    company.goOn(({ now }) => now > waits, ['Joel']);
    expect(meeting.phase?.id).toBe('focus');
    expect(company.toTheEnd().refused).toEqual([]);
  });

  test('may stop the turn: the others go to the close', () => {
    const company = new Company().goOn(({ room }) => room.run?.phase === 'echo');
    company.meeting.as('Amina').does({ type: 'stop' });
    expect(company.toTheEnd(['Amina']).refused).toEqual([]);
    expect(company.meeting.state.past.map(({ phase }) => phase)).not.toContain('ask');
  });

  test('of the facilitator may add a second turn, which somebody who offered takes', () => {
    const company = new Company().goOn(({ room }) => room.run?.phase === 'listen');
    company.meeting.as('Joel').does({ type: 'addTurn' });
    const { meeting, refused } = company.toTheEnd();
    expect(refused).toEqual([]);
    expect(meeting.state.turns[1]!.coachee).toBe(meeting.id('Ben'));
  });
});
