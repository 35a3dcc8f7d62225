import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { dueChangesLibrary } from '../package-managers/due-changes.ts';
import { noManager } from '../package-managers/manager.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what the package manager would change on the whole node, from the package lists that the node has. */
export type DueChangesQuery = {
  readonly kind: 'due-changes';
  /** `full` may remove packages and `safe` does not; empty for no upgrade. */
  readonly upgrade: 'safe' | 'full' | '';
  /** Whether packages that nothing needs any more are removed. */
  readonly unneeded: 'removed' | '';
};

/** The answer, by name of the package; a package without a version before is new, one without a version after goes. */
export type DueChangesValue = { readonly changes: readonly DueChange[] };

export type DueChange = { readonly name: string; readonly before: string; readonly after: string };

/** One simulation of the package manager per way to be asked. */
export const dueChangesKind: QueryKind = {
  kind: 'due-changes',
  batchSize: 1,
  library: dueChangesLibrary,
  shared: packageRowsLibrary,
  before: () => shRaw('sp_find_manager'),
  section: ([query]) =>
    sh`[ -n "$sp_manager" ] || return 127; sp_due ${wordOf(query, 'upgrade')} ${wordOf(query, 'unneeded')} && echo .`,
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, noManager);
    const lines = output.toString('utf8').split('\n').slice(0, -1);
    if (lines.pop() !== '.') return unreadable(queries, whyUnread(output.toString('utf8')));
    const value: DueChangesValue = { changes: lines.map(readChange) };
    return queries.map((): Answer => ({ status: 'found', value }));
  },
};

/** What cannot be told, and what the package manager says of it, where it says something. */
function whyUnread(output: string): string {
  const why = /^why\|(.+)$/m.exec(output)?.[1]?.trim();
  return `what the package manager would change${why === undefined ? '' : `: ${why}`}`;
}

function wordOf(query: Query | undefined, name: string): string {
  return query === undefined ? '' : queryText(query, name);
}

function readChange(line: string): DueChange {
  const [name = '', before = '', after = ''] = line.split('|');
  return { name, before, after };
}
