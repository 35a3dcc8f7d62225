import type { ConformanceFixture } from '@setpoint/testkit';

const path = '/srv/conformance.conf';

/** A file with everything declared that a file can have. */
export const file: ConformanceFixture = {
  create: { identity: path, properties: { mode: '0640', owner: 'daemon', group: 'daemon' }, body: 'one\ntwo\n' },
  change: { identity: path, properties: { mode: '0600', owner: 'root' }, body: 'one\nthree\n' },
  absent: { identity: path, properties: { state: 'absent' } },
  watched: [path],
  named: (text) => ({
    create: { identity: `/srv/${text}`, properties: {}, body: `${text}\n` },
    absent: { identity: `/srv/${text}`, properties: { state: 'absent' } },
  }),
  secret: (canary) => ({ identity: path, properties: {}, body: `token=${canary}\n` }),
};
