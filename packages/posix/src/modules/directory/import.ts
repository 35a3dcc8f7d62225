import { describedAs, type Importing } from '@setpoint/model';
import { importObserved } from '../../importing/observed.ts';
import { declareDirectory } from './declared.ts';
import { directoryQueries, observeDirectory } from './observe.ts';

/** A directory that somebody names: itself, and nothing of what it holds. */
export const importDirectory: Importing = importObserved(
  { declare: declareDirectory, queries: directoryQueries, observe: observeDirectory },
  { describe: ({ owner, group, mode }) => describedAs({ owner, group, mode }) },
);
