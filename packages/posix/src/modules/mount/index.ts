import { formatAddress } from '@setpoint/model';
import { pathReferences } from '../../paths/path-references.ts';
import type { MountQuery } from '../../queries/mount.ts';
import { defineSetting } from '../../settings/define-setting.ts';
import type { SettingTexts } from '../../settings/setting.ts';
import { declareMount, type MountPart, mountSchema } from './declared.ts';
import { importMount } from './import.ts';
import { diffMount, isBind, type MountLive, observeMount, predictMount, restoreMount } from './live.ts';
import { followFstab, mountOperations } from './operations.ts';
import { maskCredentials } from './options.ts';
import { writeFstab } from './write.ts';

/** A mount or swap space: its line in /etc/fstab, and what is mounted now. */
export const mount = defineSetting<MountPart, MountLive>()({
  type: 'mount',
  summary: 'A file system or swap space: its line in /etc/fstab, and whether it is mounted now.',
  identityDescription:
    'Absolute path of the mount point, which is made when it is missing; for swap space its device, its file, or `UUID=…`.',
  schema: mountSchema,
  examples: [
    `- mount: /srv/data
  source: UUID=5f1c8ad0-0c5e-4c2e-8f2d-1f8f7f3b1f0a
  type: ext4
  options: [noatime]
  pass: 2`,
    `- mount: /mnt/share
  source: nas.example.com:/export
  type: nfs
  options: [_netdev, nofail, ro]`,
    `- mount: /var/cache/build
  source: tmpfs
  type: tmpfs
  options: size=512m,mode=1777`,
    `- mount: /swapfile
  type: swap`,
    `- mount: /mnt/old
  state: absent`,
  ],
  undo: 'The line of /etc/fstab comes back; what was mounted is unmounted, and what was unmounted is mounted again where /etc/fstab names it. Options that were changed in place stay until the next mount.',
  importing: importMount,
  declarePart: declareMount,
  texts: ({ state, backup }): SettingTexts =>
    state === 'ephemeral' || state === 'unmounted'
      ? {}
      : { fstab: { path: '/etc/fstab', follow: true, isOwn: false, isShared: true, backup } },
  write: writeFstab,
  mask: maskCredentials,
  claims: ({ target, source }) => [`mount:${target === '' ? source : target}`],
  references: ({ target, source }) => [
    ...(target === '' ? [] : [formatAddress('directory', target), ...pathReferences(target)]),
    ...(source.startsWith('/') && !source.startsWith('//')
      ? [formatAddress('file', source), formatAddress('directory', source), ...pathReferences(source)]
      : []),
  ],
  queries: (part) => (part.state === 'present' ? {} : { mount: queryOf(part) }),
  observe: observeMount,
  diff: diffMount,
  operations: mountOperations,
  afterTexts: followFstab,
  predict: predictMount,
  restore: restoreMount,
  paths: ({ target }, edits) => (edits.length > 0 && target !== '' ? [target] : []),
});

function queryOf(part: MountPart): MountQuery {
  const { target, source } = part;
  return { kind: 'mount', target, source, isBind: isBind(part) };
}
