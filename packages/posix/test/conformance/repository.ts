import type { ConformanceFixture } from '@setpoint/testkit';

const directory = '/srv/conformance-repository';
const source = { uris: `file:${directory}`, suites: './', trusted: true };

export const repository: ConformanceFixture = {
  prepare: `mkdir -p ${directory} && cd ${directory} && : >Packages && echo 'Suite: conformance' >Release`,
  create: { identity: 'conformance', properties: source },
  change: {
    identity: 'conformance',
    properties: { ...source, architectures: ['amd64'], fields: { Languages: 'none' } },
    body: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n-----END PGP PUBLIC KEY BLOCK-----\n',
  },
  absent: { identity: 'conformance', properties: { state: 'absent' } },
  watched: ['/etc/apt/sources.list.d', '/etc/apt/keyrings', '/var/lib/apt/lists'],
  isSlow: true,
};
