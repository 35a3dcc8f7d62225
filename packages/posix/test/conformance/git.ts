import type { ConformanceFixture } from '@setpoint/testkit';

const path = '/srv/conformance.git';
const repo = '/srv/conformance.source';
const at = 'git -c user.name=x -c user.email=x@example.com -C /srv/conformance.source';

export const git: ConformanceFixture = {
  prepare: `git init -q -b main ${repo} && echo one >${repo}/a && ${at} add a && ${at} commit -q -m one && ${at} tag first && echo two >${repo}/a && ${at} commit -q -a -m two`,
  create: { identity: path, properties: { repo, ref: 'first' } },
  change: { identity: path, properties: { repo, ref: 'main' } },
  watched: [path],
  isSlow: true,
  named: (text) => ({ create: { identity: `/srv/copy ${text}`, properties: { repo } } }),
};
