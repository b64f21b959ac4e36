import { describe, expect, it } from 'vitest';
import { everybody, meeting, type Meeting } from '#tests/support/given.ts';
import { seconds } from '../../time.ts';
import { mostLinks } from './links.ts';
import { mostPeople } from './places.ts';

const secret = 'Sdf9luawK062OQEPweHzXg';
const join = (name: string) => ({ type: 'join', name }) as const;
const withdraw = (room: Meeting, name: string) =>
  ({ type: 'withdrawLink', link: room.linkOf(name) }) as const;
const inside = ({ state }: Meeting) => state.people.map(({ name }) => name);
const guarded = () => meeting({ waiting: true });

describe('a personal link', () => {
  it('DOO12 leads whoever opens it first past the waiting room, under the name they say', () => {
    const room = guarded().withLink('Eve');
    const link = room.linkOf('Eve');
    expect(room.as('Eve').does(join(' Evi '))).toMatchObject([
      { type: 'personJoined', person: link, name: 'Evi', facilitates: false },
    ]);
    expect(inside(room)).toEqual([...everybody, 'Evi']);
    expect(room.sealed).toMatchObject({ link: {}, knock: {} });
    expect(room.sealed.link).toEqual({});
  });

  it('DOO12 leads in once: whoever has it after them is told so, and is nobody', () => {
    const room = guarded().withLink('Eve');
    room.holdsLink('Zed', room.linkOf('Eve'));
    room.as('Eve').does(join('Eve'));
    room.expectRefused('Zed', join('Zed'), 'people/link-used');
    room.expectRefused('Zed', { type: 'comeBack' }, 'role/not-let-in');
    expect(inside(room)).toEqual([...everybody, 'Eve']);
  });

  it('DOO12 PEO2 leads in after the turn has begun as the door does, as a coach', () => {
    const room = guarded().withLink('Eve').at('echo');
    room.as('Eve').does(join('Eve'));
    expect(room.role('Eve')).toBe('coach');
    expect(room.waiting.at(-1)).toBe('Eve');
  });

  it('DOO12 is stronger than a knock of the same device, turned away or not', () => {
    const room = guarded();
    room.as('Eve').does(join('Eve'));
    room.as('Joel').does({ type: 'turnAway', knock: room.id('Eve') });
    room.withLink('Eve').as('Eve').does(join('Eve'));
    expect(inside(room)).toEqual([...everybody, 'Eve']);
    expect(room.sealed.knock).toEqual({});
  });

  it('DOO12 needs a name, and a room that has a place; then it is open still', () => {
    const room = meeting({ people: Array.from({ length: mostPeople }, (_, i) => `P${i}`), waiting: true });
    room.withLink('Eve', 'P0');
    room.expectRefused('Eve', join('Eve'), 'people/full');
    room.as('P1').does({ type: 'leave' });
    room.expectRefused('Eve', join(' '), 'people/name-empty');
    room.as('Eve').does(join('Eve'));
    expect(inside(room)).toContain('Eve');
  });

  it('DOO8 DOO12 leads nobody into a locked room, and in once it is open again', () => {
    const room = guarded().withLink('Eve');
    room.as('Joel').does({ type: 'setEntry', entry: { waiting: true, locked: true } });
    room.expectRefused('Eve', join('Eve'), 'people/locked');
    room.as('Joel').does({ type: 'setEntry', entry: { waiting: true, locked: false } });
    room.as('Eve').does(join('Eve'));
    expect(inside(room)).toContain('Eve');
  });

  it('DOO9 DOO12 outlives another code; of whoever was removed it is no way back', () => {
    const room = guarded().withLink('Eve').withLink('Una');
    room.as('Eve').does(join('Eve'));
    room.as('Joel').does({ type: 'remove', person: room.id('Eve') });
    room.holdsLink('Eve elsewhere', room.linkOf('Eve'));
    room.expectRefused('Eve elsewhere', join('Eve'), 'people/link-used');
    room.as('Una').does(join('Una'));
    expect(inside(room)).toContain('Una');
  });

  it('DOO13 is kept with the name it is for, sealed, and nothing of it is in the log', () => {
    const room = guarded();
    expect(room.as('Joel').does({ type: 'makeLink', name: ' Eve ', secret })).toEqual([]);
    expect(Object.values(room.sealed.link)).toEqual([{ name: 'Eve', at: room.now }]);
    expect(JSON.stringify(room.kept)).not.toContain(secret);
  });

  it('DOO13 60 are open at once; one that was used or withdrawn makes room for another', () => {
    const room = guarded();
    for (let i = 0; i < mostLinks; i++) room.later(seconds(1)).withLink(`P${i}`);
    expect(mostLinks).toBe(60);
    const another = { type: 'makeLink', name: '', secret } as const;
    room.expectRefused('Joel', another, 'people/too-many-links');
    room.as('P0').does(join('P0'));
    room.as('Joel').does(another);
    room.expectRefused('Joel', another, 'people/too-many-links');
    room.as('Joel').does(withdraw(room, 'P1'));
    room.as('Joel').does(another);
  });

  it('DOO13 is withdrawn by a facilitator, and leads nobody in from then on', () => {
    const room = guarded().withLink('Eve').withLink('Una');
    room.as('Joel').does(withdraw(room, 'Eve'));
    room.expectRefused('Eve', join('Eve'), 'people/link-used');
    room.expectRefused('Joel', withdraw(room, 'Eve'), 'people/no-link');
    room.as('Una').does(join('Una'));
    room.expectRefused('Joel', withdraw(room, 'Una'), 'people/no-link');
  });
});
