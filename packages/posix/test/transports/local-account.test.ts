import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { expect } from 'chai';
import { localAccount } from '../../src/transports/local-account.ts';

describe('the account that runs Setpoint', () => {
  const nobodyKnows = (): never => {
    throw new Error('A system error occurred: uv_os_get_passwd returned ENOENT (no such file or directory)');
  };

  it('is the one of the user database', () => {
    expect(localAccount({ USER: 'somebody-else' })).to.deep.equal({
      name: userInfo().username,
      home: userInfo().homedir,
    });
  });

  it('is named by the environment where the database does not know its number', () => {
    expect(localAccount({ USER: 'builder' }, nobodyKnows)).to.deep.equal({ name: 'builder', home: undefined });
    expect(localAccount({ USER: '', LOGNAME: 'builder' }, nobodyKnows).name).to.equal('builder');
  });

  it('is its number where nothing names it', () => {
    expect(localAccount({}, nobodyKnows).name).to.equal(String(process.getuid?.()));
  });

  it('needs no entry in the database at all', function () {
    if (process.getuid?.() !== 0) this.skip();
    const file = new URL('../../src/transports/local-account.ts', import.meta.url).href;
    const script = `const { localAccount } = await import(${JSON.stringify(file)}); console.log(localAccount({}).name)`;
    const args = ['--reuid=54321', '--clear-groups', process.execPath, '--input-type=module', '-e', script];
    expect(execFileSync('setpriv', args, { encoding: 'utf8' }).trim()).to.equal('54321');
  });
});
