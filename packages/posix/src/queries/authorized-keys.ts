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
 * The program's nonce, then per account the lines `UID`, `HOME`, what `.ssh` is or `at` and where it is, what the file in it is or
 * `holds` and its bytes, and a line with the nonce, which no file can know; last whose the directories and files are, from one `stat`.
 * All of it is in Base64, so that one program makes it for all accounts. Root reads in a directory that somebody else owns, so it
 * enters `.ssh` first, checks where it came out, and opens the file without following a link where `dd` can.
 */
const keysLibrary: ShellText = shRaw(
  String.raw`sp_keys() {
  printf '%s\n' "$sp_nonce"
  sp_accounts=$nl$sp_file_passwd$nl$sp_beside_passwd$nl sp_nofollow=-
  for sp_name; do
    shift
    sp_entry= sp_inside=
    case $sp_name in ''|-*|+*|*[!A-Za-z0-9_.@\$-]*) ;; *) sp_keys_entry;; esac
    if [ -z "$sp_entry" ]; then printf none
    else
      sp_uid=\${sp_entry#*:} sp_home=\${sp_entry#*:*:*:*:}
      sp_home_keys "\${sp_uid%%:*}" "\${sp_home%%:*}"
    fi
    printf '\n%s\n' "$sp_nonce"
    case $sp_inside in
      file) set -- "$@" "$PWD" "$PWD/authorized_keys";;
      directory) set -- "$@" "$PWD";;
    esac
  done
  [ $# -eq 0 ] || stat -c '%u %a %n' -- "$@" 2>/dev/null
}
sp_keys_entry() {
  case $sp_accounts in
    *"$nl$sp_name:"*) sp_entry=\${sp_accounts#*"$nl$sp_name:"} sp_entry=\${sp_entry%%"$nl"*};;
    *) sp_keys_by_number;;
  esac
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
  case $2 in /*) ;; *) printf homeless; return;; esac
  if [ ! -d "$2" ]; then printf homeless; return; fi
  if ! cd -P -- "$2" 2>/dev/null; then printf denied; return; fi
  sp_at=\${PWD%/}
  if [ -L .ssh ]; then printf link; return; fi
  if [ ! -e .ssh ]; then
    if [ -x . ]; then printf absent; else printf denied; fi
    return
  fi
  if [ ! -d .ssh ]; then printf other; return; fi
  if ! cd -P ./.ssh 2>/dev/null; then printf denied; return; fi
  if [ "$PWD" != "$sp_at/.ssh" ]; then printf link; return; fi
  sp_inside=directory
  printf 'at %s\n' "$PWD"
  if [ -L authorized_keys ]; then printf link
  elif [ ! -e authorized_keys ]; then printf absent
  elif [ ! -f authorized_keys ]; then printf other
  elif [ ! -r authorized_keys ]; then printf denied
  else
    sp_inside=file
    printf 'holds\n'
    sp_keys_tool
    if [ -n "$sp_nofollow" ]; then dd if=authorized_keys "$sp_nofollow" bs=1048577 count=1 2>/dev/null
    else head -c 1048577 authorized_keys; fi
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
  section: (queries) => sh`sp_keys ${queries.map((query) => queryText(query, 'account'))} | sp_base64`,
  parse: (output, queries) => {
    const text = printedBytes(output.toString('latin1')).toString('latin1');
    const nonce = text.slice(0, text.indexOf('\n') + 1);
    const blocks = text.slice(nonce.length).split(`\n${nonce}`);
    const owners = ownersOf(blocks.pop() ?? '');
    if (nonce === '' || blocks.length !== queries.length) return unreadable(queries, 'the keys of accounts');
    return blocks.map((block) => readBlock(block, owners));
  },
};

/** Whose each directory and file is that `stat` told of, by its path. */
type Owners = ReadonlyMap<string, HomeEntry>;

function ownersOf(text: string): Owners {
  const entries = text.matchAll(/^(\d+) ([0-7]+) (.*)$/gm);
  return new Map(
    entries.map(([, uid, mode = '', path = '']) => [
      path,
      { type: 'plain', uid: Number(uid), mode: mode.padStart(4, '0') },
    ]),
  );
}

function readBlock(block: string, owners: Owners): Answer {
  if (block === 'none') return { status: 'absent' };
  const [uid, afterUid] = cutLine(block);
  const [rawHome, afterHome] = cutLine(afterUid);
  const [directory, afterDirectory] = cutLine(afterHome);
  const [file, content] = cutLine(afterDirectory === '' ? 'absent' : afterDirectory);
  const home = Buffer.from(rawHome, 'latin1').toString('utf8');
  if (directory === 'denied' || file === 'denied') {
    return { status: 'unknown', cause: { kind: 'denied', what: `${home}/.ssh/authorized_keys` } };
  }
  const at = directory.startsWith('at ') ? directory.slice('at '.length) : undefined;
  const directoryEntry = at === undefined ? readEntry(directory) : owners.get(at);
  const fileEntry = file === 'holds' ? owners.get(`${at}/authorized_keys`) : readEntry(file);
  if (!/^\d+$/.test(uid) || directoryEntry === undefined || fileEntry === undefined)
    return senseless('the keys of accounts');
  if (content.length > maxKeysBytes) return senseless(`${home}/.ssh/authorized_keys is larger than a megabyte`);
  const value: AuthorizedKeysValue = {
    uid: Number(uid),
    home,
    hasHome: directory !== 'homeless',
    directory: directoryEntry,
    file: fileEntry,
    base64: Buffer.from(content, 'latin1').toString('base64'),
  };
  return { status: 'found', value };
}

/** The first line of a text without its end, and what follows it. */
function cutLine(text: string): readonly [string, string] {
  const end = text.indexOf('\n');
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
}

function readEntry(text: string): HomeEntry | undefined {
  if (text === 'homeless') return { type: 'absent' };
  return text === 'absent' || text === 'link' || text === 'other' ? { type: text } : undefined;
}

function senseless(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}
