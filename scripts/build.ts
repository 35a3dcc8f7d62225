import { createHash } from 'node:crypto';
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { version } from '../packages/cli/src/version.ts';
import { lateResourceModules } from './build/late-resource-modules.ts';
import { scriptsOfParts } from './build/script-of-parts.ts';
import { projectRoot } from './tools.ts';

const cli = join(projectRoot, 'packages/cli');
const output = resolve(process.argv[2] ?? join(cli, 'dist'));

/** Clients, each large and of no use to most commands, and who imports them: they are read only when such a node is reached. */
const clients: Readonly<Record<string, string>> = { 'mysql2/promise': 'sql', pg: 'sql', ssh2: 'posix' };

/** Made by a program, so that nobody reads where in it something went wrong; named, to be a part of its own. */
const generatedValidators = join(cli, 'src/generated/validators.js');

/** What every command for projects needs is what the command needs that only opens one, and what is imported late by all of them. */
const everywhere = /\/(?:main|commands\/validate|project\/find-project|output\/report)\.ts$/;

/** What `main.js` runs are functions, written as such: putting megabytes of text into one at each start costs milliseconds. */
const scriptFunction = {
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
};

const templateEngine = 'minijinja-js';
const requireTemplateEngine = `load('${templateEngine}')`;

/** Modules of Node.js that take milliseconds to load and that most commands never use. */
const lateModules = ['child_process', 'crypto', 'fs/promises', 'net', 'readline/promises', 'zlib'];

await main();

