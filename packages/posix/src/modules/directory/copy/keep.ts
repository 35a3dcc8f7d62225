import type { Observed, Queries } from '@setpoint/model';
import { keptLimitBytes } from '../../file/restore.ts';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';
import { type ChangedPart, changedParts } from './diff.ts';
import { queryName } from './observe.ts';
import { workOf } from './parts.ts';

/** What one copy may add to the journal, beside what was read for the plan. */
const mostKeptBytes = 64 * 1024 * 1024;

/** The contents that are to be replaced and were not read for the plan, as far as they are kept. */
export function keepCopy({ copy }: DirectoryDeclared, observed: Observed<DirectoryState>): Queries {
  return copy === undefined ? {} : keepChanged(changedParts(copy, observed));
}

/** What is to be read of parts before they change. */
export function keepChanged(changed: readonly ChangedPart[]): Queries {
  const unkept = unkeptPaths(changed);
  return Object.fromEntries(
    changed.flatMap(({ part, observed: found, edits }, index) =>
      unkept.has(part.declared.path)
        ? []
        : Object.entries(workOf(part).keep(edits, found)).map(([name, query]) => [queryName(index, name), query]),
    ),
  );
}

/** Files whose old content is small enough for itself, and is not kept because there is too much with those before it. */
export function unkeptPaths(changed: readonly ChangedPart[]): ReadonlySet<string> {
  const unkept = new Set<string>();
  let sum = 0;
  for (const { part, observed, edits } of changed) {
    const isReplaced = edits.some(({ path }) => path === 'content' || path === 'state');
    if (part.kind !== 'file' || !isReplaced || observed.kind !== 'present') continue;
    const { state } = observed;
    const sizeBytes = 'sizeBytes' in state && !('base64' in state) ? state.sizeBytes : 0;
    if (sizeBytes > keptLimitBytes) continue;
    sum += sizeBytes;
    if (sum > mostKeptBytes) unkept.add(part.declared.path);
  }
  return unkept;
}
