import { expect } from 'chai';
import { placeOf } from '../../src/output/place-of.ts';

describe('the place of a file of the project', () => {
  const cases: readonly (readonly [string, string, string, Record<string, string>, string, string])[] = [
    ['where the command is called', 'playbooks/a.yaml', '/r/infra', {}, '/r', 'infra/playbooks/a.yaml'],
    [
      'in the checkout of a job of GitHub',
      'a.yaml',
      '/r/infra',
      { GITHUB_WORKSPACE: '/r' },
      '/r/infra',
      'infra/a.yaml',
    ],
    ['in the checkout of a job of GitLab', 'a.yaml', '/r/infra', { CI_PROJECT_DIR: '/r' }, '/r/infra', 'infra/a.yaml'],
    ['outside of all of them', '/etc/setpoint/a.yaml', '/r', {}, '/r', '/etc/setpoint/a.yaml'],
    ['beside the folder', '../..b/a.yaml', '/r/x', {}, '/r', '..b/a.yaml'],
  ];
  for (const [title, file, dir, env, cwd, expected] of cases) {
    it(`is told ${title}`, () => expect(placeOf(file, dir, { env, cwd })).to.equal(expected));
  }
});
