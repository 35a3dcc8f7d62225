import type { Answer } from '@setpoint/model';
import { shRaw } from '@setpoint/sdk';
import { initServicesText } from './init-services.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, unreadable } from './query-kind.ts';

/** Asks a tool of the node for the names of all objects of a kind that somebody made or chose. */
export type ListingQuery = { readonly kind: 'listing'; readonly of: ListingName };

export type ListingName = keyof typeof programs;

/** The answer; absent where the node has no tool that knows. */
export type ListingValue = { readonly names: readonly string[] };

/** Asks for the names that a tool of the node lists. */
export function listingQuery(of: ListingName): ListingQuery {
  return { kind: 'listing', of };
}

/**
 * Packages that were asked for and did not come along with others or with the system itself: apt marks all of a new system, so what
 * dpkg calls required or important is left out, and libraries, too. Beside the apt of a node without `apt-mark` nobody knows them.
 * zypper keeps a list of those that came along, and dnf must be asked, which leaves a log where it is not root who asks.
 */
const packages = String.raw`sp_find_manager
case $sp_manager in
  apt)
    sp_has apt-mark || return 127
    { dpkg-query -W -f='-\${Priority}/\${Section} \${Package}\n-\${Priority}/\${Section} \${Package}:\${Architecture}\n'; sp_timeout 60 apt-mark showmanual; } 2>/dev/null |
      awk '/^-(required\/|important\/|[a-z]*\/(old)?libs )/{base[$2]=1} /^[^-]/ && !($1 in base)';;
  dnf)
    [ "$(id -u)" -eq 0 ] || return 77
    sp_told=$(sp_unseen "$sp_dnf" -q -C --disablerepo='*' repoquery --userinstalled --qf '%{name}\n' 2>/dev/null) || return 78
    printf '%s\n' "$sp_told" | sort -u;;
  zypper)
    sed -n 's/^[^#]/-&/p' /var/lib/zypp/AutoInstalled 2>/dev/null
    sp_told=$(rpm -qa --qf '%{NAME}\n' 2>/dev/null) || return 78
    printf '%s\n' "$sp_told" | sed '/^gpg-pubkey$/d' | sort -u;;
  pacman) pacman -Qqe 2>/dev/null;;
  apk) tr -s ' \t' '\n' </etc/apk/world 2>/dev/null | sed 's/[<>=~@].*//; /^[!.]/d';;
  *) return 127;;
esac`;

/** Services, sockets, timers and paths that start with the node, and those that an administrator masked. */
const services = String.raw`sp_find_init
case $sp_init in
  openrc)
    set +f
    for sp_link in /etc/runlevels/*/*; do
      case $sp_link in */sysinit/*|*/shutdown/*) ;; *) [ ! -f "$sp_link" ] || printf '%s\n' "\${sp_link##*/}";; esac
    done
    set -f;;
  sysv) set +f; for sp_link in /etc/rc[2-5].d/S[0-9][0-9]*; do [ ! -e "$sp_link" ] || printf '%s\n' "\${sp_link##*/S[0-9][0-9]}"; done | sort -u; set -f;;
  *)
    sp_has systemctl || return 127
    systemctl list-unit-files --no-pager --no-legend --state=enabled 2>/dev/null | awk '$1 !~ /@\./ && $1 ~ /\.(service|socket|timer|path)$/ {print $1}'
    set +f
    for sp_link in /etc/systemd/system/*.*; do
      case $(readlink -- "$sp_link") in /dev/null) printf '%s\n' "\${sp_link##*/}";; esac
    done
    set -f;;
esac`;

