import type { Described, Importing } from '@setpoint/model';
import { describeContent, emptyBody } from '../../importing/content.ts';
import { listedByTool } from '../../importing/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declareFile, type FileState } from './declared.ts';
import { fileQueries, observeFile } from './observe.ts';

/** Files with their content; those that hold a secret stay where they are. */
export const importFile: Importing = importObserved(
  { declare: declareFile, queries: fileQueries, observe: observeFile },
  {
    list: listedByTool(
      'files',
      'configuration files of packages that were changed, and files in drop-in directories of /etc, such as /etc/cron.d and /etc/logrotate.d, that no package brought',
    ),
    probe: { properties: { content: '' }, body: emptyBody },
    describe: describeFile,
  },
);

function describeFile(state: FileState, path: string): Described {
  if (/^\/etc\/g?shadow-?$/.test(path))
    return { kind: 'left out', why: 'it holds password hashes, which stay on the node' };
  const { owner, group, mode } = state;
  const isPrivate = (Number.parseInt(mode, 8) & 0o004) === 0;
  return describeContent(state, { owner, group, mode }, { isPrivate });
}
