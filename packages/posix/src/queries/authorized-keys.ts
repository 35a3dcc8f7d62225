import type { Answer } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { databaseLibrary, knowDatabase } from './database.ts';
import { printedBytes } from './printed-bytes.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for `~/.ssh/authorized_keys` of an account, wherever its home is. */
export type AuthorizedKeysQuery = { readonly kind: 'authorized-keys'; readonly account: string };

/** Something in the home directory. Its owner may have put a link or anything else there; links are told and never followed. */
export type HomeEntry =
  | { readonly type: 'absent' | 'link' | 'other' }
  | { readonly type: 'plain'; readonly uid: number; readonly mode: string };

/** The answer; an account that does not exist is absent. */
export type AuthorizedKeysValue = {
  readonly uid: number;
  readonly home: string;
  readonly hasHome: boolean;
  readonly directory: HomeEntry;
  readonly file: HomeEntry;
  /** The bytes of the file, up to `maxKeysBytes`; empty when there is none. */
  readonly base64: string;
};

/** A larger file of keys is not read: sshd would read it at every login. */
export const maxKeysBytes = 1024 * 1024;

export function authorizedKeysQuery(account: string): AuthorizedKeysQuery {
  return { kind: 'authorized-keys', account };
}

/**
 * Per account the lines `UID`, `HOME`, what `.ssh` is, what the file in it is, its Base64, and a dot. Root reads in a directory that
 * somebody else owns, so it enters `.ssh` first, checks where it came out, and opens the file without following a link where `dd` can.
 */
const keysLibrary: ShellText = shRaw(
  String.raw`sp_keys() {
  sp_accounts=$nl$sp_file_passwd$nl$sp_beside_passwd$nl sp_nofollow=-
  for sp_name; do
    case $sp_name in ''|-*|+*|*[!A-Za-z0-9_.@\$-]*) printf 'none\n.\n'; continue;; esac
    case $sp_accounts in
      *"$nl$sp_name:"*) sp_entry=\${sp_accounts#*"$nl$sp_name:"} sp_entry=\${sp_entry%%"$nl"*};;
      *) sp_keys_by_number;;
    esac
    sp_home=\${sp_entry#*:*:*:*:}
    if [ -e "\${sp_home%%:*}/.ssh/authorized_keys" ]; then sp_keys_tool; fi
    if [ -n "$sp_entry" ]; then ( IFS=:; set -- $sp_entry; unset IFS; sp_home_keys "$2" "$5" ); else printf 'none\n'; fi
    printf '.\n'
  done
}
sp_keys_by_number() {
  sp_entry=
  case $sp_name in *[!0-9]*) return;; esac
  sp_entry=$(! sp_has getent || sp_timeout 20 getent passwd "$sp_name" 2>/dev/null)
  sp_entry=\${sp_entry#*:}
}
sp_keys_tool() {
  [ "$sp_nofollow" = - ] || return 0
  if dd if=/dev/null iflag=nofollow count=0 2>/dev/null; then sp_nofollow=iflag=nofollow,fullblock; else sp_nofollow=; fi
}
sp_home_keys() {
  printf '%s\n%s\n' "$1" "$2"
  if [ ! -d "$2" ]; then printf 'homeless\n'; return; fi
  if ! cd -P -- "$2" 2>/dev/null; then printf 'denied\n'; return; fi
  sp_at=$(pwd -P)
  if [ -L .ssh ]; then printf 'link\n'; return; fi
  if [ ! -e .ssh ]; then
    if [ -x . ]; then printf 'absent\n'; else printf 'denied\n'; fi
    return
  fi
  if [ ! -d .ssh ]; then printf 'other\n'; return; fi
  if ! cd -P ./.ssh 2>/dev/null; then printf 'denied\n'; return; fi
  if [ "$(pwd -P)" != "\${sp_at%/}/.ssh" ]; then printf 'link\n'; return; fi
  stat -c '%u %a' .
  if [ -L authorized_keys ]; then printf 'link\n'
  elif [ ! -e authorized_keys ]; then printf 'absent\n'
  elif [ ! -f authorized_keys ]; then printf 'other\n'
  elif [ ! -r authorized_keys ]; then printf 'denied\n'
  else
    sp_keys_tool
    stat -c '%u %a' authorized_keys
    if [ -n "$sp_nofollow" ]; then dd if=authorized_keys "$sp_nofollow" bs=1048577 count=1 2>/dev/null
    else head -c 1048577 authorized_keys; fi | sp_base64
  fi
}
`.replaceAll('\\${', '${'),
);

/** One look into the home of every account asked for. */
export const authorizedKeysKind: QueryKind = {
  kind: 'authorized-keys',
  batchSize: 200,
  library: keysLibrary,
  shared: databaseLibrary,
  before: (queries) =>
    knowDatabase(
      'passwd',
      queries.map((query) => queryText(query, 'account')),
    ),
  section: (queries) => sh`sp_keys ${queries.map((query) => queryText(query, 'account'))}`,
  parse: (output, queries) => {
    const blocks = output.toString('utf8').split(/(?:^|\n)\.\n/);
    if (blocks.pop() !== '' || blocks.length !== queries.length) return unreadable(queries, 'the keys of accounts');
    return blocks.map(readBlock);
  },
};

function readBlock(block: string): Answer {
  if (block === 'none') return { status: 'absent' };
  const [uid = '', home = '', directory = '', file = 'absent', ...base64] = block.split('\n');
  if (directory === 'denied' || file === 'denied') {
    return { status: 'unknown', cause: { kind: 'denied', what: `${home}/.ssh/authorized_keys` } };
  }
  const directoryEntry = readEntry(directory === 'homeless' ? 'absent' : directory);
  const fileEntry = readEntry(file);
  if (!/^\d+$/.test(uid) || directoryEntry === undefined || fileEntry === undefined)
    return senseless('the keys of accounts');
  const bytes = printedBytes(base64.join('\n'));
  if (bytes.length > maxKeysBytes) return senseless(`${home}/.ssh/authorized_keys is larger than a megabyte`);
  const value: AuthorizedKeysValue = {
    uid: Number(uid),
    home,
    hasHome: directory !== 'homeless',
    directory: directoryEntry,
    file: fileEntry,
    base64: bytes.toString('base64'),
  };
  return { status: 'found', value };
}

function readEntry(text: string): HomeEntry | undefined {
  if (text === 'absent' || text === 'link' || text === 'other') return { type: text };
  const match = /^(\d+) ([0-7]+)$/.exec(text);
  return match === null ? undefined : { type: 'plain', uid: Number(match[1]), mode: (match[2] ?? '').padStart(4, '0') };
}

function senseless(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}
