import type { ConformanceFixture } from '@setpoint/testkit';

export const packageFixture: ConformanceFixture = {
  create: { identity: 'sp-hello', properties: { version: '1.0' } },
  change: { identity: 'sp-hello', properties: { state: 'latest', hold: true } },
  absent: { identity: 'sp-hello', properties: { state: 'purged', hold: false } },
  watched: ['/var/lib/dpkg/status', '/usr/bin/sp-hello', '/var/lib/dpkg/info'],
  isSlow: true,
};
