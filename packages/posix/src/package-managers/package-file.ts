import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * `sp_package_file PATH` prints `NAME|VERSION` of the package that a file holds, or nothing, as `sp_manager` reads it. dpkg-deb would
 * unpack a file to read a field, so the control file is taken out of its archive; apk has two forms of files and no such question.
 */
export const packageFileLibrary: ShellText = shRaw(
  String.raw`sp_package_file() {
  case $sp_manager in
    apt) dpkg-deb --ctrl-tarfile "$1" | tar -xO ./control | awk '$1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } END { if (name != "") print name "|" version }';;
    pacman) pacman -Qp "$1" | tr ' ' '|';;
    apk) { tar -xzO -f "$1" .PKGINFO || apk adbdump "$1"; } | awk '$1 ~ /^(pkgname|name:)$/ && name == "" { name = $NF } $1 ~ /^(pkgver|version:)$/ && version == "" { version = $NF } END { if (name != "") print name "|" version }';;
    dnf|zypper) rpm -qp --nosignature --qf '%{NAME}|%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' "$1";;
  esac 2>/dev/null | head -n 1
}
`,
);

/**
 * Brings files of packages to where the package manager takes them from. `sp_manager` names it, and `sp_suffix` is the end of a
 * file's name that it goes by.
 *
 * - `sp_bring LABEL [PATH]` takes a file of the node, or standard input.
 * - `sp_hold_to LABEL WRITTEN NAME VERSION` refuses another package, and another version when one is told. It leaves the path of the
 *   file in `sp_package`.
 */
export const broughtFileLibrary: ShellText = shRaw(
  String.raw`sp_files=
sp_bring() {
  [ -n "$sp_files" ] || sp_files=$(mktemp -d) && chmod 0755 "$sp_files" || { echo 'no temporary directory can be made'; exit 1; }
  if [ $# -eq 1 ]; then cat >"$sp_files/$1$sp_suffix"; else ln -s -- "$2" "$sp_files/$1$sp_suffix"; fi
}
sp_hold_to() {
  sp_package=$sp_files/$1$sp_suffix sp_holds=$(sp_package_file "$sp_files/$1$sp_suffix")
  case $sp_holds in
    '') echo "$sp_manager cannot read $2 as a package"; exit 1;;
    "$3|$4"|"$3|"*":$4") return 0;;
    "$3|"*) [ -n "$4" ] || return 0;;
  esac
  echo "$2 holds \${sp_holds%%|*} \${sp_holds#*|}, not $3 $4" | sed 's/ $//'
  exit 1
}
`.replaceAll('\\${', '${'),
);
