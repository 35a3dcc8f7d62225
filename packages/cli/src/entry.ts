#!/usr/bin/env node
import module from 'node:module';
import { exitCodes } from './exit-code.ts';
import { version } from './version.ts';

/** The oldest Node.js that Setpoint is tested on; older ones may not even read the code behind this file. */
const oldest = { major: 22, minor: 18 };

await start();

/** Starts the command line: the first program that runs, so small that an old Node.js can still say what is wrong. */
async function start(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    process.stderr.write(
      `error[SP802]: This Node.js is too old\n  Setpoint needs Node.js ${oldest.major}.${oldest.minor} or newer, and this is ${process.versions.node}.\n  fix: install a current release from https://nodejs.org or with a version manager\n`,
    );
    process.exitCode = exitCodes.error;
    return;
  }
  // Scripts ask for the version in loops; nothing else has to be loaded for it.
  if (process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2] ?? '')) {
    process.stdout.write(`${version}\n`);
    return;
  }
  // Without a directory, so that NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE keep their meaning.
  module.enableCompileCache();
  if (process.argv.slice(2).join(' ') === 'completion --nodes') return printNodes();
  await import('./main.ts');
}

/** What completion scripts ask on a press of the tabulator, without the other commands: the same answer in a third of the time. */
async function printNodes(): Promise<void> {
  const { nodeNames } = await import('./completion/node-names.ts');
  const { findProjectDir } = await import('./project/find-project.ts');
  const names = nodeNames(findProjectDir(process.cwd(), undefined));
  process.stdout.write(names.map((name) => `${name}\n`).join(''));
}
