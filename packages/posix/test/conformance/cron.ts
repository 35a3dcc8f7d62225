import type { ConformanceFixture } from '@setpoint/testkit';

const nightly = { schedule: '0 3 * * *', command: '/usr/local/bin/backup' };

export const cron: ConformanceFixture = {
  create: { identity: 'sp kit', properties: nightly },
  change: { identity: 'sp kit', properties: { minute: '5', disabled: true, command: 'echo "50\\%"' } },
  absent: { identity: 'sp kit', properties: { state: 'absent' } },
  watched: ['/var/spool/cron/crontabs/root'],
  named: (text) => {
    const name = `job ${text.replaceAll('\n', ' ')} .`;
    return {
      create: { identity: name, properties: { ...nightly, command: `echo ${text.replaceAll('\n', ' ')} .` } },
      absent: { identity: name, properties: { state: 'absent' } },
    };
  },
  secret: (canary) => ({ identity: 'sp kit', properties: { ...nightly, command: `/usr/bin/post --token ${canary}` } }),
};
