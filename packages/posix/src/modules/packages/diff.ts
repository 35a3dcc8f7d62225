import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import type { PackagesDeclared, PackagesState } from './declared.ts';

/** One edit per package that would change; a single one where only refreshed lists can tell which those are. */
export function diffPackages(_: PackagesDeclared, observed: Observed<PackagesState>): readonly Edit[] {
  if (observed.kind === 'unknown') {
    const open: EditValue = { kind: 'unknown', cause: observed.cause };
    return [{ path: 'versions', before: open, after: open }];
  }
  if (observed.kind === 'absent') return [];
  const { refresh, changes } = observed.state;
  // What is there is known; only what there could be is not.
  if (refresh !== '') return [{ path: 'versions', before: editValue('those installed'), after: untilRefreshed }];
  return changes.map(({ name, before, after }) => ({
    path: name,
    before: editValue(before === '' ? undefined : before),
    after: editValue(after === '' ? undefined : after),
  }));
}

const untilRefreshed: EditValue = {
  kind: 'unknown',
  cause: { kind: 'unavailable', what: 'known after refreshing the package lists' },
};
