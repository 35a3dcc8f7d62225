import type { ConformanceFixture } from '@setpoint/testkit';

const service = (description: string) => ({
  Unit: { Description: description },
  Service: { ExecStart: '/bin/sleep infinity' },
});

export const unit: ConformanceFixture = {
  create: { identity: 'sp-kit.service', properties: service('one') },
  change: { identity: 'sp-kit.service', properties: { ...service('two'), mode: '0600' } },
  absent: { identity: 'sp-kit.service', properties: { state: 'absent' } },
  watched: ['/etc/systemd/system', '/etc/systemd/system/sp-kit.service'],
  secret: (canary) => ({
    identity: 'sp-kit.service',
    properties: { Service: { ExecStart: '/bin/true', Environment: [`TOKEN=${canary}`] } },
  }),
};
