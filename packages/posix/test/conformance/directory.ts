import type { ConformanceFixture } from '@setpoint/testkit';

const path = '/srv/conformance.d';

export const directory: ConformanceFixture = {
  create: { identity: path, properties: { mode: '0750', owner: 'daemon', group: 'daemon' } },
  change: { identity: path, properties: { mode: '0700', owner: 'root' } },
  absent: { identity: path, properties: { state: 'absent' } },
  watched: [path],
  named: (text) => ({
    create: { identity: `/srv/${text}`, properties: {} },
    absent: { identity: `/srv/${text}`, properties: { state: 'absent' } },
  }),
};
