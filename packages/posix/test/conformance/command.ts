import type { ConformanceFixture } from '@setpoint/testkit';

export const command: ConformanceFixture = {
  create: { identity: 'make the first', properties: { run: 'echo one >/srv/first', creates: '/srv/first' } },
  change: { identity: 'make the first', properties: { argv: ['rm', '/srv/first'], removes: '/srv/first' } },
  watched: ['/srv'],
  named: (text) => ({
    create: {
      identity: text,
      properties: { argv: ['touch', '--', `/srv/made ${text}`], creates: '/srv/made*', env: { TEXT: text } },
    },
    absent: { identity: text, properties: { run: 'rm /srv/made*', removes: '/srv/made*' } },
  }),
  secret: (canary) => ({ identity: 'log in', properties: { run: 'cat >/dev/null', always: true }, body: canary }),
};
