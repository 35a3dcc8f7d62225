import type { StaleCase } from './stale-case.ts';

export const system: readonly StaleCase[] = [
  {
    type: 'command',
    identity: 'make',
    declared: { run: 'echo declared >/srv/made', creates: '/srv/made', inputs: '/srv/input' },
    found: 'echo found >/srv/input',
    moved: 'echo moved >/srv/made; touch -d 2001-01-01 /srv/made',
    look: 'cat /srv/made',
    told: /was planned from|what it takes to change it, or why, is not what was planned/,
  },
  {
    type: 'package',
    identity: 'sp-web',
    declared: { state: 'absent' },
    found: 'apt-get install -y -q sp-web',
    moved: 'apt-mark hold sp-web',
    look: "dpkg-query -W -f '${db:Status-Want} ${db:Status-Status}' sp-web",
    told: /sp-web/,
  },
  {
    type: 'packages',
    identity: 'all',
    declared: { unneeded: 'removed' },
    found: 'apt-get install -y -q sp-tool21 && apt-mark auto sp-tool21',
    moved: 'apt-get install -y -q sp-tool22 && apt-mark auto sp-tool22',
    look: "dpkg-query -W -f '${db:Status-Status} ' sp-tool21 sp-tool22",
    told: /sp-tool22/,
  },
  {
    type: 'service',
    identity: 'stale',
    declared: { running: true },
    found:
      "printf '[Service]\\nExecStart=/bin/sleep 1000\\n' >/lib/systemd/system/stale.service; systemctl daemon-reload",
    moved: 'systemctl mask stale',
    look: 'systemctl is-active stale',
    told: /stale\.service is masked/,
  },
  {
    type: 'unit',
    identity: 'stale-unit.service',
    declared: { Service: { ExecStart: '/bin/sleep 1' } },
    found:
      "printf '[Service]\\nExecStart=/bin/sleep 2\\n' >/etc/systemd/system/stale-unit.service; systemctl daemon-reload",
    moved: "printf '[Service]\\nExecStart=/bin/sleep 3\\n' >/etc/systemd/system/stale-unit.service",
    look: 'cat /etc/systemd/system/stale-unit.service',
    told: /was planned from .*, and is .* now|difference is another one/,
  },
  {
    type: 'cron',
    identity: 'stale job',
    declared: { schedule: '0 3 * * *', command: '/bin/declared' },
    found: "printf '#Setpoint: stale job\\n0 3 * * * /bin/found\\n' | crontab -",
    moved: "printf '#Setpoint: stale job\\n0 3 * * * /bin/moved\\n' | crontab -",
    look: 'crontab -l',
    told: /was planned from .*, and is .* now|difference is another one/,
  },
];
