import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { promisify } from 'node:util';
import { assert } from 'chai';
import { projectRoot, toolEnvironment, toolPath } from '../scripts/tools.ts';

describe('the rules of the linter', () => {
  it('hold for tests as well, which the quick check leaves out', async () => {
    const folders = [...globSync('packages/*/test', { cwd: projectRoot }), 'test'];
    const said = await promisify(execFile)(toolPath('oxlint'), folders, {
      cwd: projectRoot,
      env: { ...toolEnvironment(), NO_COLOR: '1' },
    }).catch((error: { stdout: string }) => error);
    assert.include(said.stdout, 'Found 0 warnings and 0 errors.');
    assert.isAbove(Number(/on (\d+) files/.exec(said.stdout)?.[1]), 400);
  });
});
