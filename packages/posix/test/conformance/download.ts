import { createHash } from 'node:crypto';
import type { ConformanceFixture } from '@setpoint/testkit';

const path = '/srv/conformance.bin';
const site = 'http://127.0.0.1:8911';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A server on the host itself, and the wget that comes with it. */
export const download: ConformanceFixture = {
  prepare: `mkdir -p /srv/site && printf one >/srv/site/one && printf two >/srv/site/two
[ -e /usr/bin/wget ] || ln -s /bin/busybox /usr/bin/wget
busybox httpd -p 127.0.0.1:8911 -h /srv/site 2>/dev/null || :`,
  create: {
    identity: path,
    properties: { url: `${site}/one`, sha256: sha256('one'), mode: '0640', owner: 'daemon', group: 'daemon' },
  },
  change: { identity: path, properties: { url: `${site}/two`, sha256: sha256('two'), mode: '0600', owner: 'root' } },
  watched: [path],
  named: (text) => ({
    create: { identity: `/srv/${text}`, properties: { url: `${site}/one`, sha256: sha256('one') } },
  }),
};
