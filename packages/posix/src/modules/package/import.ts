import { describedAs, type Importing } from '@setpoint/model';
import { listedByTool } from '../../importing/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declarePackage } from './declared.ts';
import { observePackage, packageQueries } from './observe.ts';

/** Packages that are installed, in whatever version, and whether they are held. */
export const importPackage: Importing = importObserved(
  { declare: declarePackage, queries: packageQueries, observe: observePackage },
  {
    list: listedByTool(
      'packages',
      'packages that somebody asked for, without those that came along and without libraries and what dpkg calls required or important',
    ),
    describe: ({ installed, held }) =>
      installed === null ? { kind: 'absent' } : describedAs(held ? { hold: true } : {}),
  },
);
