import type { StaleCase } from './stale-case.ts';

export const system: readonly StaleCase[] = [
  {
    type: 'command',
    identity: 'make',
    declared: { run: 'echo declared >/srv/made', creates: '/srv/made', inputs: '/srv/input' },
    found: 'echo found >/srv/input',
    moved: 'echo moved >/srv/made; touch -d 2001-01-01 /srv/made',
    look: 'cat /srv/made',
    told: /what it takes to change it, or why, is not what was planned/,
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
    type: 'service',
    identity: 'stale',
    declared: { running: true },
    found:
      "printf '[Service]\\nExecStart=/bin/sleep 1000\\n' >/lib/systemd/system/stale.service; systemctl daemon-reload",
    moved: 'systemctl mask stale',
    look: 'systemctl is-active stale',
    told: /stale\.service is masked/,
  },
];
