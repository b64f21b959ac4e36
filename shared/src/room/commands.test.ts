import { describe, expect, it } from 'vitest';
import { duration, hours, minutes } from '../time.ts';
import { personOf } from './actor.ts';
import { parseCommand, type CommandType, type PersonCommand } from './commands.ts';
import { longest } from './lengths.ts';
import { wallAtFirst } from './evolve/settings.ts';

const step = { insight: '', what: 'x', sentence: '', when: '', sign: '', tell: '' };

/** One of each, as it comes out of JSON. */
const oneOfEach: { [Type in CommandType]: Extract<PersonCommand, { type: Type }> } = {
  join: { type: 'join', name: 'Ben' },
  rename: { type: 'rename', name: 'Ben' },
  leave: { type: 'leave' },
  comeBack: { type: 'comeBack' },
  agree: { type: 'agree', agreement: 'a1', agreed: true },
  askForAgreement: { type: 'askForAgreement', agreement: 'a9', text: 'Phones away' },
  sayReady: { type: 'sayReady', ready: false },
  passAlways: { type: 'passAlways', on: true },
  offer: { type: 'offer', roles: ['coachee', 'observer'] },
  setRole: { type: 'setRole', person: 'p', role: 'coach' },
  invite: { type: 'invite', person: 'p' },
  acceptInvitation: { type: 'acceptInvitation' },
  declineInvitation: { type: 'declineInvitation' },
  withdraw: { type: 'withdraw' },
  shareStep: { type: 'shareStep', step },
  start: { type: 'start' },
  next: { type: 'next', run: 'r' },
  skip: { type: 'skip', run: 'r' },
  back: { type: 'back', run: 'r' },
  restart: { type: 'restart', run: 'r' },
  pause: { type: 'pause', run: 'r' },
  resume: { type: 'resume', run: 'r' },
  addTime: { type: 'addTime', run: 'r', by: minutes(-1) },
  askCoachee: { type: 'askCoachee', run: 'r', change: { kind: 'shorten', by: minutes(-1) } },
  answerAsk: { type: 'answerAsk', run: 'r', yes: true },
  setAtZero: { type: 'setAtZero', phase: 'ask', action: 'advance' },
  setWall: { type: 'setWall', wall: { ...wallAtFirst, curtain: true, seconds: 'all' } },
  endSession: { type: 'endSession' },
  giveFloor: { type: 'giveFloor', run: 'r', person: 'p' },
  takeFloor: { type: 'takeFloor', run: 'r' },
  finish: { type: 'finish', run: 'r' },
  pass: { type: 'pass', run: 'r' },
  raiseHand: { type: 'raiseHand', run: 'r', process: false },
  lowerHand: { type: 'lowerHand', run: 'r', person: 'p' },
  writeCard: { type: 'writeCard', run: 'r', card: 'c', zone: 'focus', text: 'x' },
  editCard: { type: 'editCard', run: 'r', card: 'c', text: 'x', edition: 1 },
  setAside: { type: 'setAside', card: 'c' },
  bringBack: { type: 'bringBack', card: 'c' },
  admit: { type: 'admit', knock: 'k', as: 'p' },
  turnAway: { type: 'turnAway', knock: 'k' },
  setEntry: { type: 'setEntry', entry: { waiting: true, locked: false } },
  remove: { type: 'remove', person: 'p' },
  changeCode: { type: 'changeCode' },
  makeLink: { type: 'makeLink', name: 'Ben', secret: 'Sdf9luawK062OQEPweHzXg' },
  withdrawLink: { type: 'withdrawLink', link: 'l' },
  addPerson: { type: 'addPerson', name: 'Ben' },
  nameDeputy: { type: 'nameDeputy', person: 'p' },
  offerConsole: { type: 'offerConsole', person: 'p', stay: true },
  acceptConsole: { type: 'acceptConsole' },
  declineConsole: { type: 'declineConsole' },
  takeOver: { type: 'takeOver' },
  nameScribe: { type: 'nameScribe', person: 'p' },
  renameRole: { type: 'renameRole', role: 'scribe', name: 'Writer' },
  showNames: { type: 'showNames', shown: true },
  signal: { type: 'signal', on: true },
  answerSignal: { type: 'answerSignal', person: 'p' },
  stop: { type: 'stop', run: 'r' },
  goOn: { type: 'goOn', run: 'r' },
  showTurn: { type: 'showTurn', turn: 0 },
  answerVoice: { type: 'answerVoice', run: 'r', answer: 'closer' },
  setIdeas: { type: 'setIdeas', run: 'r', open: true },
  askForTime: { type: 'askForTime', run: 'r' },
  declineTime: { type: 'declineTime', run: 'r' },
  takePart: { type: 'takePart', run: 'r', part: 'partner' },
  leavePart: { type: 'leavePart', run: 'r' },
  swapParts: { type: 'swapParts', run: 'r' },
  setStage: { type: 'setStage', run: 'r', stage: 'together' },
  beginRun: { type: 'beginRun', run: 'r' },
  endRun: { type: 'endRun', run: 'r' },
  jump: { type: 'jump', run: 'r', phase: 'close' },
  undo: { type: 'undo', action: 'e' },
  setLengths: { type: 'setLengths', lengths: [{ phase: 'echo', length: minutes(5) }] },
  movePhase: { type: 'movePhase', phase: 'ask', before: 'echo' },
  addTurn: { type: 'addTurn' },
  removeTurn: { type: 'removeTurn' },
  shortenKeeping: { type: 'shortenKeeping', keptFor: hours(1) },
  forgetSession: { type: 'forgetSession' },
  moveCard: { type: 'moveCard', card: 'c', zone: 'heard', before: 'd' },
  callDrafts: { type: 'callDrafts', run: 'r' },
  releaseCard: { type: 'releaseCard', card: 'c', released: true },
  forgetCard: { type: 'forgetCard', card: 'c' },
};
const all = Object.values(oneOfEach);

