import { expect } from 'chai';
import { farPathsOf } from '../../src/driver/far-paths.ts';

const table = String.raw`25 1 8:1 / / rw - ext4 /dev/sda1 rw
30 25 0:26 / /mnt/nas rw - nfs4 nas:/x rw
31 25 0:27 / /mnt/my\040share rw - cifs //nas/s rw
32 30 8:2 / /mnt/nas/disk rw - ext4 /dev/sdb1 rw
33 25 0:29 / /home rw - autofs map rw
34 33 8:3 / /home rw - ext4 /dev/sdc1 rw
`;

describe('what was asked of file systems that another host serves', () => {
  it('names the paths on them, and none beside them or on a disk within', () => {
    const paths = ['/mnt/nas', '/mnt/nas/x', '/mnt/nasty', '/mnt/my share/x', '/mnt/nas/disk/x', '/home/me', '/etc/x'];
    const far = farPathsOf(
      [...paths.map((path) => ({ kind: 'stat', path })), { kind: 'mount', target: '/mnt/nas', source: 'nas:/x' }],
      table,
    );
    expect(far.map(({ path, mount }) => [path, mount.type, mount.target])).to.deep.equal([
      ['/mnt/nas', 'nfs4', '/mnt/nas'],
      ['/mnt/nas/x', 'nfs4', '/mnt/nas'],
      ['/mnt/my share/x', 'cifs', '/mnt/my share'],
    ]);
  });

  it('names none where nobody tells what is mounted', () => {
    expect(farPathsOf([{ kind: 'stat', path: '/mnt/nas' }], '')).to.deep.equal([]);
  });
});
