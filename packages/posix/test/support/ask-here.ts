import type { Answer, Query } from '@setpoint/model';
import { ask } from '../../src/driver/ask.ts';
import { shellSession } from './shell-session.ts';

/** What this machine answers in a given shell; `as` is put before the command, such as `setpriv --reuid=65534`. */
export async function askHere(shell: string, queries: readonly Query[], as = ''): Promise<readonly Answer[]> {
  const session = shellSession(shell);
  const result = await ask(
    {
      session: { ...session, start: (command) => session.start(`${as} ${command}`) },
      node: 'here',
      sudo: undefined,
    },
    queries.map((query) => ({ query })),
  );
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  return result.answers;
}
