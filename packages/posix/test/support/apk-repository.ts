import { createSign, generateKeyPairSync } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';

/** Debian has no apk: its program comes from somebody who has one, and without it there is nothing to be tried. */
export const apkPath = process.env['SETPOINT_TEST_APK'];

/** One package of apk. */
export type Apk = {
  readonly name: string;
  readonly version: string;
  /** Further lines of its .PKGINFO, such as `depend = sp-hello`. */
  readonly lines?: readonly string[];
  /** Path without the first slash to text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Body of the script that runs after the installation. */
  readonly postInstall?: string;
};

export type ApkKey = { readonly name: string; readonly publicKey: string; readonly sign: (bytes: Buffer) => Buffer };

export function makeApkKey(name: string): ApkKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { name, publicKey, sign: (bytes) => createSign('sha256').update(bytes).sign(privateKey) };
}

/** Makes a host one whose packages apk keeps, with the program at a path of this machine. */
export async function becomeAlpine(host: FleetHost, apkPath: string): Promise<void> {
  const program = join(host.rootDir, 'sbin/apk');
  cpSync(apkPath, program);
  chmodSync(program, 0o755);
  const { code, stderr } = await host.exec(`set -eu
rm -f /etc/os-release
printf 'ID=alpine\\n' >/etc/os-release
mkdir -p /etc/apk/keys /var/cache/apk
: >/etc/apk/world
apk add --initdb`);
  if (code !== 0) throw new Error(stderr);
}

/** Builds packages on a host that has apk, and their list, which a key signs. */
export async function makeApkRepository(
  host: FleetHost,
  { directory, apks, key }: { readonly directory: string; readonly apks: readonly Apk[]; readonly key: ApkKey },
): Promise<void> {
  const staged = join(host.rootDir, 'tmp/apks');
  mkdirSync(staged, { recursive: true });
  for (const apk of apks) stage(staged, apk);
  await run(host, packEach);
  for (const { name, version } of apks) {
    const dir = join(staged, `${name}-${version}`);
    writeFileSync(join(dir, signatureOf(key)), key.sign(readFileSync(join(dir, 'control.tar.gz'))));
  }
  const architecture = (await run(host, 'apk --print-arch')).trim();
  const target = `${directory}/${architecture}`;
  await run(host, joinAll(target, key));
  const list = join(host.rootDir, target, 'unsigned.tar.gz');
  const signature = join(host.rootDir, target, signatureOf(key));
  writeFileSync(signature, key.sign(readFileSync(list)));
  await run(host, `${packers}cd ${target} && signature ${signatureOf(key)} | cat - unsigned.tar.gz >APKINDEX.tar.gz`);
}

function stage(staged: string, { name, version, lines = [], files = {}, postInstall }: Apk): void {
  const dir = join(staged, `${name}-${version}`);
  const all = { [`usr/share/${name}/version`]: `${version}\n`, ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(join(dir, 'data', dirname(path)), { recursive: true });
    writeFileSync(join(dir, 'data', path), text);
  }
  mkdirSync(join(dir, 'control'), { recursive: true });
  const fields = [
    `pkgname = ${name}`,
    `pkgver = ${version}`,
    'pkgdesc = Test',
    'url = x',
    'size = 1',
    'builddate = 1700000000',
  ];
  const info = [...fields, `origin = ${name}`, ...lines];
  writeFileSync(join(dir, 'control/.PKGINFO'), `${info.join('\n')}\n`);
  if (postInstall === undefined) return;
  writeFileSync(join(dir, 'control/.post-install'), `#!/bin/sh\n${postInstall}\n`);
  chmodSync(join(dir, 'control/.post-install'), 0o755);
}

function signatureOf({ name }: ApkKey): string {
  return `.SIGN.RSA256.${name}`;
}

const packers = `set -eu
plain() { tar -b1 --owner=0 --group=0 --numeric-owner --no-recursion "$@" | head -c -1024; }
signature() { plain -cf - "$1" | gzip -9n; }
`;

/**
 * A package is archives in a row, of which only the last has an end (apk-v2(5)): its signature, what is told of it, and its files, each
 * with a checksum.
 */
const packEach = String.raw`${packers}cd /tmp/apks
for each in *; do
  ( cd "$each/data"
    find . -mindepth 1 | sed 's/^..//' | sort | while read -r path; do
      if [ -f "$path" ]; then plain --format=pax "--pax-option=APK-TOOLS.checksum.SHA1:=$(sha1sum <"$path" | cut -c 1-40)" -cf - "$path"
      else plain --format=pax -cf - "$path"; fi
    done
    head -c 1024 /dev/zero ) | gzip -9n >"$each/data.tar.gz"
  ( cd "$each/control"
    printf 'arch = %s\ndatahash = %s\n' "$(apk --print-arch)" "$(sha256sum <../data.tar.gz | cut -c 1-64)" >>.PKGINFO
    plain -cf - $(ls -A) | gzip -9n >../control.tar.gz )
done`;

function joinAll(target: string, key: ApkKey): string {
  return `${packers}mkdir -p ${target}
cd /tmp/apks
for each in *; do
  ( cd "$each" && signature ${signatureOf(key)} | cat - control.tar.gz data.tar.gz >${target}/$each.apk )
done
rm -rf /tmp/apks
cd ${target}
apk index --allow-untrusted -o unsigned.tar.gz *.apk >/dev/null`;
}

async function run(host: FleetHost, command: string): Promise<string> {
  const { code, stdout, stderr } = await host.exec(command);
  if (code !== 0) throw new Error(stdout + stderr);
  return stdout;
}