/** Builds the package that is published as `setpoint`, into the directory given or packages/cli/dist: it needs Node and nothing else. */
async function main(): Promise<void> {
  if (process.argv[2] === undefined) rmSync(output, { recursive: true, force: true });
  await buildCommandLine();
  await build({ ...bundleOptions(), ...scriptFunction, entryPoints: { nodes: join(cli, 'src/completion/main.ts') } });
  await Promise.all(Object.entries(clients).map(buildClient));
  const define = { ...bundleOptions().define, scriptsKey: JSON.stringify(keyOfScripts()) };
  await build({ ...bundleOptions(), entryPoints: { main: join(cli, 'src/entry.ts') }, define });
  chmodSync(join(output, 'main.js'), 0o755);
  copyTemplateEngine();
  cpSync(join(projectRoot, 'schemas'), join(output, 'schemas'), { recursive: true });
  for (const name of globSync(['LICENSE', 'README.md'], { cwd: projectRoot })) {
    cpSync(join(projectRoot, name), join(output, name));
  }
  writeFileSync(join(output, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  const sizes = globSync('*.js', { cwd: output }).map((name) => `${name} ${sizeKib(join(output, name))} KiB`);
  process.stdout.write(`build: ${sizes.join(', ')} in ${relative(projectRoot, output)}\n`);
}

/**
 * A CommonJS script of what all commands for projects need, one for the resource types of each family and one for the rest. Their parts
 * run when they are first imported, and the code that V8 made of them is kept from run to run. Many files would cost more than few large
 * ones, each megabyte of text costs a millisecond.
 */
async function buildCommandLine(): Promise<void> {
  const types = await lateResourceModules(projectRoot);
  const { plugins, ...options } = bundleOptions();
  const bundled = await build({
    ...options,
    plugins: [types.plugin, ...plugins],
    entryPoints: { setpoint: join(cli, 'src/main.ts'), validators: generatedValidators, ...types.entryPoints },
    format: 'esm',
    splitting: true,
    legalComments: 'inline',
    metafile: true,
    write: false,
  });
  const families = [...types.families].map(([script, roots]) => ({ script, roots }));
  const isMinified = (inputs: readonly string[]): boolean => inputs.every((path) => path.includes('/generated/'));
  const scripts = scriptsOfParts({ ...bundled, isMinified }, [
    { script: 'setpoint', roots: ['setpoint.js', ...rootsOf(bundled.metafile)] },
    ...families,
    { script: 'commands', roots: [] },
  ]);
  const { banner, footer } = scriptFunction;
  mkdirSync(output, { recursive: true });
  for (const [script, text] of scripts) {
    writeFileSync(join(output, `${script}.js`), `${banner.js}\n${text}${footer.js}\n`);
  }
}

function rootsOf({ outputs }: Metafile): readonly string[] {
  const paths = Object.keys(outputs).filter((path) => everywhere.test(outputs[path]?.entryPoint ?? ''));
  return paths.map((path) => basename(path));
}

/** How everything is built. Not minified, because stack traces would tell nothing. */
function bundleOptions() {
  return {
    outdir: output,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22.18',
    conditions: ['@setpoint/source'],
    // Its main file finds its parts in a way that a bundler cannot follow.
    alias: {
      'jsonc-parser': createRequire(join(projectRoot, 'packages/posix/package.json')).resolve(
        'jsonc-parser/lib/esm/main.js',
      ),
    },
    // Native parts of ssh2, which does without them; and what users install who have a serial bus.
    external: ['*.node', 'cpu-features', 'serialport'],
    define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
    // The scripts are read as Latin-1.
    charset: 'ascii',
    legalComments: 'linked',
    plugins: [bundledTemplateEngine(), lateBuiltins(), apartClients()],
    logLevel: 'warning',
  } satisfies BuildOptions;
}

/** A client as a script of its own beside the others. */
async function buildClient([name, importer]: readonly [string, string]): Promise<void> {
  const { outdir: _, ...options } = { ...bundleOptions(), plugins: [] };
  const entry = createRequire(join(projectRoot, 'packages', importer, 'package.json')).resolve(name);
  await build({
    ...options,
    ...scriptFunction,
    entryPoints: [entry],
    outfile: join(output, clientScript(name)),
    external: [...options.external, 'pg-native'],
  });
}

function clientScript(name: string): string {
  return `${name.replace('/', '-')}.js`;
}

/** Has the scripts require a client from beside them. */
function apartClients(): Plugin {
  return {
    name: 'apart-clients',
    setup: (bundler) => {
      bundler.onResolve({ filter: new RegExp(`^(?:${Object.keys(clients).join('|')})$`) }, ({ path }) => ({
        path: `./${clientScript(path)}`,
        external: true,
      }));
    },
  };
}

/** The key under which the code of the scripts is kept: another text, another key. */
function keyOfScripts(): string {
  const hash = createHash('sha256');
  for (const name of globSync('*.js', { cwd: output }).sort())
    if (name !== 'main.js') hash.update(readFileSync(join(output, name)));
  return hash.digest('hex').slice(0, 16);
}

function sizeKib(path: string): number {
  return Math.round(statSync(path).size / 1024);
}

/** The template engine reads its WebAssembly from the folder it lies in, so it is copied as it is and required by path. */
function bundledTemplateEngine(): Plugin {
  return {
    name: 'bundled-template-engine',
    setup: (bundler) => {
      bundler.onLoad({ filter: /packages\/language\/src\/expression\/engine\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(requireTemplateEngine)) {
          return { errors: [{ text: `${path} no longer requires the template engine by ${requireTemplateEngine}` }] };
        }
        const contents = text.replace(requireTemplateEngine, `load('./${templateEngine}/minijinja_js.js')`);
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Loads these modules when one of their members is first used, which may be long after the import, or never. */
function lateBuiltins(): Plugin {
  const namespace = 'late-builtin';
  return {
    name: namespace,
    setup: (bundler) => {
      bundler.onResolve(
        { filter: new RegExp(`^(?:node:)?(?:${lateModules.join('|')})$`) },
        ({ path, namespace: from }) =>
          from === namespace ? { path, external: true } : { path: path.replace(/^(?:node:)?/, 'node:'), namespace },
      );
      bundler.onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `for (const name of ${JSON.stringify(Object.keys(process.getBuiltinModule(path) ?? {}))})
          Object.defineProperty(exports, name, { enumerable: true, get: () => require('${path}')[name] });`,
      }));
    },
  };
}

function copyTemplateEngine(): void {
  const source = dirname(createRequire(join(projectRoot, 'packages/language/package.json')).resolve(templateEngine));
  const target = join(output, templateEngine);
  mkdirSync(target, { recursive: true });
  for (const name of ['minijinja_js.js', 'minijinja_js_bg.wasm']) cpSync(join(source, name), join(target, name));
  writeFileSync(join(target, 'package.json'), '{ "type": "commonjs" }\n');
}

function manifest(): object {
  const { description, license, engines } = JSON.parse(readFileSync(join(cli, 'package.json'), 'utf8')) as {
    readonly description: string;
    readonly license: string;
    readonly engines: object;
  };
  const optional = { ...optionalDependenciesOf('modbus'), ...optionalDependenciesOf('sql') };
  return {
    name: 'setpoint',
    version,
    description,
    license,
    type: 'commonjs',
    bin: { setpoint: 'main.js' },
    engines,
    // Only who has a serial line, or loads schemas on this machine, installs what that takes.
    peerDependencies: optional,
    peerDependenciesMeta: Object.fromEntries(Object.keys(optional).map((name) => [name, { optional: true }])),
  };
}

function optionalDependenciesOf(name: string): Readonly<Record<string, string>> {
  const path = join(projectRoot, 'packages', name, 'package.json');
  const { optionalDependencies } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  return optionalDependencies;
}
