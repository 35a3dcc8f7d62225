import type { PackageSpec } from './package-spec.ts';

/**
 * `sp-web`: a real HTTP daemon with its own account and configuration, neither started nor enabled by the package. It reads
 * `/etc/sp-web/sp-web.conf` once at start, so a changed file needs a restart, and refuses a configuration without a port.
 */
export function configuredService(version: string): PackageSpec {
  const config = '/etc/sp-web/sp-web.conf';
  return {
    name: 'sp-web',
    version,
    fields: { Depends: 'busybox-static, passwd' },
    files: [
      { path: config, content: 'port=8080\nroot=/srv/sp-web\n' },
      { path: '/srv/sp-web/index.html', content: `sp-web ${version}\n` },
      { path: '/usr/sbin/sp-web', content: webDaemon, mode: '0755' },
      { path: '/lib/systemd/system/sp-web.service', content: webUnit },
    ],
    conffiles: [config],
    scripts: {
      postinst: [
        'id sp-web >/dev/null 2>&1 || useradd --system --home-dir /srv/sp-web --shell /usr/sbin/nologin sp-web',
        reloadUnits,
      ].join('\n'),
      postrm: reloadUnits,
    },
  };
}

/** `sp-web-auto`: enables and starts its service on installation, as packages made with Debian's own tools do. */
export function autoStartedService(): PackageSpec {
  const unit = 'sp-web-auto.service';
  return {
    name: 'sp-web-auto',
    version: '1.0',
    files: [{ path: `/lib/systemd/system/${unit}`, content: sleepUnit }],
    scripts: {
      postinst: [
        reloadUnits,
        `if deb-systemd-helper --quiet was-enabled ${unit}; then deb-systemd-helper enable ${unit} >/dev/null; fi`,
        `if [ -d /run/systemd/system ]; then deb-systemd-invoke start ${unit} >/dev/null; fi`,
      ].join('\n'),
      prerm: `if [ "$1" = remove ] && [ -d /run/systemd/system ]; then deb-systemd-invoke stop ${unit} >/dev/null; fi`,
      postrm: `if [ "$1" = purge ]; then deb-systemd-helper purge ${unit} >/dev/null; fi\n${reloadUnits}`,
    },
  };
}

const reloadUnits = 'if [ -d /run/systemd/system ]; then systemctl --system daemon-reload >/dev/null || true; fi';

const webDaemon = `#!/bin/sh
set -eu
port=
root=/srv/sp-web
. "\${SP_WEB_CONF:-/etc/sp-web/sp-web.conf}"
if [ -z "$port" ]; then
  echo "sp-web: no port is configured" >&2
  exit 78
fi
if [ "\${1:-}" = -t ]; then exit 0; fi
exec busybox httpd -f -p "$port" -h "$root"
`;

const webUnit = `[Unit]
Description=A small web server
After=network.target

[Service]
User=sp-web
ExecStart=/usr/sbin/sp-web
ExecReload=/bin/kill -HUP $MAINPID

[Install]
WantedBy=multi-user.target
`;

const sleepUnit = `[Unit]
Description=A service that starts with its package

[Service]
ExecStart=/bin/sleep infinity

[Install]
WantedBy=multi-user.target
`;
