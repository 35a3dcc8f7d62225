import type { ConformanceFixture } from '@setpoint/testkit';
import { archiveOf } from '../support/archive.ts';

const path = '/srv/conformance.archive';
const properties = { source: 'app.tar' };

export const archive: ConformanceFixture = {
  create: {
    identity: path,
    properties: { ...properties, owner: 'daemon' },
    body: archiveOf({ 'bin/': 'directory', 'bin/run': '#!/bin/sh\n', data: 'one\n', current: { link: 'bin/run' } }),
  },
  change: {
    identity: path,
    properties: { ...properties, owner: 'root', file_mode: 'go-r' },
    body: archiveOf({
      'bin/run': '#!/bin/sh\nexit 0\n',
      data: 'one\n',
      'new/deep/file': '',
      current: { link: 'data' },
    }),
  },
  watched: [path],
  named: (text) => ({
    create: {
      identity: `/srv/archive ${text}`,
      properties,
      body: archiveOf({ [`a/${text}`]: text, [`${text}/b`]: 'b', [`link ${text}`]: { link: text } }),
    },
  }),
};
