import type { Answer } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for the password state and the ageing of an account of the node's own files. */
export type ShadowQuery = { readonly kind: 'shadow'; readonly name: string };

/** The answer: the fields of shadow(5), without the password hash. */
export type ShadowValue = {
  /** The hash is disabled by a `!` before it, whether there is one or not. */
  readonly locked: boolean;
  /** `set`: a hash; `empty`: login without a password; `never`: only `!`, as a new account has; `disabled`: any other text. */
  readonly password: 'set' | 'empty' | 'never' | 'disabled';
  /** SHA-256 of the hash without its lock, lower-case hex; null when there is none or the node has no tool to compute it. */
  readonly sha256: string | null;
  /** Days since 1970-01-01 on which the account expires; -1 for never. */
  readonly expiresDay: number;
  /** Days; -1 when not set. */
  readonly minDays: number;
  readonly maxDays: number;
  readonly warnDays: number;
  readonly inactiveDays: number;
};

export function shadowQuery(name: string): ShadowQuery {
  return { kind: 'shadow', name };
}

/**
 * One reading of `/etc/shadow`. The first line is `ok`, `denied` or `none` (a node without shadow passwords). Hashes stay on the
 * node: what leaves it is a digest, which tells equality and, because every hash is salted, nothing else.
 */
export const shadowKind: QueryKind = {
  kind: 'shadow',
  batchSize: 500,
  library: shRaw(
    String.raw`sp_shadow() {
  if [ ! -e /etc/shadow ]; then printf 'none\n'; return 0; fi
  if [ ! -r /etc/shadow ]; then printf 'denied\n'; return 0; fi
  printf 'ok\n'
  sp_wanted=$nl
  for sp_name; do sp_wanted=$sp_wanted$sp_name$nl; done
  while IFS=: read -r sp_name sp_hash sp_day sp_min sp_max sp_warn sp_inactive sp_expire sp_rest || [ -n "$sp_name" ]; do
    case $sp_wanted in *"$nl$sp_name$nl"*) ;; *) continue;; esac
    sp_locked=0 sp_state=set sp_sum=
    while :; do case $sp_hash in !*) sp_locked=1 sp_hash=\${sp_hash#!};; *) break;; esac; done
    case $sp_locked$sp_hash in 0) sp_state=empty;; 1) sp_state=never;; ?\$*|??????????????) ;; *) sp_state=disabled;; esac
    if [ $sp_state = set ]; then sp_sum=$(printf %s "$sp_hash" | sp_sha256_in); fi
    printf '%s:%s:%s:%s:%s:%s:%s:%s:%s\n' "$sp_name" "$sp_locked" "$sp_state" "\${sp_sum%% *}" "$sp_expire" "$sp_min" "$sp_max" "$sp_warn" "$sp_inactive"
  done </etc/shadow
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_shadow ${queries.map((query) => queryText(query, 'name'))}`,
  parse: (output, queries) => {
    const [status, ...lines] = output.toString('utf8').split('\n');
    if (status === 'denied') {
      return queries.map(() => ({ status: 'unknown', cause: { kind: 'denied', what: '/etc/shadow' } }));
    }
    if (status === 'none') return unreadable(queries, 'the node has no /etc/shadow');
    if (status !== 'ok') return unreadable(queries, 'the password state of accounts');
    return queries.map((query): Answer => findShadow(lines, queryText(query, 'name')));
  },
};

function findShadow(lines: readonly string[], name: string): Answer {
  const fields = lines.map((line) => line.split(':')).find(([first, ...rest]) => first === name && rest.length === 8);
  if (fields === undefined) return { status: 'absent' };
  const [, locked, password = '', sha256 = '', expires, min, max, warn, inactive] = fields;
  if (!isPasswordState(password)) {
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the password state of accounts' } };
  }
  const value: ShadowValue = {
    locked: locked === '1',
    password,
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
    expiresDay: toDays(expires),
    minDays: toDays(min),
    maxDays: toDays(max),
    warnDays: toDays(warn),
    inactiveDays: toDays(inactive),
  };
  return { status: 'found', value };
}

function isPasswordState(text: string): text is ShadowValue['password'] {
  return ['set', 'empty', 'never', 'disabled'].includes(text);
}

/** An empty field and any negative number mean that nothing is set. */
function toDays(text: string | undefined): number {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : -1;
}
