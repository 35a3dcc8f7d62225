import type { DiagnosticRow } from './row.ts';

/** SP615 to SP619 and SP624 to SP629: settings of the system of a node. */
export const systemDiagnostics = {
  SP615: {
    summary: 'The kernel does not know this setting',
    explanation:
      'There is no such file below /proc/sys on the node. The key is misspelt, the kernel is built without what it belongs to, or the module that brings it is not loaded. Correct the key, declare the module as `kernel_module` before it, accept its absence with `optional: true`, or leave the running kernel alone with `live: false`.',
    example: '- sysctl: net.bridge.bridge-nf-call-iptables\n  value: 1\n  optional: true',
  },
  SP616: {
    summary: 'The setting cannot be changed while the node runs',
    explanation:
      'The node is a container, or is confined in another way, so that not even root may set this. What the next start reads is written all the same; what is in force stays, and the plan says so each time. Declare `live: false` when the file is all that is meant, or make the setting on the machine that carries the node.',
  },
} as const satisfies Record<string, DiagnosticRow>;
