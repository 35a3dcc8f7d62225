import { describedAs, type Importing } from '@setpoint/model';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { zonePath } from './declared.ts';

/** The zone that /etc/localtime leads to. */
export const importTimezone: Importing = {
  kind: 'importable',
  list: {
    what: 'the time zone that /etc/localtime leads to',
    queries: { localtime: statQuery('/etc/localtime') },
    read: ({ localtime }) => {
      const target = foundValue<StatValue>(localtime)?.target ?? '';
      const zone = target.split(zonePath(''))[1];
      if (zone !== undefined) return { identities: [zone], notes: [] };
      return { identities: [], notes: ['/etc/localtime is no link to a time zone, so none could be told.'] };
    },
  },
  queries: () => ({}),
  describe: () => describedAs({}),
};
