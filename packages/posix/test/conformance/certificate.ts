import type { ConformanceFixture } from '@setpoint/testkit';

const identity = '/srv/conformance.pem';
const key = '/srv/conformance.key';

export const certificate: ConformanceFixture = {
  create: { identity, properties: { key, names: ['a.example.com', '10.0.0.1'] } },
  change: { identity, properties: { key, key_type: 'ed25519', names: ['b.example.com'], organization: 'Conformers' } },
  absent: { identity, properties: { state: 'absent' } },
  watched: [identity, key],
  isSlow: true,
};
