import { type ShellText, shRaw } from '@setpoint/sdk';

/** The package managers that packages are managed with, by the name that people know them under. */
export const packageManagers = ['apt', 'dnf', 'zypper', 'pacman', 'apk'] as const;

export type PackageManagerName = (typeof packageManagers)[number];

/** The manager that the first line of an answer names; apt prints no such line. */
export function managerOf(lines: readonly string[]): PackageManagerName {
  const named = /^manager\|(\w+)$/.exec(lines[0] ?? '')?.[1];
  return packageManagers.find((each) => each === named) ?? 'apt';
}

/** Why a node without any of them cannot be asked. */
export const noManager = 'the node has neither apt, dnf, zypper, pacman nor apk';

/**
 * `sp_find_manager` puts the name of the node's package manager into `sp_manager`, or nothing. The system says which one it is in
 * os-release(5); a program of that name alone proves nothing, because others bring one along. Where the system says nothing, the
 * database that holds packages tells.
 */
export const managerLibrary: ShellText = shRaw(
  String.raw`sp_manager= sp_manager_asked=
sp_find_manager() {
  [ -z "$sp_manager_asked" ] || return 0
  sp_manager_asked=1 sp_ids=
  for sp_file in /etc/os-release /usr/lib/os-release; do
    [ -r "$sp_file" ] || continue
    while IFS='=' read -r sp_key sp_value; do
      case $sp_key in ID|ID_LIKE) sp_value=\${sp_value#[\"\']} sp_ids="$sp_ids \${sp_value%[\"\']}";; esac
    done <"$sp_file"
    break
  done
  for sp_id in $sp_ids; do
    case $sp_id in
      debian|ubuntu) sp_is_manager apt dpkg-query && return;;
      fedora|rhel|centos|amzn) sp_is_manager dnf rpm && return;;
      suse|opensuse*|sles|sled) sp_is_manager zypper rpm zypper && return;;
      arch|archlinux) sp_is_manager pacman pacman && return;;
      alpine|wolfi|chimera) sp_is_manager apk apk && return;;
    esac
  done
  if [ -s /var/lib/dpkg/status ]; then sp_is_manager apt dpkg-query && return; fi
  if [ -s /lib/apk/db/installed ]; then sp_is_manager apk apk && return; fi
  if [ -d /var/lib/pacman/local ]; then sp_is_manager pacman pacman && return; fi
  if [ -d /etc/zypp/repos.d ]; then sp_is_manager zypper rpm zypper && return; fi
  if [ -d /etc/yum.repos.d ]; then sp_is_manager dnf rpm && return; fi
  return 0
}
sp_is_manager() {
  sp_is=$1
  shift
  for sp_tool; do sp_has "$sp_tool" || return 1; done
  if [ "$sp_is" = dnf ]; then sp_find_dnf || return 1; fi
  sp_manager=$sp_is
}
sp_find_dnf() {
  for sp_dnf in dnf5 dnf yum; do if sp_has "$sp_dnf"; then return 0; fi; done
  return 1
}
`.replaceAll('\\${', '${'),
);
