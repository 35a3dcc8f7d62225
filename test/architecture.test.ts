import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';

const root = join(import.meta.dirname, '..');

const families = ['posix', 'modbus', 'sql'];

/** Package to the packages its sources may import: the table of the architecture page. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  language: ['model'],
  engine: ['model'],
  sdk: ['model'],
  ...Object.fromEntries(families.map((family) => [family, ['model', 'sdk']])),
  render: ['model'],
  cli: ['model', 'language', 'engine', 'sdk', ...families, 'render', 'lab'],
  lab: ['model'],
  testkit: ['model', 'sdk', 'engine'],
};

/** Packages that compute and never touch a process, a socket or a disk: their ports are implemented elsewhere. */
const withoutInputOutput = ['model', 'sdk', 'render', 'engine'];

const inputOutputModules = ['child_process', 'cluster', 'dgram', 'dns', 'fs', 'http', 'http2', 'https', 'net', 'tls'];

/** Files longer than this hold more than one concept. */
const lineBudget = 400;

type SourceFile = { readonly path: string; readonly text: string };
type Import = { readonly path: string; readonly line: number; readonly target: string };

const packageNames = globSync('packages/*/package.json', { cwd: root }).map((path) => path.split('/')[1] ?? '');
const sources = readSources('packages/*/src/**/*.ts');
const tests = readSources('{packages/*/test,test}/**/*.ts');
const everything = [...sources, ...tests, ...readSources('{scripts,bench}/**/*.ts')];

describe('the architecture', () => {
  it('has a row in the table of imports for every package', () => {
    assert.sameMembers(Object.keys(mayImport).filter(isPackage), packageNames);
  });

  it('lets the sources of a package import what its row allows', () => {
    const wrong = sources.flatMap(importsOf).filter((found) => {
      const target = workspacePackage(found.target);
      const importer = packageOf(found.path);
      return target !== undefined && target !== importer && !mayImport[importer]?.includes(target);
    });
    assert.deepEqual(wrong.map(tell), []);
  });

  it('lets the tests of a package import no more than that, the test kit and the lab', () => {
    const wrong = tests.flatMap(importsOf).filter((found) => {
      const target = workspacePackage(found.target);
      const importer = packageOf(found.path);
      if (target === undefined || target === importer || importer === 'test') return false;
      return target !== 'testkit' && target !== 'lab' && !mayImport[importer]?.includes(target);
    });
    assert.deepEqual(wrong.map(tell), []);
  });

  it('keeps the test kit out of everything that is published', () => {
    const wrong = sources.filter(({ path }) => packageOf(path) !== 'testkit').flatMap(importsOf);
    assert.deepEqual(wrong.filter(({ target }) => workspacePackage(target) === 'testkit').map(tell), []);
  });

  it('reaches another package only through what it exports', () => {
    const exported = new Set(packageNames.flatMap(exportsOf));
    const wrong = everything.flatMap(importsOf).filter(({ target }) => {
      return target.startsWith('@setpoint/') && !exported.has(target);
    });
    assert.deepEqual(wrong.map(tell), []);
  });

  it('reaches no file of another package by a path', () => {
    const wrong = [...sources, ...tests].flatMap(importsOf).filter(({ path, target }) => {
      if (!target.startsWith('.') || packageOf(path) === 'test') return false;
      return packageOf(join(path, '..', target)) !== packageOf(path);
    });
    assert.deepEqual(wrong.map(tell), []);
  });

  for (const name of withoutInputOutput) {
    it(`keeps processes, sockets and files out of ${name}`, () => {
      const own = sources.filter(({ path }) => packageOf(path) === name);
      const wrong = own.flatMap(importsOf).filter(({ target }) => isInputOutput(target));
      assert.deepEqual(wrong.map(tell), []);
    });
  }

  const forbidden: readonly (readonly [string, RegExp])[] = [
    ['default exports', /^export default\b/],
    ['enums', /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w+\s*\{/],
    ['namespaces', /^\s*(?:export\s+)?namespace\s+\w+\s*\{/],
    ['the type any', /(?:[:<|&,]|\bas)\s*any\b(?=\s*(?:[;,)>|&=[\]{]|$))/],
  ];
  for (const [what, pattern] of forbidden) {
    it(`has no ${what}`, () => {
      const wrong = everything.flatMap((file) => linesOf(file).filter(({ text }) => pattern.test(text)));
      assert.deepEqual(
        wrong.map(({ path, line, text }) => `${path}:${line} ${text.trim()}`),
        [],
      );
    });
  }

  it(`has no file of more than ${lineBudget} lines`, () => {
    const long = everything.filter((file) => linesOf(file).length > lineBudget);
    assert.deepEqual(
      long.map((file) => `${file.path}: ${linesOf(file).length} lines`),
      [],
    );
  });

  it('has no file that is named for nothing in particular', () => {
    const vague = everything.filter(({ path }) =>
      /(?:^|\/)(?:utils?|common|helpers?|misc|types)(?:\.ts|\/)/.test(path),
    );
    assert.deepEqual(
      vague.map(({ path }) => path),
      [],
    );
  });
});

/** A row may stand in the table before its package does. */
function isPackage(name: string): boolean {
  return packageNames.includes(name);
}

function readSources(pattern: string): readonly SourceFile[] {
  const paths = globSync(pattern, { cwd: root, exclude: ['**/node_modules', '**/dist', '**/generated'] });
  return paths.sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Static imports, re-exports, dynamic imports and imports of types, by the text after `from`, `import` or `import(`. */
function importsOf({ path, text }: SourceFile): readonly Import[] {
  const pattern =
    /^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    path,
    line: text.slice(0, match.index).split('\n').length,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }));
}

function linesOf({ path, text }: SourceFile): readonly { path: string; line: number; text: string }[] {
  return text.split('\n').map((line, index) => ({ path, line: index + 1, text: line }));
}

/** `packages/model/src/x.ts` is of `model`; `test/x.ts` is of `test`. */
function packageOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'packages' ? second : first;
}

function workspacePackage(target: string): string | undefined {
  return /^@setpoint\/([^/]+)/.exec(target)?.[1];
}

function isInputOutput(target: string): boolean {
  const name = /^(?:node:)?([^/]+)/.exec(target)?.[1] ?? '';
  return inputOutputModules.includes(name);
}

/** The targets that a package's manifest exports, as an import names them. */
function exportsOf(name: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    readonly exports?: Readonly<Record<string, unknown>>;
  };
  return Object.keys(manifest.exports ?? {}).map((entry) => `@setpoint/${name}${entry.slice(1)}`);
}

function tell({ path, line, target }: Import): string {
  return `${path}:${line} imports ${target}`;
}