/** Configuration files of packages, for dpkg those of ucf, too, that were changed, and files in known places of /etc that no package brought. */
const files = String.raw`sp_find_manager
sp_loose() {
  set +f
  for sp_file in /etc/cron.d/* /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* /etc/logrotate.d/* \
    /etc/profile.d/* /etc/ssh/sshd_config.d/* /etc/apt/apt.conf.d/* /etc/apt/preferences.d/* /etc/tmpfiles.d/* /etc/udev/rules.d/* \
    /etc/rsyslog.d/* /etc/nginx/conf.d/* /etc/nginx/sites-available/* /etc/systemd/*.conf.d/* /etc/fail2ban/*.d/*.local; do
    [ ! -f "$sp_file" ] || [ -L "$sp_file" ] || printf '%s\n' "$sp_file"
  done
  set -f
}
case $sp_manager in
  apt)
    sp_has md5sum || return 127
    dpkg-query -W -f='\${Conffiles}\n' 2>/dev/null | awk 'NF == 2 && $1 ~ /^\// && $2 ~ /^[0-9a-f]+$/ {print $2 "  " $1}' |
      { cat; sed -n 's/^\([0-9a-f]*\)  *\(\/.*\)$/\1  \2/p' /var/lib/ucf/hashfile 2>/dev/null; } | md5sum -c - 2>/dev/null | sed -n 's/: FAILED$//p'
    sp_all=$(sp_loose)
    IFS=$nl
    [ -z "$sp_all" ] || { printf '%s\n' "$sp_all"; dpkg-query -S -- $sp_all 2>/dev/null | sed -n 's/^[^/]*: \(\/.*\)$/-\1/p'; };;
  dnf|zypper)
    sp_timeout 120 rpm -Vac --nodeps --noscripts 2>/dev/null | sed -n 's/^..5[^ ]*  *c \(\/.*\)$/\1/p'
    sp_loose | while IFS= read -r sp_file; do rpm -qf -- "$sp_file" >/dev/null 2>&1 || printf '%s\n' "$sp_file"; done;;
  pacman)
    pacman -Qii 2>/dev/null | sed -n 's/^\(Backup Files *:\)\{0,1\}[ \t]*MODIFIED[ \t]*\(\/.*\)$/\2/p; s/^\(Backup Files *:\)\{0,1\} *\(\/.*\) \[modified\]$/\2/p'
    sp_loose | while IFS= read -r sp_file; do pacman -Qqo -- "$sp_file" >/dev/null 2>&1 || printf '%s\n' "$sp_file"; done;;
  apk)
    apk audit /etc 2>/dev/null | sed -n 's/^U /\//p'
    sp_loose | awk 'NR == FNR { if (/^F:/) dir = substr($0, 3); if (/^R:/) owned["/" dir "/" substr($0, 3)] = 1; next } !($0 in owned)' /lib/apk/db/installed -;;
  *) return 127;;
esac`;

const firewall = String.raw`sp_has nft || return 127
nft list tables 2>/dev/null | sed -n 's/^table //p'`;

const containers = String.raw`sp_has docker || sp_has podman || return 127
{ sp_has docker && sp_timeout 15 docker ps -a --format '{{.Names}}' || sp_timeout 15 podman ps -a --format '{{.Names}}'; } 2>/dev/null`;

const programs = { packages, services, files, firewall, containers } as const;

/** One function per list; a name per line. A name with `-` before it takes an earlier one out again. */
export const listingKind: QueryKind = {
  kind: 'listing',
  batchSize: 1,
  shared: packageRowsLibrary,
  library: shRaw(
    `${initServicesText}${Object.entries(programs)
      .map(([name, program]) => `sp_list_${name}() {\n${program}\n}\n`)
      .join('')}`.replaceAll('\\${', '${'),
  ),
  section: ([query]) => shRaw(`sp_list_${isListing(query?.['of']) ? query['of'] : 'none'}`),
  parse: (output, queries, code) => {
    if (code === 127) return queries.map((): Answer => ({ status: 'absent' }));
    if (code === 77) return unreadable(queries, 'only root can ask the package manager for it');
    if (code === 78) return unreadable(queries, 'the package manager does not tell');
    const lines = output.toString('utf8').split('\n').slice(0, -1);
    const taken = new Set(lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1)));
    const names = [...new Set(lines.filter((line) => !line.startsWith('-') && line !== '' && !taken.has(line)))];
    return queries.map((): Answer => ({ status: 'found', value: { names } }));
  },
};

function isListing(name: unknown): name is ListingName {
  return typeof name === 'string' && Object.hasOwn(programs, name);
}
