import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type BodyStore, type Channel, createBodyStore } from '@setpoint/model';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import { shellSession } from './shell-session.ts';

/** The account that waits for root in the directories it owns. */
export const hostileOwner = 12;

/** Right before its work, a tool lets the hostile owner do something in a directory, with the rights of that account. */
export type Ambush = { readonly tool: string; readonly at: string; readonly deed: string };

/** Does it at once. */
export function strike(at: string, deed: string): void {
  const account = [`--reuid=${hostileOwner}`, `--regid=${hostileOwner}`, '--clear-groups'];
  execFileSync('/usr/bin/setpriv', [...account, '/bin/dash', '-c', deed], { cwd: at, stdio: 'ignore' });
}

/** Puts the tool that springs the ambush into a folder of tools; `real` is what does its work, if not the tool of this machine. */
export function layAmbush(tools: string, { tool, at, deed }: Ambush, real = whereIs(tool)): void {
  const asOwner = `/usr/bin/setpriv --reuid=${hostileOwner} --regid=${hostileOwner} --clear-groups /bin/dash -c`;
  const script = `#!/bin/dash\n( cd ${at} && ${asOwner} '${deed}' ) </dev/null >/dev/null 2>&1\nexec ${real} "$@"\n`;
  writeFileSync(join(tools, tool), script, { mode: 0o755 });
}

function whereIs(tool: string): string {
  return execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
}

/** This machine as a node whose every shell is the given one and whose programs come from a folder of tools first. */
export function nodeWithTools(shell: string, tools: string): { readonly channel: Channel; readonly bodies: BodyStore } {
  const session = shellSession(shell);
  const bodies = createBodyStore();
  const start = (command: string) => session.start(`PATH=${tools}${delimiter}$PATH; export PATH; ${command}`);
  const spec = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
  return { channel: createShChannel({ ...session, start }, spec, bodies), bodies };
}
