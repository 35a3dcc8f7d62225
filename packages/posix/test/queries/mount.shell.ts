import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { mountKind } from '../../src/queries/mount.ts';
import { askHere } from '../support/ask-here.ts';
import { shells } from '../support/shell-session.ts';

const table = String.raw`25 1 8:1 / / rw - ext4 /dev/sda1 rw
30 25 0:26 / /mnt/nas rw - nfs4 nas:/x rw
31 25 0:27 / /mnt/my\040share rw - cifs //nas/s rw
32 25 0:28 / /home rw shared:5 master:1 - fuse.sshfs u@h:/ rw
33 25 0:29 / /srv rw - tmpfs tmpfs rw
`;

const places: readonly (readonly [string, boolean])[] = [
  ['/mnt', false],
  ['/mnt/nas', true],
  ['/mnt/nas/deep/down', true],
  ['/mnt/nasty', false],
  [String.raw`/mnt/my\040share/x`, true],
  ['/home/alice', true],
  ['/srv/data', false],
  ['nas:/x', false],
];

for (const { name, command } of shells) {
  describe(`asking for mounts in ${name}`, () => {
    let dir: string;
    before(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-mounts-'));
      writeFileSync(join(dir, 'mountinfo'), table);
    });
    after(() => rmSync(dir, { recursive: true }));

    it('knows which paths would hang when another host is gone, and looks at none of them', () => {
      const library = mountKind.library.shell.replaceAll('/proc/self/mountinfo', join(dir, 'mountinfo'));
      const asked = places.map(([place]) => `sp_is_far '${place}' && echo far || echo near`).join('\n');
      const [program = '', ...first] = command.split(' ');
      const output = execFileSync(program, [...first, '-c', `nl='\n'\n${library}\nsp_mount_read\n${asked}`], {
        encoding: 'utf8',
      });
      assert.deepEqual(
        output.trim().split('\n'),
        places.map(([, isFar]) => (isFar ? 'far' : 'near')),
      );
    });

    it('finds what this machine has mounted, and what it has not', async () => {
      const query = { kind: 'mount', isBind: false } as const;
      const answers = await askHere(command, [
        { ...query, target: '/proc', source: 'proc' },
        { ...query, target: '/no such place', source: '/dev/no such device' },
        { ...query, target: '', source: '/no-swap' },
      ]);
      const values = answers.map((answer) => (answer.status === 'found' ? answer.value : {}));
      assert.deepInclude(values[0], { isSame: true, target: 'directory' });
      assert.deepEqual(values[1], { mounted: null, isSame: false, target: 'absent', hasSource: false });
      assert.deepEqual(values[2], { mounted: null, isSame: false, target: 'directory', hasSource: false });
    });
  });
}
