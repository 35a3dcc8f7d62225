import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import type { UnitDeclared } from './declared.ts';
import { templateOf, unitDirectory } from './unit-name.ts';

/**
 * The program that verifies a new file before it takes its place, in a directory of units of its own that comes before all others; a
 * drop-in is read together with a copy of its unit or template. `$1` is the new file. What is said of other units counts only where they cannot be loaded.
 * Versions of systemd before 250 do not tell complaints by their exit code, so the text is looked at. Undefined: nothing is verified.
 */
export function verifyTrial({ scope, unit, dropIn, file, verify }: UnitDeclared): ShellText | undefined {
  if (verify === 'none' || file.state === 'absent') return undefined;
  const directory = unitDirectory(scope);
  const place = file.path.slice(directory.length);
  return sh`command -v systemd-analyze >/dev/null || { echo 'not verified: the node has no systemd-analyze'; exit 0; }
dir=$(mktemp -d) || exit 1
trap 'rm -rf -- "$dir"' EXIT
unit=${unit} template=${templateOf(unit)} place=${place} scope=${scope}
${dropIn === null ? ownUnit : unitOfDropIn}cat -- "$1" >"$dir$place" || exit 1
said=$(XDG_RUNTIME_DIR="$dir" SYSTEMD_UNIT_PATH="$dir:" systemd-analyze "--$scope" verify --man=no "$at" 2>&1 </dev/null)
code=$?
[ -z "$said" ] || printf '%s\\n' "$said" | sed "s|$dir/|${shRaw(directory)}/|g"
[ $code = 0 ] || exit 1
${verify === 'strict' ? complaints : sh``}exit 0`;
}

const ownUnit: ShellText = shRaw('at=$dir$place\n');

const unitOfDropIn: ShellText = shRaw(`at=$dir/$unit found=
for name in "$unit" "$template"; do
  for top in /etc /run /usr/local/lib /usr/lib /lib; do
    [ -f "$top/systemd/$scope/$name" ] || continue
    cat -- "$top/systemd/$scope/$name" >"$dir/$name" || exit 1
    found=1
    break 2
  done
done
[ -n "$found" ] || { echo "not verified: the node has no $unit yet"; exit 0; }
mkdir -- "$dir/$unit.d" || exit 1
`);

const complaints: ShellText = shRaw('case $said in *"$dir$place:"*) exit 1;; esac\n');
