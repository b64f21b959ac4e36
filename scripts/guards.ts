/**
 * Are the refusals of the room's rules proved? Takes them out one at a time, in a copy of the rules,
 * and runs the rules' tests: a guard whose absence no test notices may be wrong, or needless.
 */
import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');
const guarded = [
  'shared/src/room/decide.ts',
  'shared/src/room/decide/*.ts',
  'shared/src/room/permissions.ts',
];
const copied = ['package.json', 'shared', 'tests/support'];
const lanes = 2;
/** Rules without a guard may loop for ever; that is noticed as well. */
const longestRun = 60_000;

interface Guard {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly condition: { readonly start: number; readonly end: number };
  /** What the condition is when the guard lets everything pass. */
  readonly open: 'true' | 'false';
}

const isReason = (node: ts.Node): boolean => ts.isStringLiteral(node) && /^[a-z]+\/[a-z-]+$/.test(node.text);

const isRefusal = (node: ts.Node | undefined): boolean =>
  node !== undefined &&
  (isReason(node) ||
    (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'refuse'));

function returned(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isBlock(statement) && statement.statements.length === 1) return returned(statement.statements[0]!);
  return ts.isReturnStatement(statement) ? statement.expression : undefined;
}

/** `if (…) return refuse(…)`, `if (…) return 'area/reason'` and `… ? null : 'area/reason'`, however broken over lines. */
function guardsOf(file: string): Guard[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Guard[] = [];
  const add = (node: ts.Node, condition: ts.Expression, open: Guard['open']): void => {
    const start = condition.getStart();
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const text = node.getText().replaceAll(/\s+/g, ' ');
    found.push({ file, line, text, condition: { start, end: condition.end }, open });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) && isRefusal(returned(node.thenStatement)))
      add(node, node.expression, 'false');
    if (ts.isConditionalExpression(node) && isRefusal(node.whenFalse)) add(node, node.condition, 'true');
    if (ts.isConditionalExpression(node) && isRefusal(node.whenTrue)) add(node, node.condition, 'false');
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The file with the guard always open. The condition stays, so that what it narrows stays narrowed. */
function without({ file, condition: { start, end }, open }: Guard): string {
  const text = readFileSync(join(root, file), 'utf8');
  const operator = open === 'true' ? '||' : '&&';
  return `${text.slice(0, start)}(${open} ${operator} (${text.slice(start, end)}))${text.slice(end)}`;
}

function copyOfTheRules(): string {
  const copy = mkdtempSync(join(tmpdir(), 'fullturn-guards-'));
  for (const path of copied) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const include = ['shared/src/{room,method}/**/*.test.ts'];
  writeFileSync(join(copy, 'vitest.config.ts'), `export default { test: ${JSON.stringify({ include })} };\n`);
  return copy;
}

/** Whether the tests pass in this copy. */
function passes(copy: string): Promise<boolean> {
  const options = [
    '--bail',
    '1',
    '--pool',
    'threads',
    '--no-isolate',
    '--maxWorkers',
    '1',
    '--reporter',
    'dot',
  ];
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...options], {
    cwd: copy,
    stdio: 'ignore',
    timeout: longestRun,
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function main(): Promise<number> {
  const files = globSync(guarded, { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const guards = files.sort().flatMap(guardsOf);
  const copies = Array.from({ length: lanes }, copyOfTheRules);
  const unnoticed: Guard[] = [];
  const waiting = [...guards];
  try {
    if (!(await passes(copies[0]!))) {
      console.error('The tests of the rules fail as they are: nothing can be said about guards.');
      return 1;
    }
    await Promise.all(
      copies.map(async (copy) => {
        for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
          const path = join(copy, guard.file);
          writeFileSync(path, without(guard));
          const noticed = !(await passes(copy));
          cpSync(join(root, guard.file), path);
          if (!noticed) unnoticed.push(guard);
          console.log(`${noticed ? 'noticed  ' : 'UNNOTICED'} ${guard.file}:${guard.line} ${guard.text}`);
        }
      }),
    );
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true });
  }
  for (const { file, line, text } of unnoticed) console.log(`no test notices ${file}:${line} ${text}`);
  console.log(`guards: ${guards.length}, noticed: ${guards.length - unnoticed.length}`);
  return unnoticed.length > 0 ? 1 : 0;
}

process.exitCode = await main();
