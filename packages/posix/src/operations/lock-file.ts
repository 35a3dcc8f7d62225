import { ownUidText } from '../program/own-uid.ts';

/** Shell text that sets `f` to the lock file of the account; without single quotes, because it travels inside them. */
export const lockFileText: string = `${ownUidText}; if [ "$u" = 0 ]; then f=/run/setpoint.lock; else f=\${XDG_RUNTIME_DIR:-/tmp}/setpoint-$u.lock; fi`;
