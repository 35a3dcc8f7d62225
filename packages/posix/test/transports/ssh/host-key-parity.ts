import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { KnownHostsStore } from '../../../src/transports/known-hosts/store.ts';
import { prepareHostKeyCheck } from '../../../src/transports/ssh/host-key.ts';
import { decideTarget } from '../../../src/transports/ssh/target.ts';
import { generateKnownHosts } from '../known-hosts/generated.ts';
import { contextIn } from '../session-probe.ts';
import { makeKey, type TestSshd } from '../test-sshd.ts';

/** Judges the server's key by generated known_hosts files, with our check and with ssh itself, and expects the same verdicts. */
export async function expectVerdictsOfSsh(sshd: TestSshd, seeds: readonly number[]): Promise<void> {
  const others = ['ed25519', 'rsa'].map((type) => {
    const path = join(sshd.dir, `stranger_${type}`);
    makeKey(path, type);
    return readFileSync(`${path}.pub`, 'utf8').split(' ').slice(0, 2).join(' ');
  });
  const seen = new Set<string>();
  for (const seed of seeds) {
    const subject = { host: '127.0.0.1', port: sshd.port, keys: [sshd.hostKey(), ...others], cut: true };
    const text = generateKnownHosts(seed, subject);
    const file = join(sshd.dir, `generated_${seed}`);
    writeFileSync(file, text);
    const [ours, theirs] = await Promise.all([ourVerdict(sshd, file), verdictOfSsh(sshd, file)]);
    expect(ours, `seed ${seed}\n${text}`).to.equal(theirs);
    seen.add(ours);
  }
  expect([...seen].sort()).to.deep.equal(['changed', 'known', 'revoked', 'unknown']);
}

async function ourVerdict(sshd: TestSshd, file: string): Promise<string> {
  const settings = { host: '127.0.0.1', port: sshd.port, knownHosts: [file], config: false } as const;
  const target = decideTarget('node', { settings, options: new Map() }, contextIn(sshd.dir));
  const { check } = await prepareHostKeyCheck(target, join(sshd.dir, 'pins'), new KnownHostsStore());
  const failure = await check(Buffer.from(sshd.hostKey().split(' ')[1] ?? '', 'base64'));
  return failure === undefined ? 'known' : failure.kind.replace('key-', '');
}

function verdictOfSsh(sshd: TestSshd, file: string): Promise<string> {
  const options = [
    'BatchMode=yes',
    'StrictHostKeyChecking=yes',
    'PreferredAuthentications=none',
    'GlobalKnownHostsFile=/dev/null',
  ];
  const args = [
    '-F',
    'none',
    '-p',
    String(sshd.port),
    ...[...options, `UserKnownHostsFile=${file}`].flatMap((option) => ['-o', option]),
    'root@127.0.0.1',
    'true',
  ];
  return new Promise((resolve, reject) => {
    execFile('ssh', args, (_error, _stdout, stderr) => {
      const verdict = verdicts.find(({ pattern }) => pattern.test(stderr))?.verdict;
      if (verdict === undefined) reject(new Error(`ssh said: ${stderr}`));
      else resolve(verdict);
    });
  });
}

const verdicts = [
  { pattern: /REVOKED|revoked/, verdict: 'revoked' },
  { pattern: /HAS CHANGED/, verdict: 'changed' },
  { pattern: /No \S+ host key is known/, verdict: 'unknown' },
  { pattern: /Permission denied/, verdict: 'known' },
] as const;
