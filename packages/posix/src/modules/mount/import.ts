import { type Described, type Importing } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles } from '../../importing/texts.ts';
import { unescapeMount } from '../../kernel/mount-table.ts';
import { isCredential } from './options.ts';
import { fieldsOf } from './write.ts';

const patterns = ['/etc/fstab'];

/** Mounts and swap space of /etc/fstab. */
export const importMount: Importing = {
  kind: 'importable',
  list: listedInFiles(patterns, 'mounts and swap space of /etc/fstab', (files) => ({
    identities: entriesOf(files).map(({ identity }) => identity),
    notes: [],
  })),
  queries: () => filesQueries(patterns),
  describe: (identity, answers) => {
    const entry = entriesOf(readFiles(patterns, answers).files).findLast((each) => each.identity === identity);
    return entry === undefined ? { kind: 'absent' } : describeEntry(entry);
  },
};

type Entry = {
  readonly identity: string;
  readonly source: string;
  readonly type: string;
  readonly options: string;
  readonly dump: number;
  readonly pass: number;
};

function entriesOf(files: readonly ReadText[]): readonly Entry[] {
  return files.flatMap(({ text }) =>
    text.split('\n').flatMap((line) => {
      const [first = '', target, type = '', options = 'defaults', dump = '0', pass = '0'] = fieldsOf(line);
      if (target === undefined || type === '') return [];
      const source = unescapeMount(first);
      const identity = type === 'swap' ? source : unescapeMount(target).replace(/(?<=.)\/+$/, '');
      return [{ identity, source, type, options: unescapeMount(options), dump: Number(dump), pass: Number(pass) }];
    }),
  );
}

function describeEntry({ source, type, options, dump, pass }: Entry): Described {
  if (options.split(',').some(isCredential))
    return { kind: 'left out', why: 'its options hold a password, which stays on the node' };
  const properties = {
    ...(type === 'swap' ? {} : { source }),
    type,
    ...(options === 'defaults' ? {} : { options }),
    ...(dump === 0 ? {} : { dump }),
    ...(pass === 0 ? {} : { pass }),
  };
  return {
    kind: 'declared',
    forms: [
      { properties, lacks: [] },
      {
        properties: { ...properties, state: 'present' },
        lacks: options.split(',').includes('noauto') ? [] : ['It is not mounted now as /etc/fstab says.'],
      },
    ],
  };
}
