import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookedAt, unusedParts } from '../../scripts/withoutUnused.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const libraries = new Set(unusedParts.map(({ library }) => library));

test.each([...libraries])(
  '%s is still the one in which the parts left out were seen to be unused',
  (library) => {
    const { version } = JSON.parse(readFileSync(join(modules, library, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(version, 'look again whether pages use none of unusedParts, then note the version').toBe(
      lookedAt[library],
    );
  },
);
