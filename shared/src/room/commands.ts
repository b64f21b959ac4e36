import * as v from 'valibot';
import { endActions, roles, zones } from '../method/phase.ts';
import { duration, hours, minutes, type Duration } from '../time.ts';
import { longest } from './lengths.ts';
import {
  chimeScreens,
  paraphraseAnswers,
  practiceStages,
  questionAnswers,
  wallSeconds,
  wallSizes,
  wallViews,
} from './state.ts';
import type { PersonId } from '../ids.ts';

/** An id is a key of records, where every object has names of its own, as "constructor". */
const id = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,64}$/),
  v.check((key) => !(key in Object.prototype)),
);
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const run = { run: id };

/** Lengths of time travel as whole milliseconds, at most two hours either way. */
const amount = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(minutes(-120)),
  v.maxValue(minutes(120)),
  v.transform((ms): Duration => duration(ms)),
);

/** How long a phase is to be, or a room to be kept: whole milliseconds, never less than nothing. */
const upTo = (most: Duration) =>
  v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(most),
    v.transform((ms): Duration => duration(ms)),
  );

/** A length of time to be taken away. */
const less = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(minutes(-120)),
  v.maxValue(-1),
  v.transform((ms): Duration => duration(ms)),
);

const field = text(longest.text);
const step = v.strictObject({
  insight: field,
  what: field,
  sentence: field,
  when: field,
  sign: field,
  tell: field,
});

/** Of what is set together, what is not named stays as it is: another press may be on its way. */
const some = <Fields extends v.ObjectEntries>(fields: Fields) =>
  v.pipe(v.strictObject(fields), v.minEntries(1));
const set = v.exactOptional;

const of = <Type extends string, Fields extends v.ObjectEntries>(type: Type, fields: Fields) =>
  v.strictObject({ type: v.literal(type), ...fields });

