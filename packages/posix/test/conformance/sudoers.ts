import type { ConformanceFixture } from '@setpoint/testkit';

/** Rules, so that the content comes along with the operation. */
export const sudoers: ConformanceFixture = {
  create: { identity: 'conformance', properties: { rules: [{ user: 'daemon', commands: ['/bin/ls /srv'] }] } },
  change: {
    identity: 'conformance',
    properties: { rules: [{ group: 'games', nopasswd: true, commands: ['ALL', '!/bin/su'] }], defaults: ['!lecture'] },
  },
  absent: { identity: 'conformance', properties: { state: 'absent' } },
  watched: ['/etc/sudoers.d/conformance', '/etc/sudoers.d'],
  secret: (canary) => ({ identity: 'conformance', properties: {}, body: `# ${canary}\n` }),
};
