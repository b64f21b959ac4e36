import * as v from 'valibot';
import { endActions, zones } from '../method/phase.ts';
import { duration, minutes, type Duration } from '../time.ts';
import { longest } from './lengths.ts';
import { wallSeconds, wallViews } from './state.ts';
import type { PersonId } from '../ids.ts';

const id = v.pipe(v.string(), v.regex(/^(?!__proto__$)[\w-]{1,64}$/));
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

const of = <Type extends string, Fields extends v.ObjectEntries>(type: Type, fields: Fields) =>
  v.strictObject({ type: v.literal(type), ...fields });

const personCommand = v.variant('type', [
  // people
  of('join', { name: text(longest.name) }),
  of('rename', { name: text(longest.name) }),
  of('leave', {}),
  of('comeBack', {}),
  of('agree', { agreement: id, agreed: v.boolean() }),
  of('askForAgreement', { agreement: id, text: text(longest.agreement) }),
  of('sayReady', { ready: v.boolean() }),
  of('offer', { roles: v.pipe(v.array(v.picklist(['coachee', 'coach', 'observer'])), v.maxLength(3)) }),
  of('setRole', { person: id, role: v.picklist(['coach', 'observer']) }),
  // the turn
  of('invite', { person: id }),
  of('acceptInvitation', {}),
  of('declineInvitation', {}),
  of('withdraw', {}),
  of('shareStep', { step }),
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
  of('setAtZero', { phase: id, action: v.picklist(endActions) }),
  of('setWall', {
    wall: v.strictObject({
      view: v.picklist(wallViews),
      dimmed: v.boolean(),
      seconds: v.picklist(wallSeconds),
    }),
  }),
  of('endSession', {}),
  // the floor
  of('giveFloor', { ...run, person: v.nullable(id) }),
  of('takeFloor', run),
  of('finish', run),
  of('pass', run),
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
  of('setAside', { card: id }),
  of('bringBack', { card: id }),
]);

/** What a person asks for. The schema is the type, so a command that parses is a command. */
export type PersonCommand = Readonly<v.InferOutput<typeof personCommand>>;
export type CommandType = PersonCommand['type'];

/** What the server itself submits: time passing, and absence that matters to the rules. */
export type SystemCommand =
  | { readonly type: 'tick' }
  | { readonly type: 'noteAway'; readonly person: PersonId }
  | { readonly type: 'noteBack'; readonly person: PersonId };

export type Command = PersonCommand | SystemCommand;
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** A command from outside, or null when it has not exactly the fields, types and lengths it must have. */
export function parseCommand(input: unknown): PersonCommand | null {
  const parsed = v.safeParse(personCommand, input);
  return parsed.success ? parsed.output : null;
}