const personCommands = [
  // people
  of('join', { name: text(longest.name), again: v.exactOptional(v.boolean()) }),
  of('rename', { name: text(longest.name) }),
  of('leave', {}),
  of('comeBack', {}),
  of('agree', { agreement: id, agreed: v.boolean() }),
  of('askForAgreement', { agreement: id, text: text(longest.agreement) }),
  of('sayReady', { ready: v.boolean() }),
  of('offer', { roles: v.pipe(v.array(v.picklist(['coachee', 'coach', 'observer'])), v.maxLength(3)) }),
  of('setRole', { person: id, role: v.picklist(['coach', 'observer']) }),
  of('admit', { knock: v.nullable(id), as: v.nullable(id) }),
  of('turnAway', { knock: id }),
  of('setEntry', { entry: some({ waiting: set(v.boolean()), locked: set(v.boolean()) }) }),
  of('remove', { person: id }),
  of('changeCode', {}),
  of('makeLink', { name: text(longest.name), secret: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)) }),
  of('withdrawLink', { link: id }),
  of('addPerson', { name: text(longest.name) }),
  of('nameDeputy', { person: v.nullable(id) }),
  of('offerConsole', { person: id, stay: v.boolean() }),
  of('acceptConsole', {}),
  of('declineConsole', {}),
  of('takeOver', {}),
  of('nameScribe', { person: v.nullable(id) }),
  of('renameRole', { role: v.picklist([...roles, 'scribe']), name: v.nullable(text(longest.role)) }),
  of('showNames', { shown: v.boolean() }),
  of('signal', { on: v.boolean() }),
  of('answerSignal', { person: id }),
  // the turn
  of('invite', { person: id }),
  of('acceptInvitation', {}),
  of('declineInvitation', {}),
  of('withdraw', {}),
  of('shareStep', { step }),
  of('stop', run),
  of('goOn', run),
  of('showTurn', { turn: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  of('answerVoice', { ...run, answer: v.picklist([...paraphraseAnswers, ...questionAnswers]) }),
  of('setIdeas', { ...run, open: v.boolean() }),
  of('askForTime', run),
  of('declineTime', run),
  // practice
  of('takePart', { ...run, part: v.picklist(['model', 'partner']) }),
  of('leavePart', run),
  of('swapParts', run),
  of('setStage', { ...run, stage: v.picklist(practiceStages) }),
  of('beginRun', run),
  of('endRun', run),
  // time and structure
  of('start', {}),
  of('next', run),
  of('skip', run),
  of('back', run),
  of('restart', run),
  of('pause', run),
  of('resume', run),
  of('addTime', { ...run, by: amount }),
  of('askCoachee', {
    ...run,
    change: v.variant('kind', [
      v.strictObject({ kind: v.literal('next') }),
      v.strictObject({ kind: v.literal('skip') }),
      v.strictObject({ kind: v.literal('shorten'), by: less }),
    ]),
  }),
  of('answerAsk', { ...run, yes: v.boolean() }),
  of('jump', { ...run, phase: id }),
  of('undo', { action: id }),
  of('setLengths', {
    lengths: v.pipe(
      v.array(v.strictObject({ phase: id, length: upTo(minutes(120)) })),
      v.minLength(1),
      v.maxLength(60),
    ),
  }),
  of('movePhase', { phase: id, before: v.nullable(id) }),
  of('addTurn', {}),
  of('removeTurn', {}),
  of('setAtZero', { phase: id, action: v.picklist(endActions) }),
  of('setWall', {
    wall: some({
      view: set(v.picklist(wallViews)),
      curtain: set(v.boolean()),
      check: set(v.boolean()),
      size: set(v.picklist(wallSizes)),
      dimmed: set(v.boolean()),
      seconds: set(v.picklist(wallSeconds)),
      page: set(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))),
      chime: set(v.picklist(chimeScreens)),
      chimeInListening: set(v.boolean()),
    }),
  }),
  of('endSession', {}),
  of('shortenKeeping', { keptFor: upTo(hours(30 * 24)) }),
  of('forgetSession', {}),
  // the floor
  of('giveFloor', { ...run, person: v.nullable(id) }),
  of('takeFloor', run),
  of('finish', run),
  of('pass', run),
  of('passAlways', { on: v.boolean() }),
  of('raiseHand', { ...run, process: v.boolean() }),
  of('lowerHand', { ...run, person: id }),
  // the board
  of('writeCard', { ...run, card: id, zone: v.picklist(zones), text: text(longest.text) }),
  of('editCard', {
    ...run,
    card: id,
    text: text(longest.text),
    edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  of('moveCard', { card: id, zone: v.picklist(zones), before: v.nullable(id) }),
  of('callDrafts', run),
  of('releaseCard', { card: id, released: v.boolean() }),
  of('forgetCard', { card: id }),
  of('setAside', { card: id }),
  of('bringBack', { card: id }),
] as const;

/** Found by name: a schema of variants would try one after the other. */
const schemaOf = new Map<unknown, (typeof personCommands)[number]>(
  personCommands.map((schema) => [schema.entries.type.literal, schema]),
);

/** What a person asks for. The schema is the type, so a command that parses is a command. */
export type PersonCommand = Readonly<v.InferOutput<(typeof personCommands)[number]>>;
export type CommandType = PersonCommand['type'];

/** What the server itself submits: time passing, and absence that matters to the rules. */
export type SystemCommand =
  | { readonly type: 'tick' }
  | {
      readonly type: 'knockOfWall';
      readonly key: PersonId;
      readonly check: readonly [number, number];
    }
  | { readonly type: 'noteAway'; readonly person: PersonId }
  | { readonly type: 'noteBack'; readonly person: PersonId };

export type Command = PersonCommand | SystemCommand;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** A command from outside, or null when it has not exactly the fields, types and lengths it must have. */
export function parseCommand(input: unknown): PersonCommand | null {
  const schema = schemaOf.get((input as { readonly type?: unknown } | null | undefined)?.type);
  const parsed = schema && v.safeParse(schema, input);
  return parsed?.success ? parsed.output : null;
}
