import type { ConformanceFixture } from '@setpoint/testkit';

const path = '/srv/conformance.link';

export const link: ConformanceFixture = {
  create: { identity: path, properties: { target: 'first target', owner: 'daemon' } },
  change: { identity: path, properties: { target: '../second' } },
  absent: { identity: path, properties: { state: 'absent' } },
  watched: [path],
  named: (text) => ({
    create: { identity: `/srv/${text}`, properties: { target: `to ${text}` } },
    absent: { identity: `/srv/${text}`, properties: { state: 'absent' } },
  }),
};
