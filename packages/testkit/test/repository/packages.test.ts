import { assert } from 'chai';
import { repositoryPackages } from '../../src/repository/index.ts';

describe('the packages of the test repository', () => {
  it('are named so that none is taken for one of Debian', () => {
    const foreign = repositoryPackages.filter(({ name }) => !/^sp-[a-z0-9][a-z0-9-]*$/.test(name));
    assert.deepEqual(foreign, []);
  });

  it('have each version once', () => {
    const labels = repositoryPackages.map(({ name, version }) => `${name}=${version}`);
    assert.sameMembers([...new Set(labels)], labels);
  });

  it('own the files they declare as configuration', () => {
    const strangers = repositoryPackages.filter(
      ({ conffiles = [], files = [] }) => !conffiles.every((path) => files.some((file) => file.path === path)),
    );
    assert.deepEqual(strangers, []);
  });
});
