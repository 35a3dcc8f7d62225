import { type ShellText, shRaw } from '@setpoint/sdk';
import { sudoersDirectory } from './declared.ts';

/**
 * Lets `visudo` read the new file `$1` for the place `$2`: first by itself, then as a part of all of sudoers, where a name may be
 * defined twice. Other files that are wrong already are no reason to refuse this one. sudo would read every file of its directory
 * in the moment it is there, so all of this happens before.
 */
export const trialScript: ShellText = shRaw(`new=$1 at=$2 main=/etc/sudoers
command -v visudo >/dev/null || { echo 'there is no visudo that could read the new file'; exit 1; }
tell() { printf '%s\\n' "$said" | while IFS= read -r line; do case $line in *"$new"*) line=\${line%%"$new"*}$at\${line#*"$new"};; esac; printf '%s\\n' "$line"; done; }
said=$(visudo -c -f "$new" 2>&1) || { tell; exit 1; }
whole() {
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      '@includedir ${sudoersDirectory}'|'#includedir ${sudoersDirectory}')
        for file in ${sudoersDirectory}/*; do
          case \${file##*/} in *[!A-Za-z0-9_+@-]*) continue;; esac
          if [ "$file" != "$at" ] && [ -f "$file" ]; then printf '#include %s\\n' "$file"; fi
        done
        [ -z "$1" ] || printf '#include %s\\n' "$1";;
      *) printf '%s\\n' "$line";;
    esac
  done <$main
}
if [ "\${at%/*}" = ${sudoersDirectory} ] && [ -r $main ] && whole '' | visudo -c -f - >/dev/null 2>&1; then
  said=$(whole "$new" | visudo -c -f - 2>&1) || { tell; exit 1; }
fi`);
