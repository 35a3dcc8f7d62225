import type { StaleCase } from './stale-case.ts';

const told = /was planned from .*, and is .* now|difference is another one/;

export const settings: readonly StaleCase[] = [
  {
    type: 'sysctl',
    identity: 'net.ipv4.conf.all.rp_filter',
    declared: { value: 1, persistent: false },
    found: 'sysctl -q -w net.ipv4.conf.all.rp_filter=0',
    moved: 'sysctl -q -w net.ipv4.conf.all.rp_filter=2',
    look: 'sysctl -n net.ipv4.conf.all.rp_filter',
    told,
  },
  {
    type: 'hostname',
    identity: 'declared-host',
    declared: { live: false },
    found: 'echo found-host >/etc/hostname',
    moved: 'echo moved-host >/etc/hostname',
    look: 'cat /etc/hostname',
    told,
  },
  {
    type: 'timezone',
    identity: 'Europe/Zurich',
    declared: {},
    found: 'ln -sfn /usr/share/zoneinfo/UTC /etc/localtime',
    moved: 'ln -sfn /usr/share/zoneinfo/Asia/Tokyo /etc/localtime',
    look: 'readlink /etc/localtime',
    told,
  },
  {
    type: 'kernel_module',
    identity: 'sp_stale',
    declared: { live: false, parameters: { mode: 'declared' } },
    found: 'mkdir -p /etc/modprobe.d && echo options sp_stale mode=found >/etc/modprobe.d/sp_stale.conf',
    moved: 'echo options sp_stale mode=moved >/etc/modprobe.d/sp_stale.conf',
    look: 'cat /etc/modprobe.d/sp_stale.conf',
    told,
  },
  {
    type: 'limits',
    identity: 'games',
    declared: { soft: { nofile: 1000 } },
    found: 'mkdir -p /etc/security/limits.d && echo games soft nofile 2000 >/etc/security/limits.d/games.conf',
    moved: 'echo games soft nofile 3000 >/etc/security/limits.d/games.conf',
    look: 'cat /etc/security/limits.d/games.conf',
    told,
  },
  {
    type: 'mount',
    identity: '/mnt/stale',
    declared: { state: 'present', source: 'tmpfs', type: 'tmpfs', options: 'size=1m' },
    found: 'mkdir -p /mnt/stale && echo tmpfs /mnt/stale tmpfs size=2m 0 0 >>/etc/fstab',
    moved: 'sed -i s/size=2m/size=3m/ /etc/fstab',
    look: 'grep /mnt/stale /etc/fstab',
    told,
  },
  {
    type: 'locale',
    identity: 'C.UTF-8',
    declared: { default: true },
    found: 'rm -f /etc/locale.conf; echo LANG=found >/etc/default/locale',
    moved: 'echo LANG=moved >/etc/default/locale',
    look: 'cat /etc/default/locale',
    told,
  },
];
