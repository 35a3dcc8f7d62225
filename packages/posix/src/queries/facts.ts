import type { JsonObject, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, unreadable } from './query-kind.ts';

/** Asks what kind of host a node is; the answer is a flat object of texts. */
export const factsQuery: Query = { kind: 'facts' };

/** Tools that the programs use, so that `setpoint doctor` can name those a node lacks. */
const wantedTools = [
  'stat',
  'sha256sum',
  'base64',
  'dd',
  'mktemp',
  'timeout',
  'flock',
  'sync',
  'getent',
  'apt-get',
  'systemctl',
  'sudo',
];

/** One small script; values are printed as `name=value` lines, one line each. */
export const factsKind: QueryKind = {
  kind: 'facts',
  batchSize: 1,
  library: shRaw(
    String.raw`sp_facts() {
  printf 'hostname=%s\n' "$(uname -n)"
  printf 'kernel=%s\n' "$(uname -sr)"
  printf 'architecture=%s\n' "$(uname -m)"
  sp_os=$( . /etc/os-release 2>/dev/null && printf '%s|%s|%s' "$ID" "$VERSION_ID" "$PRETTY_NAME")
  printf 'os=%s\n' "\${sp_os%%|*}"
  sp_os=\${sp_os#*|}
  printf 'os_version=%s\n' "\${sp_os%%|*}"
  printf 'os_name=%s\n' "\${sp_os#*|}"
  printf 'account=%s\n' "$(id -un)"
  printf 'uid=%s\n' "$(id -u)"
  printf 'shell=%s\n' "$(readlink -f /bin/sh 2>/dev/null)"
  if [ -d /run/systemd/system ]; then printf 'init=systemd\n'; else printf 'init=other\n'; fi
  while read -r sp_key sp_value sp_rest; do
    case $sp_key in MemTotal:) printf 'memory_kib=%s\n' "$sp_value";; esac
  done </proc/meminfo
  read -r sp_value sp_rest </proc/uptime && printf 'uptime_seconds=%s\n' "\${sp_value%%.*}"
  printf 'clock=%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
  for sp_key; do sp_has "$sp_key" || printf 'missing=%s\n' "$sp_key"; done
}
`.replaceAll('\\${', '${'),
  ),
  section: () => sh`sp_facts ${wantedTools}`,
  parse: (output, queries) => {
    const facts: Record<string, string> = {};
    for (const line of output.toString('utf8').split('\n')) {
      const equals = line.indexOf('=');
      if (equals <= 0) continue;
      const name = line.slice(0, equals);
      const before = facts[name];
      facts[name] = before === undefined ? line.slice(equals + 1) : `${before} ${line.slice(equals + 1)}`;
    }
    if (facts['kernel'] === undefined) return unreadable(queries, 'the facts of the node');
    const value: JsonObject = facts;
    return queries.map(() => ({ status: 'found', value }));
  },
};
