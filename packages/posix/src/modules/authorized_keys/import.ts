import { type Described, describedAs, type Importing, isUnknown } from '@setpoint/model';
import { listedAccounts } from '../../accounts/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declareKeys, type KeysState } from './declared.ts';
import { parseKeyLine } from './key-line.ts';
import { keysQueries, observeKeys } from './observe.ts';

/** All keys of an account, and no others. */
export const importKeys: Importing = importObserved(
  { declare: declareKeys, queries: keysQueries, observe: observeKeys },
  {
    list: listedAccounts(
      '/etc/passwd',
      'the keys of root and of the accounts with a number from 1000 to 59999',
      ([name], isMade) => isMade || name === 'root',
    ),
    probe: { properties: { keys: [] } },
    describe: describeKeys,
  },
);

function describeKeys({ text, file }: KeysState): Described {
  if (file.type === 'absent') return { kind: 'absent' };
  if (isUnknown(text)) return { kind: 'left out', why: 'its file of keys is no text' };
  const lines = text.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => parseKeyLine(line) !== undefined);
  if (keys.length === 0) return { kind: 'absent' };
  return describedAs({
    keys: [...new Map(keys.map((line) => [parseKeyLine(line)?.key, line])).values()],
    exclusive: true,
  });
}
