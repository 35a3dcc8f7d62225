import type { ConformanceFixture } from '@setpoint/testkit';
import { madeKey } from '../modules/authorized_keys/made-key.ts';

const path = '/srv/known hosts';
const identity = `${path}#[git.example.com]:2222`;

export const knownHost: ConformanceFixture = {
  prepare: `printf '# ours\\n\\nother ssh-ed25519 ${madeKey('other')} x' >'${path}'`,
  create: { identity, properties: { keys: [`ssh-ed25519 ${madeKey('one')} made by hand`] } },
  change: { identity, properties: { keys: [`ssh-ed25519 ${madeKey('two')}`], hash: true, exclusive: true } },
  absent: { identity, properties: { state: 'absent' } },
  watched: [`'${path}'`],
};
