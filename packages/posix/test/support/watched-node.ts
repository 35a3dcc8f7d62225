import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createBodyStore } from '@setpoint/model';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import { shellSession } from './shell-session.ts';

/** Every command that a file write may start. */
const tools = [
  'mktemp',
  'cp',
  'chmod',
  'dd',
  'cat',
  'chown',
  'chgrp',
  'sync',
  'mv',
  'stat',
  'rm',
  'sha256sum',
  'touch',
  'mkdir',
  'rmdir',
];

/** Kills nothing, and looks at the modes of all files instead. */
export const never = 0;

/** A node whose login does what `login` says, and whose every tool writes down the modes of all files, and at its `killAt`-th call kills the program, before or after its work. */
export function watchedNode(
  at: { readonly dir: string; readonly bin: string; readonly login?: string },
  killAt: number,
  when: 'before' | 'after',
) {
  const log = join(at.bin, 'log');
  writeFileSync(log, '');
  for (const tool of tools) {
    const real = execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
    const kill = `[ "$n" != ${killAt} ] || kill -KILL 0`;
    const script = [
      '#!/bin/sh',
      `exec 9>>${log}; /usr/bin/flock 9; echo call ${tool} >&9; n=$(/usr/bin/grep -c call ${log}); exec 9>&-`,
      killAt === never ? `/usr/bin/find ${at.dir} -type f -printf 'mode %m\\n' >> ${log}` : '',
      when === 'before' ? kill : '',
      `${real} "$@"; code=$?`,
      when === 'after' ? kill : '',
      'exit $code',
    ];
    writeFileSync(join(at.bin, tool), script.join('\n'), { mode: 0o755 });
  }
  const session = shellSession();
  const bodies = createBodyStore();
  const watched = {
    ...session,
    start: (command: string) =>
      session.start(`PATH=${at.bin}${delimiter}$PATH; export PATH; ${at.login ?? ''}${command}`),
  };
  const spec = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
  return { channel: createShChannel(watched, spec, bodies), bodies, readLog: () => readFileSync(log, 'utf8') };
}
