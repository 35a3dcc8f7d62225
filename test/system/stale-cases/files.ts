import type { StaleCase } from './stale-case.ts';

export const files: readonly StaleCase[] = [
  {
    type: 'file',
    identity: '/srv/file',
    declared: { content: 'declared\n' },
    found: 'echo found >/srv/file',
    moved: 'echo moved >/srv/file',
    look: 'cat /srv/file',
    told: /content was planned from 6 bytes .*, and is 6 bytes .* now/,
  },
  {
    type: 'directory',
    identity: '/srv/directory',
    declared: { mode: '0700' },
    found: 'mkdir -m 0755 /srv/directory',
    moved: 'chmod 0711 /srv/directory',
    look: 'stat -c %a /srv/directory',
    told: /mode was planned from "0755" to "0700", and is "0711" now/,
  },
  {
    type: 'link',
    identity: '/srv/link',
    declared: { target: '/declared' },
    found: 'ln -s /found /srv/link',
    moved: 'ln -sfn /moved /srv/link',
    look: 'readlink /srv/link',
    told: /target was planned from "\/found" to "\/declared", and is "\/moved" now/,
  },
];
