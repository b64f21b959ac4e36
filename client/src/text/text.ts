import type arrival from './en/arrival.json';
import type artifact from './en/artifact.json';
import type board from './en/board.json';
import type connection from './en/connection.json';
import type console from './en/console.json';
import type door from './en/door.json';
import type end from './en/end.json';
import type home from './en/home.json';
import type lobby from './en/lobby.json';
import type participant from './en/participant.json';
import type people from './en/people.json';
import type plan from './en/plan.json';
import type practice from './en/practice.json';
import type rejection from './en/rejection.json';
import type rejectionInPhases from './en/rejectionInPhases.json';
import type trouble from './en/trouble.json';
import type turn from './en/turn.json';
import type ui from './en/ui.json';
import type wall from './en/wall.json';

/** What pages say by area and name. One file an area, so that a language is a folder. */
interface Catalogue {
  readonly arrival: typeof arrival;
  readonly artifact: typeof artifact;
  readonly board: typeof board;
  readonly connection: typeof connection;
  readonly console: typeof console;
  readonly door: typeof door;
  readonly end: typeof end;
  readonly home: typeof home;
  readonly lobby: typeof lobby;
  readonly participant: typeof participant;
  readonly people: typeof people;
  readonly plan: typeof plan;
  readonly practice: typeof practice;
  readonly rejection: typeof rejection & typeof rejectionInPhases;
  readonly trouble: typeof trouble;
  readonly turn: typeof turn;
  readonly ui: typeof ui;
  readonly wall: typeof wall;
}

/** A participant’s page knows at first only what may be refused before the phases are there. */
interface Learnt extends Partial<Omit<Catalogue, 'rejection'>> {
  readonly rejection?: typeof rejection;
}

const catalogue: Learnt = {};

/** Each page brings the areas it speaks of (`pages/`), so that no phone loads the console's words. */
export function learn(areas: Learnt): void {
  Object.assign(catalogue, areas);
}

/** `area.name`, as deep as the file goes, down to a sentence. */
type KeyOf<Node> = {
  [Name in keyof Node & string]: Node[Name] extends string ? Name : `${Name}.${KeyOf<Node[Name]>}`;
}[keyof Node & string];

export type TextKey = KeyOf<Catalogue>;
export type Values = Readonly<Record<string, string | number>>;

const find = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], catalogue);

/**
 * A sentence with its `{placeholders}` filled. Throws when a value is missing: half a sentence is none.
 * Of a reason that only a newer server knows, the key itself.
 */
export function t(key: TextKey, values: Values = {}): string {
  const sentence = find(key);
  return typeof sentence === 'string' ? filled(sentence, values) : key;
}

export function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${sentence}" needs a value for {${name}}.`);
    return String(value);
  });
}
