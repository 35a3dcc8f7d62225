#!/usr/bin/env node
import { join } from 'node:path';
import { exitCodes } from './exit-code.ts';
import { codeFile } from './start/code-cache.ts';
import { runScript } from './start/run-script.ts';
import { version } from './version.ts';

/** The oldest Node.js that Setpoint is tested on; older ones may not even read the code behind this file. */
const oldest = { major: 22, minor: 18 };

/** What the text of the scripts beside this file is known by; set when they are built. */
declare const scriptsKey: string;

start(process.argv.slice(2));

/** Starts the command line: the first program that runs, so small that an old Node.js can still say what is wrong. */
function start(words: readonly string[]): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    process.stderr.write(
      `error[SP802]: This Node.js is too old\n  Setpoint needs Node.js ${oldest.major}.${oldest.minor} or newer, and this is ${process.versions.node}.\n  fix: install a current release from https://nodejs.org or with a version manager\n`,
    );
    process.exitCode = exitCodes.error;
    return;
  }
  const [word = ''] = words;
  // Scripts ask for the version in loops; nothing else has to be loaded for it.
  if (words.length === 1 && ['--version', '-V'].includes(word)) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const isNodes = words.join(' ') === 'completion --nodes';
  const first = isNodes ? 'nodes' : 'setpoint';
  runScript(join(import.meta.dirname, `${first}.js`), (script) => {
    const name = { word: isNodes ? first : word, key: scriptsKey, ...(script === first ? {} : { script }) };
    return codeFile(name, process.env);
  });
}
