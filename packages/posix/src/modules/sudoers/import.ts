import type { Importing } from '@setpoint/model';
import { describeContent, emptyBody } from '../../importing/content.ts';
import { listedInFiles } from '../../importing/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { wordLines } from '../../importing/texts.ts';
import { nameOf } from '../../paths/absolute-path.ts';
import { declareSudoers, sudoersDirectory } from './declared.ts';
import { observeSudoers, sudoersQueries } from './observe.ts';

/** Files of sudoers as a whole. */
export const importSudoers: Importing = importObserved(
  { declare: declareSudoers, queries: sudoersQueries, observe: observeSudoers },
  {
    list: listedInFiles([`${sudoersDirectory}/*`], `files of ${sudoersDirectory} that sudo reads`, (files) => ({
      // Packages leave a file there that explains the directory.
      identities: files
        .filter(({ text }) => wordLines(text).length > 0)
        .map(({ path }) => nameOf(path))
        .filter((name) => /^[A-Za-z0-9_][A-Za-z0-9_+@-]*$/.test(name)),
      notes: [],
    })),
    probe: { properties: { content: '' }, body: emptyBody },
    describe: (state) => describeContent(state, {}),
  },
);
