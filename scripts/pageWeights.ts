import { gzipSync } from 'node:zlib';

/** What is looked at of a built script; Rolldown's chunks have it. */
export interface Script {
  readonly fileName: string;
  readonly code: string;
  /** Files it needs before it runs. */
  readonly imports: readonly string[];
  /** Files it may fetch later. */
  readonly dynamicImports: readonly string[];
  readonly moduleIds: readonly string[];
  readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>;
}

export interface PageWeight {
  /** Packed bytes of the scripts that a page waits for: until its door or its lobby stands. */
  readonly first: number;
  /** Packed bytes of all scripts that it fetches in a whole session. */
  readonly whole: number;
  readonly files: readonly string[];
  /** The heaviest modules in them, in bytes before they are made small. */
  readonly heaviest: readonly { readonly module: string; readonly bytes: number }[];
}

interface PageParts {
  readonly page: string;
  /** Not counted: fetched on a press only, or for few. */
  readonly asked: readonly string[];
}

/** Behind what somebody did first, for the day that a log goes back. */
const afterLoss = 'session/afterLoss.svelte.ts';
const writers = ['recordAsMarkdown.ts', 'recordAsJson.ts', 'calendarReminder.ts', 'copyAsMarkdown.ts'];

/** Modules, by how their paths end. Why these are not counted: docs/decisions/0013-what-a-page-loads.md. */
const pages = {
  participant: {
    page: 'participant/ParticipantRoom.svelte',
    asked: [...writers, afterLoss, 'artifact/ArtifactPanel.svelte'],
  },
  wall: { page: 'projector/WallRoom.svelte', asked: [afterLoss] },
  console: {
    page: 'console/ConsoleRoom.svelte',
    asked: [...writers, afterLoss, 'participant/ParticipantPage.svelte'],
  },
  home: { page: 'home/HomePage.svelte', asked: [] },
  join: { page: 'lobby/JoinPage.svelte', asked: [] },
} as const satisfies Readonly<Record<string, PageParts>>;
export type PageName = keyof typeof pages;

/** Of what was built, what each page weighs. Throws when a module named above is in no script. */
export const pageWeights = (scripts: readonly Script[]): Readonly<Record<PageName, PageWeight>> => ({
  participant: weigh(scripts, pages.participant),
  wall: weigh(scripts, pages.wall),
  console: weigh(scripts, pages.console),
  home: weigh(scripts, pages.home),
  join: weigh(scripts, pages.join),
});

function weigh(scripts: readonly Script[], { page, asked }: PageParts): PageWeight {
  const holding = (ending: string): Script => {
    const script = scripts.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${ending}`)));
    if (!script) throw new Error(`No script holds ${ending}. Is it still fetched as pageWeights.ts says?`);
    return script;
  };
  const app = holding('App.svelte');
  const apart = new Set(asked.map(holding));
  const first = new Set([app, holding(page)]);
  for (const script of first) add(first, script.imports);
  const fetched = new Set(first);
  for (const script of fetched) {
    // The app fetches one page out of all of them.
    const later = script === app ? [] : script.dynamicImports;
    add(fetched, script.imports);
    add(fetched, later, apart);
  }

  function add(to: Set<Script>, files: readonly string[], without: ReadonlySet<Script> = new Set()): void {
    for (const next of scripts) if (files.includes(next.fileName) && !without.has(next)) to.add(next);
  }
  return {
    first: packed(first),
    whole: packed(fetched),
    files: [...fetched].map(({ fileName }) => fileName),
    heaviest: [...fetched]
      .flatMap(({ modules }) => Object.entries(modules))
      .map(([module, { renderedLength }]) => ({ module, bytes: renderedLength }))
      .sort((a, b) => b.bytes - a.bytes)
      .slice(0, 5),
  };
}

const packed = (scripts: ReadonlySet<Script>): number =>
  [...scripts].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
