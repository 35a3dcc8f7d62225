import { describeCause, type Importing } from '@setpoint/model';
import { foundValue } from '../../queries/query-kind.ts';
import { type SysctlValue, sysctlQuery } from '../../queries/sysctl.ts';

/** The name that the system runs under. */
export const importHostname: Importing = {
  kind: 'importable',
  list: {
    what: 'the name that the system runs under',
    queries: { kernel: sysctlQuery('kernel/hostname') },
    read: ({ kernel }) => {
      const name = foundValue<SysctlValue>(kernel)?.value.trim();
      if (name !== undefined) return { identities: [name], notes: [] };
      const why = kernel?.status === 'unknown' ? describeCause(kernel.cause) : 'the kernel does not say';
      return { identities: [], notes: [`The name of the system was not read: ${why}.`] };
    },
  },
  queries: () => ({}),
  describe: () => ({
    kind: 'declared',
    forms: [
      { properties: {}, lacks: [] },
      { properties: { live: false }, lacks: ['The system runs under another name than /etc/hostname says.'] },
    ],
  }),
};
