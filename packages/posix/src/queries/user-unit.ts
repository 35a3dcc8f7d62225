import type { Answer, Query } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { asAccountLibrary } from '../accounts/as-account.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';
import { isUnitName, readUnits, unitsLibrary } from './unit.ts';

/**
 * Asks the manager that an account has for its own units for one of them, by its full name. The answer is a `UnitValue`. With an empty
 * `account` it is what the files say to the managers of all accounts.
 */
export type UserUnitQuery = { readonly kind: 'user-unit'; readonly account: string; readonly name: string };

/** Asks whether an account has a manager for its own units. */
export type UserManagerQuery = { readonly kind: 'user-manager'; readonly account: string };

/**
 * The answer, absent for an account that is not there: the manager runs as long as the node does because the account lingers, runs until
 * the account logs out, or does not run.
 */
export type UserManagerValue = { readonly status: 'lingers' | 'session' | 'none' };

/** Asks what the manager of an account says of one of its units. */
export function userUnitQuery(account: string, name: string): UserUnitQuery {
  return { kind: 'user-unit', account, name };
}

/** Asks what the files for the managers of all accounts say of a unit. */
export function globalUnitQuery(name: string): UserUnitQuery {
  return { kind: 'user-unit', account: '', name };
}

/** Asks for the manager of an account. */
export function userManagerQuery(account: string): UserManagerQuery {
  return { kind: 'user-manager', account };
}

/** Where logind keeps who lingers: an empty file for each of them. */
export function lingerPath(account: string): string {
  return `/var/lib/systemd/linger/${account}`;
}

const userLibrary: ShellText = shRaw(`${asAccountLibrary.shell}sp_user_units() {
  sp_account=$1
  shift
  sp_has systemctl || { echo '#none'; return; }
  sp_uid=
  [ -n "$sp_account" ] && sp_find_user "$sp_account"
  case $? in
    0) systemctl() { sp_user_ctl "$@"; };;
    1) systemctl() { command systemctl --global "$@"; };;
    *) echo '#denied'; return;;
  esac
  if [ -n "$sp_uid" ] && sp_has_manager; then sp_units "$@"; return; fi
  export SYSTEMD_OFFLINE=1
  sp_units_offline "$@"
}
sp_user_managers() {
  for sp_account; do
    sp_find_user "$sp_account"
    case $? in
      0) if ! sp_has_manager; then echo none
        elif [ -e ${lingerPath('"$sp_account"')} ]; then echo lingers
        else echo session; fi;;
      1) echo absent;;
      *) echo denied;;
    esac
  done
}
`);

/** As of units of the system, account by account; without its manager, and without the account, the files alone are told of. */
export const userUnitKind: QueryKind = {
  kind: 'user-unit',
  batchSize: 200,
  shared: unitsLibrary,
  library: userLibrary,
  section: (queries) =>
    shJoin(
      accountsOf(queries).map(
        (account) => sh`printf '#account %s\\n' ${account}; ( sp_user_units ${account} ${namesOf(queries, account)} )`,
      ),
      '; ',
    ),
  parse: (output, queries) => {
    const [, ...parts] = output.toString('utf8').split(/^#account (\S*)\n/m);
    const answers = new Map<Query, Answer>();
    for (const account of accountsOf(queries)) {
      const own = queries.filter((query) => accountOf(query) === account);
      const at = parts.findIndex((part, index) => index % 2 === 0 && part === account);
      const text = at < 0 ? '' : (parts[at + 1] ?? '');
      for (const [index, answer] of readPart(account, own, text).entries()) {
        const query = own[index];
        if (query !== undefined) answers.set(query, answer);
      }
    }
    return queries.map((query) => answers.get(query) ?? { status: 'absent' });
  },
};

/** systemd calls /etc/systemd/user by the link that leads to it, because XDG comes first. */
function readPart(account: string, queries: readonly Query[], text: string): readonly Answer[] {
  if (text.startsWith('#denied')) return queries.map(() => denied(account));
  if (text.startsWith('#none')) return unreadable(queries, 'the node has no `systemctl`');
  return readUnits(text.replaceAll('/etc/xdg/systemd/user/', '/etc/systemd/user/'), queries);
}

/** One word for each account, in order. */
export const userManagerKind: QueryKind = {
  kind: 'user-manager',
  batchSize: 200,
  library: userLibrary,
  section: (queries): ShellText => sh`sp_user_managers ${queries.map(accountOf)}`,
  parse: (output, queries) => {
    const words = output.toString('utf8').split('\n');
    return queries.map((query, index) => managerAnswer(words[index] ?? '', accountOf(query)));
  },
};

function managerAnswer(word: string, account: string): Answer {
  if (word === 'lingers' || word === 'session' || word === 'none') return { status: 'found', value: { status: word } };
  if (word === 'absent') return { status: 'absent' };
  if (word === 'denied') return denied(account);
  return { status: 'unknown', cause: { kind: 'unavailable', what: `the manager of the units of ${account}` } };
}

function denied(account: string): Answer {
  return { status: 'unknown', cause: { kind: 'denied', what: `the units of ${account}` } };
}

function accountOf(query: Query): string {
  return queryText(query, 'account');
}

function accountsOf(queries: readonly Query[]): readonly string[] {
  return [...new Set(queries.map(accountOf))];
}

function namesOf(queries: readonly Query[], account: string): readonly string[] {
  return queries
    .filter((query) => accountOf(query) === account)
    .map((query) => queryText(query, 'name'))
    .filter(isUnitName);
}
