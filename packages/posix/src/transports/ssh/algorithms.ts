import type { SshOptions } from '../ssh-config/parse.ts';

/** The algorithms to offer, best first; a list left out means the built-in client's own defaults. */
export type AlgorithmChoice = {
  readonly hostKey: readonly string[];
  readonly kex?: readonly string[];
  readonly cipher?: readonly string[];
  readonly hmac?: readonly string[];
};

/**
 * Takes from the ssh configuration's algorithm lists what the built-in client knows: host keys in the configuration's order, the
 * rest in the built-in client's, which knows what it computes fast (AES-GCM natively, ChaCha20 partly in JavaScript). RSA host
 * keys must sign with SHA-2 unless the configuration allows `ssh-rsa`, as in OpenSSH since 8.8.
 */
export function chooseAlgorithms(options: SshOptions): AlgorithmChoice {
  const kex = pick(options, 'kexalgorithms', supportedKex);
  const cipher = pick(options, 'ciphers', supportedCiphers);
  const hmac = pick(options, 'macs', supportedMacs);
  return {
    hostKey: pickInOrder(options, 'hostkeyalgorithms') ?? defaultHostKeys,
    ...(kex === undefined ? {} : { kex }),
    ...(cipher === undefined ? {} : { cipher }),
    ...(hmac === undefined ? {} : { hmac }),
  };
}

const defaultHostKeys = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
];

/** What ssh2 1.17.0 implements (lib/protocol/constants.js); it throws on any other name. */
const supportedHostKeys: ReadonlySet<string> = new Set([...defaultHostKeys, 'ssh-rsa']);

const supportedKex: ReadonlySet<string> = new Set([
  'curve25519-sha256@libssh.org',
  'curve25519-sha256',
  'ecdh-sha2-nistp256',
  'ecdh-sha2-nistp384',
  'ecdh-sha2-nistp521',
  'diffie-hellman-group-exchange-sha256',
  'diffie-hellman-group14-sha256',
  'diffie-hellman-group15-sha512',
  'diffie-hellman-group16-sha512',
  'diffie-hellman-group17-sha512',
  'diffie-hellman-group18-sha512',
  'diffie-hellman-group-exchange-sha1',
  'diffie-hellman-group14-sha1',
  'diffie-hellman-group1-sha1',
]);

const supportedCiphers: ReadonlySet<string> = new Set([
  'aes128-gcm@openssh.com',
  'aes256-gcm@openssh.com',
  'aes128-ctr',
  'aes192-ctr',
  'aes256-ctr',
  'chacha20-poly1305@openssh.com',
  'aes256-cbc',
  'aes192-cbc',
  'aes128-cbc',
  '3des-cbc',
]);

const supportedMacs: ReadonlySet<string> = new Set([
  'hmac-sha2-256-etm@openssh.com',
  'hmac-sha2-512-etm@openssh.com',
  'hmac-sha1-etm@openssh.com',
  'hmac-sha2-256',
  'hmac-sha2-512',
  'hmac-sha1',
]);

function pickInOrder(options: SshOptions, name: string): readonly string[] | undefined {
  const usable = listed(options, name).filter((algorithm) => supportedHostKeys.has(algorithm));
  return usable.length === 0 ? undefined : usable;
}

function pick(options: SshOptions, name: string, supported: ReadonlySet<string>): readonly string[] | undefined {
  const allowed = new Set(listed(options, name));
  const usable = [...supported].filter((algorithm) => allowed.has(algorithm));
  return usable.length === 0 ? undefined : usable;
}

function listed(options: SshOptions, name: string): readonly string[] {
  return options.get(name)?.[0]?.split(',') ?? [];
}
