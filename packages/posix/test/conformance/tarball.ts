import type { ConformanceFixture } from '@setpoint/testkit';

const path = '/srv/conformance.packed.tar.gz';
const tree = '/srv/conformance.packed';

export const tarball: ConformanceFixture = {
  prepare: `mkdir -p ${tree}/sub && echo one >${tree}/a && echo two >${tree}/sub/b && ln -sf nowhere ${tree}/link`,
  create: { identity: path, properties: { tree, exclude: ['sub'], mode: '0640', owner: 'daemon', group: 'daemon' } },
  change: { identity: path, properties: { tree, mode: '0600', owner: 'root' } },
  watched: [path, tree],
  named: (text) => ({ create: { identity: `/srv/${text}.tar`, properties: { tree, exclude: [text] } } }),
};
