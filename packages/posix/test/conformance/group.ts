import type { ConformanceFixture } from '@setpoint/testkit';

export const group: ConformanceFixture = {
  create: { identity: 'conformers', properties: { gid: 4801, members: ['daemon', 'sync'] } },
  change: { identity: 'conformers', properties: { gid: 4802, members: ['games'] } },
  absent: { identity: 'conformers', properties: { state: 'absent' } },
  watched: ['/etc/group', '/etc/gshadow'],
};
