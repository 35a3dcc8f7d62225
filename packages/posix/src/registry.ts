import type { ResourceModule } from '@setpoint/model';
import { archive } from './modules/archive/index.ts';
import { authorizedKeys } from './modules/authorized_keys/index.ts';
import { block } from './modules/block/index.ts';
import { certificate } from './modules/certificate/index.ts';
import { command } from './modules/command/index.ts';
import { container } from './modules/container/index.ts';
import { cron } from './modules/cron/index.ts';
import { directory } from './modules/directory/index.ts';
import { download } from './modules/download/index.ts';
import { file } from './modules/file/index.ts';
import { firewall } from './modules/firewall/index.ts';
import { git } from './modules/git/index.ts';
import { group } from './modules/group/index.ts';
import { hostname } from './modules/hostname/index.ts';
import { ini } from './modules/ini/index.ts';
import { json } from './modules/json/index.ts';
import { kernelModule } from './modules/kernel_module/index.ts';
import { knownHost } from './modules/known_host/index.ts';
import { limits } from './modules/limits/index.ts';
import { line } from './modules/line/index.ts';
import { link } from './modules/link/index.ts';
import { locale } from './modules/locale/index.ts';
import { mount } from './modules/mount/index.ts';
import { packageModule } from './modules/package/index.ts';
import { packages } from './modules/packages/index.ts';
import { replace } from './modules/replace/index.ts';
import { repository } from './modules/repository/index.ts';
import { service } from './modules/service/index.ts';
import { sudoers } from './modules/sudoers/index.ts';
import { sysctl } from './modules/sysctl/index.ts';
import { tarball } from './modules/tarball/index.ts';
import { timezone } from './modules/timezone/index.ts';
import { toml } from './modules/toml/index.ts';
import { unit } from './modules/unit/index.ts';
import { user } from './modules/user/index.ts';
import { yaml } from './modules/yaml/index.ts';

/** Every resource type of this family; schemas, reference pages, completion and conformance tests follow from this list. */
export const posixModules: readonly ResourceModule[] = [
  archive,
  authorizedKeys,
  block,
  certificate,
  command,
  container,
  cron,
  directory,
  download,
  file,
  git,
  firewall,
  ini,
  json,
  knownHost,
  line,
  link,
  group,
  packageModule,
  packages,
  replace,
  repository,
  service,
  unit,
  sudoers,
  sysctl,
  tarball,
  hostname,
  timezone,
  mount,
  kernelModule,
  limits,
  toml,
  locale,
  user,
  yaml,
];
