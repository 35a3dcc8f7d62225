import { createHash } from 'node:crypto';
import type { StaleCase } from './stale-case.ts';

const told = /was planned from .*, and is .* now|difference is another one|is not what was planned/;
const commit = (text: string): string =>
  `echo ${text} >/srv/stale-repo/a && git -C /srv/stale-repo -c user.name=x -c user.email=x@example.com commit -q -a -m ${text}`;

export const delivery: readonly StaleCase[] = [
  {
    type: 'archive',
    identity: '/srv/stale-archive',
    files: { 'playbooks/stale.tar': tarOf('data', 'declared\n') },
    declared: { source: 'stale.tar' },
    found: 'mkdir -p /srv/stale-archive && echo found >/srv/stale-archive/data',
    moved: 'echo moved >/srv/stale-archive/data',
    look: 'cat /srv/stale-archive/data',
    told,
  },
  {
    type: 'download',
    identity: '/srv/stale-download',
    declared: { url: 'http://127.0.0.1:8912/declared', sha256: createHash('sha256').update('declared').digest('hex') },
    found: `mkdir -p /srv/stale-site && printf declared >/srv/stale-site/declared
[ -e /usr/bin/wget ] || ln -s /bin/busybox /usr/bin/wget
busybox httpd -p 127.0.0.1:8912 -h /srv/stale-site && echo found >/srv/stale-download`,
    moved: 'echo moved >/srv/stale-download',
    look: 'cat /srv/stale-download',
    told,
  },
  {
    type: 'tarball',
    identity: '/srv/stale-packed.tar',
    declared: { tree: '/srv/stale-tree' },
    found: 'mkdir -p /srv/stale-tree && echo declared >/srv/stale-tree/a && echo found >/srv/stale-packed.tar',
    moved: 'echo moved >/srv/stale-packed.tar',
    look: 'cat /srv/stale-packed.tar',
    told,
  },
  {
    type: 'git',
    identity: '/srv/stale-copy',
    declared: { repo: '/srv/stale-repo' },
    found: `mkdir -p /srv/stale-repo && cd /srv/stale-repo && git init -q -b main && echo 0 >a && git add a && ${commit('1')} && ${commit('2')} && git clone -q /srv/stale-repo /srv/stale-copy && ${commit('3')}`,
    moved: 'git -C /srv/stale-copy reset -q --hard HEAD~1',
    look: 'git -C /srv/stale-copy rev-parse HEAD',
    told,
  },
  {
    type: 'repository',
    identity: 'stale',
    declared: { uris: 'file:/srv/stale-packages', suites: './', trusted: true },
    found: `mkdir -p /srv/stale-packages && : >/srv/stale-packages/Packages
printf 'Types: deb\\nURIs: file:/srv/found\\nSuites: ./\\n' >/etc/apt/sources.list.d/stale.sources`,
    moved: "printf 'Types: deb\\nURIs: file:/srv/moved\\nSuites: ./\\n' >/etc/apt/sources.list.d/stale.sources",
    look: 'cat /etc/apt/sources.list.d/stale.sources',
    told,
  },
];

/** An archive of one file in the format of ustar; all of it is ASCII. */
function tarOf(name: string, content: string): string {
  const octal = (value: number, size: number): string => `${value.toString(8).padStart(size - 1, '0')}\0`;
  const before =
    name.padEnd(100, '\0') + octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(content.length, 12) + octal(0, 12);
  const after = `0${'\0'.repeat(100)}ustar\x0000`.padEnd(512 - 148 - 8, '\0');
  const sum = Buffer.from(`${before}        ${after}`).reduce((total, byte) => total + byte, 0);
  return `${before}${octal(sum, 7)} ${after}${content.padEnd(512, '\0')}${'\0'.repeat(1024)}`;
}
