import { assert } from 'chai';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import { deviceProject, tcpTo } from './support/device-project.ts';

const refused: Readonly<Record<string, readonly JsonObject[]>> = {
  'one register declared twice with different values': [
    { register: 'speed', value: 1400 },
    { register: 'speed', value: 1450 },
  ],
  'one register under two names': [
    { register: 'speed', value: 1400 },
    { register: 'other', table: 'holding', address: 10, value: 1450 },
  ],
  'a register within a value of two': [
    { register: 'total', value: 7 },
    { register: 'half', table: 'holding', address: 15, value: 1 },
  ],
  'a bit within a register that is declared whole': [
    { register: 'alarm', value: true },
    { register: 'whole', table: 'holding', address: 21, value: 0 },
  ],
  'one coil under two names': [
    { coil: 'lamp', value: true },
    { coil: 'light', address: 4, value: false },
  ],
};

describe('a playbook is refused before a device is asked when it declares', () => {
  for (const [what, resources] of Object.entries(refused)) {
    it(what, async () => {
      const project = deviceProject({ controller: tcpTo(1) });
      try {
        project.declare(resources);
        const { code, stdout, stderr } = await project.plan();
        assert.equal(code, 1);
        assert.match(stdout + stderr, /SP2\d\d/);
        assert.notMatch(stdout + stderr, /SP57\d/, 'nobody was asked');
      } finally {
        project.remove();
      }
    });
  }
});
