import { type ShellText, sh, shRaw } from '@setpoint/sdk';

/**
 * Shell functions that change entries of the tree in `.`, which may belong to somebody who puts links in their places meanwhile.
 * They are put after `-exec` of find as `"$@"`, once `sp_by chown|chgrp|chmod VALUE` has chosen how: where only root can change the
 * directories the tool itself for many entries at once, elsewhere a loop that goes by what it has opened or entered.
 */
export function treeTools(ownerComes: string | null): ShellText {
  const isForeign = ownerComes !== null && ownerComes !== 'root' && ownerComes !== '0';
  return sh`sp_foreign=${isForeign ? 1 : ''}
if [ "$(id -u)" != 0 ] || [ ! -d /proc/self/fd ]; then sp_foreign=
elif [ -n "$(find . -xdev -type d \\( ! -user 0 -o -perm -020 -o -perm -002 \\) -exec printf x \\; | head -c 1)" ]; then sp_foreign=1; fi
sp_entries=${entriesScript.shell}
sp_opened=${openedScript.shell}
`;
}

/** The words after `-exec` for one tool and one value. */
export function byTool(tool: 'chown' | 'chgrp' | 'chmod', value: string): ShellText {
  const loop = shRaw(tool === 'chmod' ? '"$sp_opened"' : '"$sp_entries"');
  const many = tool === 'chmod' ? sh`chmod -- ${value}` : sh`${shRaw(tool)} -h -- ${value}`;
  return sh`if [ -n "$sp_foreign" ]; then set -- /bin/sh -c ${loop} sh ${shRaw(tool)} ${value}; else set -- ${many}; fi`;
}

/** Owner and group: the directory of the entry is entered, and must be the one that find saw; `-h` follows no link in it. */
const entriesScript = shRaw(`cd -P . && top=\${PWD%/} tool=$1 value=$2 failed=0
shift 2
for each; do
  dir=\${each%/*} at=$top\${each#.}
  at=\${at%/*}
  ( cd -P -- "$dir" && [ "$PWD" = "\${at:-/}" ] && "$tool" -h -- "$value" "./\${each##*/}" ) || failed=1
done
exit $failed`);

/** Mode: chmod follows links, so the entry is opened, and what is open must lie where find saw it. */
const openedScript = shRaw(`cd -P . && top=\${PWD%/} value=$2 failed=0
shift 2
for each; do
  if [ -f "$each" ] || [ -d "$each" ]; then
    { [ "$(readlink /proc/self/fd/5; printf x)" = "$top\${each#.}
x" ] && chmod -- "$value" /proc/self/fd/5; } 5<"$each" || failed=1
  fi
done
exit $failed`);
