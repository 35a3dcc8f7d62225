import { type Edit, editValue, type Observed, type UnknownCause } from '@setpoint/model';
import type { PackagesDeclared, PackagesState } from './declared.ts';

/** One edit per package that would change; a single unknown one where only refreshed lists can tell. */
export function diffPackages(_: PackagesDeclared, observed: Observed<PackagesState>): readonly Edit[] {
  if (observed.kind === 'unknown') return [unknownEdit(observed.cause)];
  if (observed.kind === 'absent') return [];
  const { refresh, changes } = observed.state;
  if (refresh !== '') return [unknownEdit(untilRefreshed)];
  return changes.map(({ name, before, after }) => ({
    path: name,
    before: editValue(before === '' ? undefined : before),
    after: editValue(after === '' ? undefined : after),
  }));
}

const untilRefreshed: UnknownCause = { kind: 'unavailable', what: 'known after refreshing the package lists' };

function unknownEdit(cause: UnknownCause): Edit {
  return { path: 'versions', before: { kind: 'unknown', cause }, after: { kind: 'unknown', cause } };
}
