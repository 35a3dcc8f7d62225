import type { ConformanceFixture } from '@setpoint/testkit';

export const service: ConformanceFixture = {
  prepare: 'apt-get install -qq -y sp-web >/dev/null 2>&1',
  create: { identity: 'sp-web', properties: { running: true, enabled: true } },
  change: { identity: 'sp-web', properties: { running: false, enabled: true } },
  absent: { identity: 'sp-web', properties: { running: false, enabled: false } },
  watched: ['/etc/systemd/system', '/run/systemd/units/invocation:sp-web.service'],
  isSlow: true,
};
