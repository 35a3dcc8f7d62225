import type { ConformanceFixture } from '@setpoint/testkit';

const hash = '$6$saltsalt$';

export const user: ConformanceFixture = {
  create: {
    identity: 'conformer',
    properties: { uid: 4803, comment: 'One, who conforms', groups: ['daemon', 'games'], shell: '/bin/sh' },
  },
  change: {
    identity: 'conformer',
    properties: { comment: 'Another', groups: ['games'], locked: true, expires: '2030-01-31' },
  },
  absent: { identity: 'conformer', properties: { state: 'absent', remove_home: true } },
  watched: ['/etc/passwd', '/etc/shadow', '/etc/group', '/home', '/home/conformer'],
  secret: (canary) => ({ identity: 'conformer', properties: {}, body: `${hash}${canary}` }),
};
