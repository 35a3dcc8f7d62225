import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks whether something stands at a path in the home of an account, where a private key of its own belongs. */
export type SshKeyQuery = { readonly kind: 'ssh-key'; readonly account: string; readonly path: string };

/** The answer; absent for an account that is not there. */
export type SshKeyValue = { readonly isThere: boolean };

/** Asks whether an account has a key at a path below its home. */
export function sshKeyQuery(account: string, path: string): SshKeyQuery {
  return { kind: 'ssh-key', account, path };
}

/** One sign per key: `+` something is there, a link that leads nowhere too; `n` no such account; others as `sp_gone` says. */
export const sshKeyKind: QueryKind = {
  kind: 'ssh-key',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_ssh_keys() {
  while [ $# -gt 0 ]; do
    sp_home=$(if sp_has getent; then sp_timeout 20 getent passwd "$1"; else grep "^$1:" /etc/passwd; fi 2>/dev/null | cut -d: -f6)
    if [ -z "$sp_home" ]; then printf n
    elif [ -e "$sp_home/$2" ] || [ -L "$sp_home/$2" ]; then printf +
    else sp_gone "$sp_home/$2"; fi
    shift 2
  done
  printf '\n'
}
`,
  ),
  section: (queries) =>
    sh`sp_ssh_keys ${queries.flatMap((query) => [queryText(query, 'account'), queryText(query, 'path')])}`,
  parse: (output, queries) => {
    const signs = output.toString('latin1').trimEnd();
    if (signs.length !== queries.length || !/^[-+n!/]*$/.test(signs))
      return unreadable(queries, 'the keys of accounts');
    return queries.map((query, index) => answerFor(signs[index] ?? '', query));
  },
};

function answerFor(sign: string, query: Query): Answer {
  if (sign === 'n') return { status: 'absent' };
  const what = `${queryText(query, 'path')} in the home of ${queryText(query, 'account')}`;
  if (sign === '!') return { status: 'unknown', cause: { kind: 'denied', what } };
  const value: SshKeyValue = { isThere: sign === '+' };
  return { status: 'found', value };
}
