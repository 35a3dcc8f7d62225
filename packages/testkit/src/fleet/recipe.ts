import { repositorySource } from '../repository/index.ts';

/** Debian packages of a host beside the minimal system: what an ordinary server has, and no Python. */
export const hostPackages: readonly string[] = [
  'acl',
  'attr',
  'busybox-static',
  'cron',
  'dbus',
  'e2fsprogs',
  'git',
  'iproute2',
  'kmod',
  'nftables',
  'openssh-server',
  'openssl',
  'procps',
  'strace',
  'sudo',
  'systemd',
  'systemd-sysv',
  'tzdata',
];

/** Accounts of every host. All take the fleet's key; what differs is what they may become. */
export const hostAccounts = {
  root: { sudo: 'is root' },
  deploy: { sudo: 'without a password' },
  guest: { sudo: 'never' },
  nopass: { sudo: 'with a password' },
} as const;

/** The password with which `nopass` may use sudo. */
export const sudoPassword = 'correct horse battery staple';

/** Completes an installed root directory; a POSIX shell program that runs inside it with the public key as its argument. */
export const completeHostScript = `set -eu
add_account() {
  useradd --create-home --shell /bin/bash --uid "$2" "$1"
}
allow_key() {
  install -d -m 0700 -o "$1" -g "$1" "$2/.ssh"
  printf '%s\\n' "$3" >"$2/.ssh/authorized_keys"
  chown "$1:$1" "$2/.ssh/authorized_keys"
  chmod 0600 "$2/.ssh/authorized_keys"
}
add_account deploy 1001
add_account guest 1002
add_account nopass 1003
echo 'nopass:${sudoPassword}' | chpasswd
allow_key root /root "$1"
for name in deploy guest nopass; do allow_key "$name" "/home/$name" "$1"; done
printf '%s\\n' 'deploy ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/deploy
printf '%s\\n' 'nopass ALL=(ALL) ALL' >/etc/sudoers.d/nopass
chmod 0440 /etc/sudoers.d/deploy /etc/sudoers.d/nopass
rm -f /etc/ssh/ssh_host_* /etc/resolv.conf
systemctl enable systemd-networkd.service >/dev/null 2>&1
# A timer that starts in the middle of a test takes dpkg's lock.
systemctl mask apt-daily.timer apt-daily-upgrade.timer >/dev/null 2>&1
rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
printf '%s\\n' '${repositorySource}' >/etc/apt/sources.list.d/setpoint.list
apt-get update -qq
`;
