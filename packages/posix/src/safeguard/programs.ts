import { type ShellText, sh } from '@setpoint/sdk';
import { type SafeguardPlace, safeguardLibrary } from './place.ts';

/** Keeps the changes and takes the safeguard away; the frame `state` says `confirmed`, or how it stands. */
export function confirmProgram(place: SafeguardPlace): ShellText {
  return sh`${safeguardLibrary(place)}sp_emit state sp_keep
`;
}

/** Starts the undoing, outside of the connection that asks for it. */
export function undoNowProgram(place: SafeguardPlace): ShellText {
  return sh`${safeguardLibrary(place)}sp_now() {
  if [ -s "$sp_dir/sleeper" ]; then
    sp_wake
    setsid /bin/sh "$sp_dir/undo" "$sp_unit" </dev/null >/dev/null 2>&1 9>&- &
  else systemctl start --no-block "$sp_unit.service" >/dev/null 2>&1; fi
  sp_state
}
sp_emit state sp_now
`;
}

/**
 * Says how the safeguard stands in the frame `state`; once it has undone, what that printed in `log`, and then nothing of it is left. How it
 * stands is looked at once: what finished right after the look is taken away by the next one, which tells of it.
 */
export function stateProgram(place: SafeguardPlace): ShellText {
  return sh`${safeguardLibrary(place)}sp_stands=$(sp_state)
sp_tell() { printf %s "$sp_stands"; }
sp_log() {
  cat -- "$sp_dir/log"
  sp_forget
}
sp_emit state sp_tell
[ "$sp_stands" != undone ] || sp_emit log sp_log
`;
}
