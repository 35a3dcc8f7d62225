import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { mountsLibrary, type TreeValue, treeSize } from '../../queries/tree.ts';

/** Trees up to this size are compared name by name before they are removed, larger ones by the number of their entries. */
const comparedEntries = 200;

/**
 * Removes everything in `.`, whose path is only for messages; undefined where the plan could not list it. Refuses when a file system
 * is mounted in it, or when it holds what the plan did not list. What is gone meanwhile needs no removal.
 */
export function emptyDirectory(path: string, listed: TreeValue | undefined): ShellText {
  return sh`${mountsLibrary}[ -z "$(sp_mounts .)" ] || sp_refuse ${`a file system is mounted in ${path} now`}
${listed === undefined ? sh`` : unlistedGuard(path, listed)}${emptyLibrary}sp_empty`;
}

function unlistedGuard(path: string, tree: TreeValue): ShellText {
  const size = treeSize(tree);
  const names = tree.groups.flatMap((group) => group.names);
  // A newline in a name was told as a question mark, so the name itself is not known.
  const isListed = size <= comparedEntries && names.length === size && !names.some((name) => name.includes('?'));
  const count = sh`sp_size=$(find . -xdev ! -path . -exec printf '.%.0s' {} + | wc -c)
[ "$sp_size" -le ${size} ] || sp_refuse ${path}" holds $((sp_size)) entries now; the plan listed "${size}
`;
  if (!isListed) return count;
  const list = shJoin(
    names.map((name) => sh`${`./${name}`}"$nl"`),
    '',
  );
  return sh`${count}sp_listed="$nl"${list}
find . -xdev ! -path . | while IFS= read -r sp_each; do
  case $sp_listed in *"$nl$sp_each$nl"*) ;; *) sp_refuse ${path}" holds $sp_each now, which the plan did not list";; esac
done || exit
`;
}

/**
 * `sp_empty` removes everything in `.`. The tool of busybox goes by paths, so that somebody who owns a part of the tree could put a
 * link in its way; there, and where others can write, each directory is entered and must be the one that was seen.
 */
const emptyLibrary: ShellText = shRaw(
  String.raw`sp_empty() {
  case $(rm --help 2>&1) in
    *BusyBox*)
      if [ -n "$(find . -type d \( ! -user "$(id -u)" -o -perm -020 -o -perm -002 \) -exec printf x \; | head -c 1)" ]; then
        sp_each_of
        return
      fi;;
  esac
  find . ! -path . -prune -exec rm -rf -- {} +
}
sp_each_of() {
  sp_failed=0
  for sp_each in ./* ./.[!.]* ./..?*; do
    if [ -d "$sp_each" ] && [ ! -L "$sp_each" ]; then
      ( sp_into "\${sp_each#./}" && sp_each_of ) && rmdir -- "$sp_each" || sp_failed=1
    elif [ -e "$sp_each" ] || [ -L "$sp_each" ]; then rm -f -- "$sp_each" || sp_failed=1
    fi
  done
  return $sp_failed
}
`.replaceAll('\\${', '${'),
);
