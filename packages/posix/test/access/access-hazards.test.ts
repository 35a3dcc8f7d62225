import type { Edit } from '@setpoint/model';
import { assert } from 'chai';
import { accessHazards } from '../../src/access/access-hazards.ts';

function content(...lines: readonly string[]): Edit {
  const hunks = lines.length === 0 ? [] : [{ oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines }];
  return { path: 'content', before: { kind: 'absent' }, after: { kind: 'absent' }, hunks };
}

const mode: Edit = { path: 'mode', before: { kind: 'absent' }, after: { kind: 'value', value: '0600' } };
const config = '/etc/ssh/sshd_config';

const cases: readonly {
  readonly name: string;
  readonly path: string;
  readonly edits: readonly Edit[];
  readonly says: string | undefined;
}[] = [
  { name: 'no edit', path: config, edits: [], says: undefined },
  { name: 'another mode', path: config, edits: [mode], says: undefined },
  { name: 'another file', path: '/etc/motd', edits: [content('+Port 1')], says: undefined },
  { name: 'a banner', path: config, edits: [content('-#x', '+Banner none', ' Port 22')], says: undefined },
  {
    name: 'another port',
    path: config,
    edits: [content('-Port 22', '+Port 2222')],
    says: 'Port in /etc/ssh/sshd_config decides',
  },
  {
    name: 'options in any case, in a part',
    path: '/etc/ssh/sshd_config.d/10.conf',
    edits: [content('+allowusers bob', '+  PasswordAuthentication no')],
    says: 'AllowUsers, PasswordAuthentication in /etc/ssh/sshd_config.d/10.conf decide',
  },
  { name: 'content that is not shown', path: config, edits: [content()], says: '/etc/ssh/sshd_config decides' },
  { name: 'a file beside it', path: '/etc/ssh/sshd_config.bak', edits: [content('+Port 1')], says: undefined },
  { name: 'sudoers', path: '/etc/sudoers.d/ops', edits: [content('+x')], says: 'who may use sudo' },
  { name: 'the packet filter', path: '/etc/nftables.conf', edits: [content('+x')], says: 'which connections' },
  { name: 'the network', path: '/etc/network/interfaces', edits: [content('+x')], says: 'on the network' },
];

describe('the hazard of a file on which the way in depends', () => {
  for (const { name, path, edits, says } of cases) {
    it(`${says === undefined ? 'is none' : 'is told'} for ${name}`, () => {
      const [hazard] = accessHazards(path, edits);
      if (says === undefined) assert.isUndefined(hazard);
      else assert.include(hazard?.message ?? '', says);
    });
  }
});