/** Where null is said and means something. */
const mayBeNull: Partial<Record<CommandType, readonly string[]>> = {
  giveFloor: ['person'],
  admit: ['knock', 'as'],
  nameDeputy: ['person'],
  nameScribe: ['person'],
  renameRole: ['name'],
  movePhase: ['before'],
  moveCard: ['before'],
};

const rubbish = [undefined, 7, -1.5, NaN, '', 'x'.repeat(600), [], ['x'], {}, { id: 'x' }, { kind: 'x' }];

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;

describe('what comes from outside', () => {
  it.each(all)('$type is a command, and comes through as it is', (command) => {
    expect(parseCommand(JSON.parse(JSON.stringify(command)))).toEqual(command);
  });

  it('the other two changes of a protected phase are commands', () => {
    for (const kind of ['next', 'skip'] as const)
      expect(parseCommand({ ...oneOfEach.askCoachee, change: { kind } })).toMatchObject({ change: { kind } });
  });

  it.each(all)('$type with a field too many is none', (command) => {
    expect(parseCommand({ ...command, actor: 'facilitator' })).toBeNull();
  });

  it.each(all)('$type with a field too few is none', (command) => {
    for (const field of Object.keys(command)) {
      const rest = Object.fromEntries(Object.entries(command).filter(([name]) => name !== field));
      expect(parseCommand(rest), field).toBeNull();
    }
  });

  it.each(all)('$type with a field of another type is none', (command) => {
    for (const [field, value] of Object.entries(command))
      for (const other of [...rubbish, null].filter((each) => kindOf(each) !== kindOf(value))) {
        if (other === null && mayBeNull[command.type]?.includes(field)) continue;
        expect(parseCommand({ ...command, [field]: other }), field).toBeNull();
      }
  });

  it('nobody, or nothing, is said with null', () => {
    for (const [type, fields] of Object.entries(mayBeNull))
      for (const field of fields)
        expect(parseCommand({ ...oneOfEach[type as CommandType], [field]: null }), type).not.toBeNull();
  });

  it('who knocks may say that they were here before', () => {
    expect(parseCommand({ ...oneOfEach.join, again: true })).toEqual({ ...oneOfEach.join, again: true });
    for (const again of [1, null, 'yes']) expect(parseCommand({ ...oneOfEach.join, again })).toBeNull();
  });

  it('CMD2 what the server submits itself is none', () => {
    for (const type of ['tick', 'noteAway', 'noteBack', 'knockOfWall'])
      for (const person of [{}, { person: 'p' }]) expect(parseCommand({ type, ...person })).toBeNull();
  });

  it.each([null, ...rubbish, 'join', { type: null }, { type: ['join'] }, { type: 'constructor' }])(
    '%j is none',
    (input) => {
      expect(parseCommand(input)).toBeNull();
    },
  );

  it.each([
    '{"type":"join","name":"Ben","__proto__":{"facilitates":true}}',
    '{"__proto__":{"type":"join","name":"Ben"}}',
    '{"type":"__proto__"}',
    '{"type":"invite","person":"__proto__"}',
    '{"type":"writeCard","run":"r","card":"__proto__","zone":"focus","text":"x"}',
    '{"type":"admit","knock":"constructor","as":null}',
    '{"type":"writeCard","run":"r","card":"c","zone":"__proto__","text":"x"}',
    '{"type":"join","name":{"toString":"Ben"}}',
    '{"type":"join","name":["Ben"]}',
    '{"type":"askCoachee","run":"r","change":{"kind":"next","by":-60000}}',
    '{"type":"askCoachee","run":"r","change":{"kind":"shorten"}}',
    '{"type":"shareStep","step":{"what":"x"}}',
    '{"type":"setWall","wall":{"view":"time","dimmed":0,"seconds":"all"}}',
  ])('%s is none', (json) => {
    expect(parseCommand(JSON.parse(json))).toBeNull();
  });

  it('texts have a longest length', () => {
    const lengths: [PersonCommand, string, number][] = [
      [oneOfEach.join, 'name', longest.name],
      [oneOfEach.rename, 'name', longest.name],
      [oneOfEach.addPerson, 'name', longest.name],
      [oneOfEach.renameRole, 'name', longest.role],
      [oneOfEach.askForAgreement, 'text', longest.agreement],
      [oneOfEach.writeCard, 'text', longest.text],
      [oneOfEach.editCard, 'text', longest.text],
    ];
    for (const [command, field, most] of lengths) {
      expect(parseCommand({ ...command, [field]: 'x'.repeat(most) })).not.toBeNull();
      expect(parseCommand({ ...command, [field]: 'x'.repeat(most + 1) })).toBeNull();
    }
    for (const field of Object.keys(step)) {
      const text = 'x'.repeat(longest.text);
      expect(parseCommand({ type: 'shareStep', step: { ...step, [field]: text } })).not.toBeNull();
      expect(parseCommand({ type: 'shareStep', step: { ...step, [field]: `${text}x` } })).toBeNull();
    }
  });

  it('ids are short and made of letters, digits, hyphens and underscores', () => {
    for (const id of ['a', 'A-1_b', 'x'.repeat(64)])
      expect(parseCommand({ type: 'setAside', card: id })).not.toBeNull();
    for (const id of ['', 'x'.repeat(65), 'a b', 'a\n', '../a', 'é', 'a:b'])
      expect(parseCommand({ type: 'setAside', card: id })).toBeNull();
  });

  it('lengths of time are whole milliseconds, two hours at most either way', () => {
    const by = (ms: number) => parseCommand({ ...oneOfEach.addTime, by: ms });
    for (const ms of [0, hours(2), hours(-2)]) expect(by(ms)).toMatchObject({ by: duration(ms) });
    for (const ms of [hours(2) + 1, hours(-2) - 1, 0.5, Infinity, NaN]) expect(by(ms)).toBeNull();
  });

  it('a plan and a promise are told in whole milliseconds, never below none', () => {
    const lengths = (length: number) => ({ type: 'setLengths', lengths: [{ phase: 'echo', length }] });
    const keeping = (keptFor: number) => ({ type: 'shortenKeeping', keptFor });
    for (const ok of [lengths(0), lengths(hours(2)), keeping(0), keeping(hours(720))])
      expect(parseCommand(ok)).toEqual(ok);
    for (const ms of [-1, 0.5, NaN])
      expect([lengths(ms), keeping(ms)].map(parseCommand)).toEqual([null, null]);
    expect(parseCommand(lengths(hours(2) + 1))).toBeNull();
    expect(parseCommand(keeping(hours(720) + 1))).toBeNull();
    expect(parseCommand({ type: 'setLengths', lengths: [] })).toBeNull();
  });

  it('a wall has a hundred pages at most, a turn is counted from 0', () => {
    const page = (n: number) =>
      parseCommand({ ...oneOfEach.setWall, wall: { ...oneOfEach.setWall.wall, page: n } });
    expect(page(99)).not.toBeNull();
    for (const n of [-1, 100, 0.5]) expect(page(n)).toBeNull();
    for (const turn of [-1, 0.5]) expect(parseCommand({ type: 'showTurn', turn })).toBeNull();
  });

  it('an edit names an edition from 1', () => {
    for (const edition of [0, -1, 1.5]) expect(parseCommand({ ...oneOfEach.editCard, edition })).toBeNull();
  });

  it('an offer names three roles at most, and not the facilitator’s', () => {
    expect(parseCommand({ type: 'offer', roles: [] })).not.toBeNull();
    for (const roles of [['facilitator'], ['coach', 'coach', 'coach', 'coach'], 'coach'])
      expect(parseCommand({ type: 'offer', roles })).toBeNull();
  });
});

describe('who asks', () => {
  it('has a person unless it is a wall, the server, or somebody without a name', () => {
    expect(personOf({ kind: 'participant', person: 'p' })).toBe('p');
    expect(personOf({ kind: 'facilitator', person: null })).toBeNull();
    expect(personOf({ kind: 'wall' })).toBeNull();
    expect(personOf({ kind: 'system' })).toBeNull();
  });
});
