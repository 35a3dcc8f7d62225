import { createHash } from 'node:crypto';
import type { ConformanceFixture } from '@setpoint/testkit';

/** A well-formed Ed25519 public key that nobody has the other half of. */
function keyOf(name: string): string {
  const part = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const point = createHash('sha256').update(name).digest();
  return `ssh-ed25519 ${Buffer.concat([part(Buffer.from('ssh-ed25519')), part(point)]).toString('base64')}`;
}

export const authorizedKeys: ConformanceFixture = {
  prepare: 'useradd --create-home keyholder',
  create: { identity: 'keyholder', properties: { keys: [`${keyOf('one')} one@desk`, keyOf('two')] } },
  change: { identity: 'keyholder', properties: { keys: [`restrict ${keyOf('one')} one@desk`], exclusive: true } },
  absent: { identity: 'keyholder', properties: { keys: [keyOf('one')], state: 'absent' } },
  watched: ['/home/keyholder/.ssh', '/home/keyholder/.ssh/authorized_keys'],
};
