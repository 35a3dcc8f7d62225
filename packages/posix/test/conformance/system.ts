import type { ConformanceFixture } from '@setpoint/testkit';

export const sysctl: ConformanceFixture = {
  create: { identity: 'net.ipv4.ip_default_ttl', properties: { value: '63' } },
  change: { identity: 'net.ipv4.ip_default_ttl', properties: { value: '64', file: '/etc/sysctl.d/ttl.conf' } },
  watched: ['/etc/sysctl.d', '/etc/sysctl.d/ttl.conf'],
};

export const hostname: ConformanceFixture = {
  create: { identity: 'conform-1', properties: {} },
  change: { identity: 'conform-2.example.com', properties: { pretty: 'Its "name"' } },
  watched: ['/etc/hostname', '/etc/machine-info', '/etc/hosts'],
};

export const timezone: ConformanceFixture = {
  create: { identity: 'Europe/Zurich', properties: {} },
  change: { identity: 'Asia/Tokyo', properties: { hardware_clock: 'local' } },
  watched: ['/etc/localtime', '/etc/timezone', '/etc/adjtime'],
};

export const mount: ConformanceFixture = {
  create: { identity: '/srv/conform-mount', properties: { source: 'tmpfs', type: 'tmpfs', options: 'size=1m' } },
  change: {
    identity: '/srv/conform-mount',
    properties: { source: 'tmpfs', type: 'tmpfs', options: ['size=2m', 'ro'] },
  },
  absent: { identity: '/srv/conform-mount', properties: { state: 'absent' } },
  watched: ['/etc/fstab'],
  secret: (canary) => ({
    identity: '/mnt/share',
    properties: { source: '//nas/share', type: 'cifs', options: `user=u,password=${canary}` },
  }),
  named: (text) => {
    const identity = `/srv/conform ${text.replaceAll('\n', ' ')}`;
    return {
      create: { identity, properties: { source: 'tmpfs', type: 'tmpfs', state: 'ephemeral' } },
      absent: { identity, properties: { state: 'unmounted' } },
    };
  },
};

export const kernelModule: ConformanceFixture = {
  create: { identity: 'conform-module', properties: { live: false, parameters: { debug: 1 } } },
  change: { identity: 'conform-module', properties: { live: false, parameters: {}, blacklisted: true } },
  absent: { identity: 'conform-module', properties: { live: false, state: 'absent', blacklisted: false } },
  watched: ['/etc/modules-load.d/conform_module.conf', '/etc/modprobe.d/conform_module.conf'],
};

export const limits: ConformanceFixture = {
  create: { identity: '@games', properties: { soft: { nofile: 100 }, both: { core: 'unlimited' } } },
  change: { identity: '@games', properties: { soft: { nofile: 200 } } },
  absent: { identity: '@games', properties: { state: 'absent' } },
  watched: ['/etc/security/limits.d/@games.conf'],
};

/** Stands in for the package `locales`, which hosts without the network of a distribution cannot have: every locale is a copy. */
const localeTools = String.raw`rm -f /etc/default/locale /etc/locale.conf
command -v locale-gen >/dev/null || {
mkdir -p /usr/share/i18n/locales /usr/local/sbin
: >/usr/share/i18n/locales/tt_RU
printf '# tt_RU.UTF-8 UTF-8\n' >/etc/locale.gen
cat >/usr/local/sbin/locale-gen <<'END'
#!/bin/sh
grep -v '^#' /etc/locale.gen | while read -r name set; do
  at=/usr/lib/locale/$(printf %s "$name" | sed 's/UTF-8/utf8/')
  [ -d "$at" ] || cp -r /usr/lib/locale/C.utf8 "$at"
done
END
chmod 0755 /usr/local/sbin/locale-gen; }`;

export const locale: ConformanceFixture = {
  prepare: localeTools,
  create: { identity: 'tt_RU.UTF-8', properties: {} },
  change: { identity: 'tt_RU.utf8', properties: { default: true, categories: ['LC_TIME'] } },
  absent: { identity: 'tt_RU.UTF-8', properties: { state: 'absent' } },
  watched: ['/etc/locale.gen', '/etc/default/locale', '/etc/locale.conf', '/usr/lib/locale'],
};
