import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { version } from '../packages/cli/src/version.ts';
import { projectRoot } from './tools.ts';

const cli = join(projectRoot, 'packages/cli');
const output = join(cli, 'dist');

const templateEngine = 'minijinja-js';
const requireTemplateEngine = `load('${templateEngine}')`;

await main();

/** Builds the package that is published as `setpoint` into packages/cli/dist: it needs Node and nothing else. */
async function main(): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  const { metafile } = await build(bundleOptions());
  chmodSync(join(output, 'main.js'), 0o755);
  copyTemplateEngine();
  cpSync(join(projectRoot, 'schemas'), join(output, 'schemas'), { recursive: true });
  for (const name of globSync(['LICENSE', 'README.md'], { cwd: projectRoot })) {
    cpSync(join(projectRoot, name), join(output, name));
  }
  writeFileSync(join(output, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  const sizeBytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  const count = Object.keys(metafile.outputs).length;
  process.stdout.write(`build: ${count} files, ${Math.round(sizeBytes / 1024)} KiB in packages/cli/dist\n`);
}

/** Not minified: with the compile cache a minified bundle starts more slowly, and stack traces tell nothing. */
function bundleOptions() {
  return {
    entryPoints: { main: join(cli, 'src/entry.ts') },
    outdir: output,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    conditions: ['@setpoint/source'],
    // Native parts of ssh2, which does without them.
    external: ['*.node', 'cpu-features'],
    // CommonJS dependencies use require and __dirname (ssh2's WebAssembly), which an ES module does not have.
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module'; const require = createBundleRequire(import.meta.url); const __dirname = import.meta.dirname;",
    },
    chunkNames: 'chunk-[hash]',
    metafile: true,
    legalComments: 'linked',
    plugins: [bundledTemplateEngine(), globalProcess()],
    logLevel: 'warning',
  } satisfies BuildOptions;
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

/**
 * Importing `node:process` reads every member of process, and some of them take long to make (allowedNodeEnvironmentFlags alone 12 ms);
 * the global is the same object and costs nothing.
 */
function globalProcess(): Plugin {
  return {
    name: 'global-process',
    setup: (bundler) => {
      bundler.onResolve({ filter: /^(?:node:)?process$/ }, () => ({ path: 'process', namespace: 'global-process' }));
      bundler.onLoad({ filter: /.*/, namespace: 'global-process' }, () => ({
        contents: 'module.exports = globalThis.process;',
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
  return { name: 'setpoint', version, description, license, type: 'module', bin: { setpoint: 'main.js' }, engines };
}
