import { keyOf } from './accounts.ts';
import type { StaleCase } from './stale-case.ts';

const told = /was planned from .*, and is .* now|difference is another one/;

const table = (elements: string): string =>
  `printf 'table inet stale\\ndelete table inet stale\\ntable inet stale { chain spare { tcp dport ${elements} accept; }; }' | nft -f -`;
const certificate = (name: string): string =>
  `mkdir -p /srv/tls && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj /CN=${name} -addext subjectAltName=DNS:${name} -keyout /srv/tls/key -out /srv/tls/crt 2>/dev/null && chmod 600 /srv/tls/key`;

export const access: readonly StaleCase[] = [
  {
    type: 'sudoers',
    identity: 'stale',
    declared: { content: 'games ALL=(ALL) /bin/true\n' },
    found: "echo 'games ALL=(ALL) /bin/false' >/etc/sudoers.d/stale && chmod 0440 /etc/sudoers.d/stale",
    moved: "echo 'games ALL=(ALL) /bin/ls' >/etc/sudoers.d/stale",
    look: 'cat /etc/sudoers.d/stale',
    told,
  },
  {
    type: 'known_host',
    identity: 'stale.example.com',
    declared: { keys: [keyOf('A')] },
    found: `echo 'stale.example.com ${keyOf('B')}' >/etc/ssh/ssh_known_hosts`,
    moved: `echo 'stale.example.com ${keyOf('C')}' >/etc/ssh/ssh_known_hosts`,
    look: 'cat /etc/ssh/ssh_known_hosts',
    told,
  },
  {
    type: 'firewall',
    identity: 'inet stale',
    declared: { chains: [{ name: 'spare', rules: ['tcp dport 443 accept'] }] },
    found: table('80'),
    moved: table('81'),
    look: 'nft list table inet stale',
    told,
  },
  {
    type: 'certificate',
    identity: '/srv/tls/crt',
    declared: { key: '/srv/tls/key', names: ['declared.example.com'] },
    found: certificate('found.example.com'),
    moved: certificate('moved.example.com'),
    look: 'openssl x509 -in /srv/tls/crt -noout -subject -serial',
    told,
  },
];
