import type { ConformanceFixture } from '@setpoint/testkit';

const image = 'localhost/box:1';

export const container: ConformanceFixture = {
  create: {
    identity: 'conformer',
    properties: { image, command: ['sleep', '1000'], env: { A: 'b' }, ports: ['8080:80'] },
  },
  change: { identity: 'conformer', properties: { image, command: ['sleep', '1001'], volumes: ['/srv:/data:ro'] } },
  absent: { identity: 'conformer', properties: { state: 'absent' } },
  watched: [],
  isTriedElsewhere: true,
};
