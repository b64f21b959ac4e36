import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

const app = normalizePath(join(import.meta.dirname, '../client/src/App.svelte'));

/** Of a module, by id: what it needs before it runs, and what it may fetch later. Null where it is not known. */
export type Modules = (id: string) => {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
} | null;

/**
 * Names the script that a module belongs to: one for all that the same pages wait for, by their places among
 * what `app` fetches, and by those of the pages to which it comes later. Null for what only
 * one page has, and for what `app` itself brings to all of them; the build places these well by itself.
 *
 * By itself it looks at every file that may be fetched later as if it came to an empty page, and so cuts
 * what pages share into many small scripts, which pack worse.
 */
export function sharedScript(modules: Modules, app: string): (id: string) => string | null {
  const pages = modules(app)?.dynamicallyImportedIds ?? [];
  const needed = (page: string) => reached(page, (id) => modules(id)?.importedIds);
  const fetched = (page: string) =>
    reached(page, (id) => [
      ...(modules(id)?.importedIds ?? []),
      ...(modules(id)?.dynamicallyImportedIds ?? []),
    ]);
  const atOnce = pages.map(needed);
  const ever = pages.map(fetched);
  const everywhere = needed(app);
  const places = (of: readonly ReadonlySet<string>[], id: string) =>
    of.flatMap((one, place) => (one.has(id) ? place : []));
  return (id) => {
    const [first, later] = [places(atOnce, id), places(ever, id)];
    if (everywhere.has(id) || first.length < 2) return null;
    const name = `shared-${first.join('.')}`;
    return first.length === later.length ? name : `${name}-${later.join('.')}`;
  };
}

/** Puts what several pages wait for into as few scripts as there are companies of pages. */
export function sharedScripts(): Plugin {
  let scriptOf: ((id: string) => string | null) | null = null;
  return {
    name: 'shared-scripts',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                {
                  name: (id, context) =>
                    (scriptOf ??= sharedScript((one) => context.getModuleInfo(one), app))(id),
                  includeDependenciesRecursively: false,
                },
              ],
            },
          },
        },
      },
    }),
    buildStart: () => void (scriptOf = null),
  };
}

function reached(from: string, next: (id: string) => readonly string[] | undefined): ReadonlySet<string> {
  const found = new Set([from]);
  for (const id of found) for (const one of next(id) ?? []) found.add(one);
  return found;
}
