import artifact from './en/artifact.json';
import board from './en/board.json';
import connection from './en/connection.json';
import console from './en/console.json';
import craft from './en/craft.json';
import door from './en/door.json';
import end from './en/end.json';
import home from './en/home.json';
import lobby from './en/lobby.json';
import participant from './en/participant.json';
import people from './en/people.json';
import plan from './en/plan.json';
import practice from './en/practice.json';
import turn from './en/turn.json';
import ui from './en/ui.json';
import wall from './en/wall.json';

/** Every sentence that people read, by area. One file an area, so that a language is a folder. */
const catalogue = {
  artifact,
  board,
  connection,
  console,
  craft,
  door,
  end,
  home,
  lobby,
  participant,
  people,
  plan,
  practice,
  turn,
  ui,
  wall,
};
type Catalogue = typeof catalogue;

/** `area.name`, as deep as the file goes, down to what has the wanted type. */
type KeyOf<Node, Leaf> = {
  [Name in keyof Node & string]: Node[Name] extends Leaf
    ? Name
    : Node[Name] extends string | readonly unknown[]
      ? never
      : `${Name}.${KeyOf<Node[Name], Leaf>}`;
}[keyof Node & string];

export type TextKey = KeyOf<Catalogue, string>;
export type LinesKey = KeyOf<Catalogue, readonly string[]>;
export type Values = Readonly<Record<string, string | number>>;

const find = (key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], catalogue);

/** A sentence with its `{placeholders}` filled. Throws when a value is missing: half a sentence is none. */
export const t = (key: TextKey, values: Values = {}): string => filled(find(key) as string, values);

export const lines = (key: LinesKey): readonly string[] => find(key) as readonly string[];

export function filled(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${sentence}" needs a value for {${name}}.`);
    return String(value);
  });
}
