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
  SP617: {
    summary: 'The kernel module cannot be loaded or unloaded',
    explanation:
      'The running kernel has no such module, the node may not load modules, as in a container, or the module is built into the kernel and cannot leave it. Correct the name, install the package that brings the module before it, or leave the running kernel alone with `live: false`.',
  },
  SP618: {
    summary: 'The node does not know this time zone',
    explanation:
      'There is no file of that name in /usr/share/zoneinfo. Names are those of the time zone database, such as Europe/Zurich, and capital letters count. A small node may lack the database: declare the package that brings it, `tzdata`, before the time zone.',
    example: '- package: tzdata\n- timezone: Europe/Zurich',
  },
  SP619: {
    summary: 'The node cannot make this locale',
    explanation:
      'The node neither has the locale nor what it is made from: the name is misspelt, or the data of locales is not installed. On Debian and Ubuntu the package `locales` brings it, on Fedora and its relatives a package such as `glibc-langpack-de`. Declare that package before the locale.',
    example: '- package: locales\n- locale: de_CH.UTF-8',
  },
  SP624: {
    summary: 'Something else is mounted there',
    explanation:
      'The mount point carries another source or another type of file system than declared. Unmounting it could take files away from programs that use them, so Setpoint does not do it on its own. Unmount it first with `state: unmounted`, or declare another mount point.',
  },
  SP625: {
    summary: 'The mount cannot be made',
    explanation:
      'What is to be mounted, or where, is not on the node: the device does not exist, the label or number of the file system is unknown, or something else than a directory stands at the mount point. Declare what makes it before the mount, or `state: present` when only /etc/fstab is to say so.',
  },
} as const satisfies Record<string, DiagnosticRow>;
