import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { type HostPackage, makeHostRepository } from './host-repository.ts';

/** A key that repositories are signed with, on this machine; `remove` ends the program that holds it. */
export type SigningKey = {
  /** ASCII-armoured. */
  readonly publicKey: string;
  /** The same in the binary form. */
  readonly binaryKey: Buffer;
  readonly sign: (text: string) => string;
  readonly remove: () => void;
};

/** Makes a key pair; it needs gpg. */
export function makeSigningKey(): SigningKey {
  const home = mkdtempSync(join(tmpdir(), 'setpoint-gpg-'));
  const gpg = (args: readonly string[], input = ''): Buffer =>
    execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', '--pinentry-mode', 'loopback', ...args], {
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  gpg(['--passphrase', '', '--quick-gen-key', 'Setpoint <setpoint@localhost>', 'ed25519', 'sign', 'never']);
  return {
    publicKey: gpg(['--armor', '--export']).toString(),
    binaryKey: gpg(['--export']),
    sign: (text) => gpg(['--clearsign'], text).toString(),
    remove: () => {
      execFileSync('gpgconf', ['--homedir', home, '--kill', 'all']);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Builds packages on a host and signs their index; no source of the host names it. */
export async function makeSignedRepository(
  host: FleetHost,
  {
    directory,
    packages,
    key,
  }: { readonly directory: string; readonly packages: readonly HostPackage[]; readonly key: SigningKey },
): Promise<void> {
  await makeHostRepository(host, { directory, packages });
  await host.exec(
    `rm /etc/apt/sources.list.d/${directory.replaceAll('/', '-').replace(/^-/, '')}.list && apt-get update -qq`,
  );
  const release = join(host.rootDir, directory, 'Release');
  writeFileSync(join(host.rootDir, directory, 'InRelease'), key.sign(readFileSync(release, 'utf8')));
}
