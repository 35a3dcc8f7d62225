import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { printedBytes } from './printed-bytes.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for the table of jobs of an account, as `crontab -l` prints it. */
export type CrontabQuery = { readonly kind: 'crontab'; readonly account: string };

/** The answer; a table that is not there has no lines. Absent where the node has no `crontab`. */
export type CrontabValue = { readonly base64: string };

export function crontabQuery(account: string): CrontabQuery {
  return { kind: 'crontab', account };
}

/**
 * Per account a mark, `+` with the Base64 of the table in the next lines, `-` for none, `!` for what this account may not read, `?` with
 * what crontab said; then a dot. The cron of Debian, cronie and busybox say in different words that there is no table; nobody but root
 * may ask for the table of another account.
 */
export const crontabKind: QueryKind = {
  kind: 'crontab',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_crontabs() {
  sp_has crontab || { printf none; return 0; }
  sp_me=$(id -un) sp_root=
  [ "$(id -u)" != 0 ] || sp_root=1
  for sp_name; do
    if [ -n "$sp_root" ]; then sp_crontab -u "$sp_name"
    elif [ "$sp_name" = "$sp_me" ]; then sp_crontab
    else printf '!\n'; fi
    printf '.\n'
  done
}
sp_crontab() {
  sp_table=$(sp_timeout 20 crontab "$@" -l 2>/dev/null; printf '=%s' "$?")
  case \${sp_table##*=} in
    0) printf '+\n'; printf %s "\${sp_table%=*}" | sp_base64;;
    *)
      sp_said=$(sp_timeout 20 crontab "$@" -l 2>&1 >/dev/null)
      case $sp_said in
        *'no crontab for'*|*"can't open"*|*'nknown user'*|*unknown*) printf '%s\n' -;;
        *'not allowed'*|*'must be suid'*|*ermission*|*rivileged*) printf '!\n';;
        *) printf '?%s\n' "\${sp_said%%"$nl"*}";;
      esac;;
  esac
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_crontabs ${queries.map(accountOf)}`,
  parse: (output, queries) => {
    const text = output.toString('utf8');
    if (text === 'none') return queries.map(() => ({ status: 'absent' }));
    const blocks = text.split(/(?:^|\n)\.\n/);
    if (blocks.pop() !== '' || blocks.length !== queries.length) return unreadable(queries, 'the output of `crontab`');
    return blocks.map((block, index) => readBlock(block, accountOf(queries[index])));
  },
};

function accountOf(query: Query | undefined): string {
  return query === undefined ? '' : queryText(query, 'account');
}

function readBlock(block: string, account: string): Answer {
  const [mark = '', ...rest] = block.split('\n');
  switch (mark[0]) {
    case '+':
      return { status: 'found', value: { base64: printedBytes(rest.join('\n')).toString('base64') } };
    case '-':
      return { status: 'found', value: { base64: '' } };
    case '!':
      return { status: 'unknown', cause: { kind: 'denied', what: `the crontab of ${account}` } };
    default:
      return { status: 'unknown', cause: { kind: 'unavailable', what: mark.slice(1) || 'the output of `crontab`' } };
  }
}
