import type { ConformanceFixture } from '@setpoint/testkit';
import { archive } from './archive.ts';
import { authorizedKeys } from './authorized_keys.ts';
import { certificate } from './certificate.ts';
import { command } from './command.ts';
import { container } from './container.ts';
import { cron } from './cron.ts';
import { directory } from './directory.ts';
import { download } from './download.ts';
import { file } from './file.ts';
import { firewall } from './firewall.ts';
import { git } from './git.ts';
import { group } from './group.ts';
import { knownHost } from './known_host.ts';
import { link } from './link.ts';
import { packageFixture, packagesFixture } from './package.ts';
import { repository } from './repository.ts';
import { service } from './service.ts';
import { sudoers } from './sudoers.ts';
import { hostname, kernelModule, limits, locale, mount, sysctl, timezone } from './system.ts';
import { tarball } from './tarball.ts';
import { block, ini, json, line, replace, toml, yaml } from './text-edits.ts';
import { unit } from './unit.ts';
import { user } from './user.ts';

/** The conformance data of every resource type, by its name. */
export const fixtures: ReadonlyMap<string, ConformanceFixture> = new Map(
  Object.entries({
    archive,
    authorized_keys: authorizedKeys,
    block,
    certificate,
    command,
    container,
    cron,
    directory,
    download,
    file,
    firewall,
    git,
    group,
    ini,
    json,
    known_host: knownHost,
    line,
    link,
    package: packageFixture,
    packages: packagesFixture,
    replace,
    repository,
    service,
    sudoers,
    sysctl,
    tarball,
    unit,
    hostname,
    timezone,
    mount,
    kernel_module: kernelModule,
    limits,
    toml,
    locale,
    user,
    yaml,
  }),
);
