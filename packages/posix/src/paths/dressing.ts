import { type ShellText, shRaw } from '@setpoint/sdk';

/**
 * Shell functions that make the file `$sp_name` anew, in the directory that `sp_hide` of `makeLibrary` has made beside it.
 *
 * - `sp_begin` makes `.setpoint-new`, with the attributes of the file that is there, closed to everybody else.
 * - `sp_dress OWNER GROUP MODE` gives it owner, group and mode; an empty word keeps that of the file that is there, or 0644.
 * - `sp_settle` writes it down for good and renames it to its place.
 */
export const dressLibrary: ShellText = shRaw(
  String.raw`sp_begin() {
  sp_had=
  if [ -f "../$sp_name" ]; then
    sp_had=$(stat -c '%u %g %a' -- "../$sp_name")
    cp --attributes-only --preserve=all -- "../$sp_name" .setpoint-new 2>/dev/null
  fi
  : >>.setpoint-new && chmod 0600 .setpoint-new || exit
}
sp_dress() {
  set -- "$1" "$2" "$3" $sp_had
  [ -z "$1\${4-}" ] || chown -- "\${1:-$4}" .setpoint-new || exit
  [ -z "$2\${5-}" ] || chgrp -- "\${2:-$5}" .setpoint-new || exit
  chmod -- "\${3:-\${6:-0644}}" .setpoint-new || exit
}
sp_settle() {
  sync -- .setpoint-new 2>/dev/null || sync
  mv -f -T -- .setpoint-new "../$sp_name" || exit
  sync -- .. 2>/dev/null || :
}
`.replaceAll('\\${', '${'),
);
