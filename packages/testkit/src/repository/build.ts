import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runOrThrow } from '../fleet/run-command.ts';
import type { PackageSpec } from './package-spec.ts';

/** Where the repository lies on every host; the hosts' only package source names it. */
export const repositoryPath = '/srv/setpoint-repo';

/** The line of sources.list that names the repository. It is trusted as it is: nobody signs it. */
export const repositorySource = `deb [trusted=yes] file:${repositoryPath} ./`;

/**
 * Builds the packages and their index into a directory, which is made when it is not there. Needs dpkg-deb and apt-ftparchive
 * and no network.
 */
export async function buildRepository(directory: string, packages: readonly PackageSpec[]): Promise<void> {
  mkdirSync(directory, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'setpoint-repository-'));
  try {
    await Promise.all(packages.map((spec) => buildPackage(spec, { scratch, directory })));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const index = await runOrThrow('apt-ftparchive', ['packages', '.'], { cwd: directory });
  writeFileSync(join(directory, 'Packages'), index.stdout);
  const release = await runOrThrow('apt-ftparchive', ['release', '.'], { cwd: directory });
  writeFileSync(join(directory, 'Release'), release.stdout);
}

async function buildPackage(spec: PackageSpec, places: { scratch: string; directory: string }): Promise<void> {
  const baseName = `${spec.name}_${spec.version.replaceAll(':', '%3a')}_all`;
  const root = join(places.scratch, baseName);
  for (const { path, content, mode } of spec.files ?? []) put(join(root, path), content, mode ?? '0644');
  const control = join(root, 'DEBIAN');
  put(join(control, 'control'), controlText(spec), '0644');
  if (spec.conffiles) put(join(control, 'conffiles'), `${spec.conffiles.join('\n')}\n`, '0644');
  for (const [name, body] of Object.entries(spec.scripts ?? {})) {
    put(join(control, name), `#!/bin/sh\nset -e\n${body}\n`, '0755');
  }
  await runOrThrow('dpkg-deb', [
    '--root-owner-group',
    '-Zgzip',
    '--build',
    root,
    join(places.directory, `${baseName}.deb`),
  ]);
}

function put(path: string, content: string, mode: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  writeFileSync(path, content);
  chmodSync(path, Number.parseInt(mode, 8));
}

/** The control file; Debian Policy 5.3 names the mandatory fields. */
function controlText(spec: PackageSpec): string {
  const fields = {
    Package: spec.name,
    Version: spec.version,
    Architecture: 'all',
    Maintainer: 'Setpoint <setpoint@localhost>',
    Section: 'misc',
    Priority: 'optional',
    ...spec.fields,
    Description: `Test package ${spec.name}`,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
