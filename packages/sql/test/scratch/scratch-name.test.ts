import { assert } from 'chai';
import { isLeftOver, parseScratchName, scratchName } from '../../src/scratch/scratch-name.ts';

const maker = { atSeconds: 1_795_000_000, connection: 4242, openedMs: 1_795_000_000_123 };

describe('the name of a scratch database', () => {
  it('tells who made it and when', () => {
    assert.deepEqual(parseScratchName(scratchName(maker)), maker);
  });

  it('is short enough for every product, and another one each time', () => {
    const name = scratchName(maker);
    assert.isAtMost(name.length, 63);
    assert.match(name, /^_setpoint_scratch_[0-9a-z_]+$/);
    assert.notEqual(scratchName(maker), name);
  });

  for (const other of [
    'shop',
    '_setpoint_scratch_',
    '_setpoint_scratch_mine',
    '_setpoint_scratch_a_b_c_D',
    'x_setpoint_scratch_1_2_3_4',
  ]) {
    it(`is not \`${other}\`, which is never dropped`, () => {
      assert.isUndefined(parseScratchName(other));
      assert.isFalse(isLeftOver(other, { nowSeconds: 0, isConnected: () => false }));
    });
  }

  it('is left over when its maker is gone, or when it is older than an hour', () => {
    const name = scratchName(maker);
    const at = (seconds: number, isConnected: boolean): boolean =>
      isLeftOver(name, { nowSeconds: maker.atSeconds + seconds, isConnected: () => isConnected });
    assert.isFalse(at(1, true));
    assert.isTrue(at(1, false));
    assert.isTrue(at(3601, true));
  });
});
