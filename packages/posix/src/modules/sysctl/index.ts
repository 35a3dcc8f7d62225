import { sysctlQuery } from '../../queries/sysctl.ts';
import { defineSetting } from '../../settings/define-setting.ts';
import { declareSysctl, type SysctlPart, sysctlSchema } from './declared.ts';
import { importSysctl } from './import.ts';
import { diffSysctl, observeSysctl, predictSysctl, restoreSysctl, type SysctlLive, sysctlOperations } from './live.ts';
import { writeSysctl } from './write.ts';

/** A setting of the kernel: in a file for the next start, and in force. */
export const sysctl = defineSetting<SysctlPart, SysctlLive>()({
  type: 'sysctl',
  summary: 'A setting of the kernel, in the file that is read when the node starts and in the running kernel.',
  identityDescription: 'Name of the setting, such as `net.ipv4.ip_forward`, as sysctl spells it.',
  schema: sysctlSchema,
  examples: [
    `- sysctl: net.ipv4.ip_forward
  value: 1`,
    `- sysctl: net.ipv4.tcp_rmem
  value: [4096, 87380, 6291456]
  file: /etc/sysctl.conf`,
    `- sysctl: vm.swappiness
  value: 10
  live: false`,
    `- sysctl: kernel.sysrq
  state: absent`,
  ],
  undo: 'The lines of the file come back, and the value that the kernel ran with.',
  importing: importSysctl,
  declarePart: declareSysctl,
  texts: ({ file, key, persistent }) => {
    if (!persistent) return {};
    const isOwn = file === `/etc/sysctl.d/${key.replaceAll('/', '-')}.conf`;
    return { file: { path: file, follow: !isOwn, isOwn, isShared: !isOwn } };
  },
  write: writeSysctl,
  claims: ({ key }) => [`sysctl:${key}`],
  queries: ({ live, path, state }) => (live && state === 'present' ? { kernel: sysctlQuery(path) } : {}),
  observe: observeSysctl,
  diff: diffSysctl,
  operations: sysctlOperations,
  reasons: (_, edits, live) =>
    live !== undefined && edits.length === 1 && edits[0]?.path === 'live'
      ? ['the kernel runs with another value than the file gives']
      : [],
  predict: predictSysctl,
  restore: restoreSysctl,
});
