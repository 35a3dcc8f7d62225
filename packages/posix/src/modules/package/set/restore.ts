import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { PackageDeclared } from '../declared.ts';
import { restorePackage } from '../restore.ts';
import { changesOf, isOpen, type PackageSetState, present } from './state.ts';

/** Each package as it was, where the plan named them. */
export function restorePackageSet(undo: Undo<PackageDeclared, PackageSetState>): TypedRestoration<PackageDeclared> {
  const { declared, before, kept } = undo;
  if (before.kind !== 'present' || isOpen(declared, before.state))
    return { kind: 'irreversible', why: `The plan could not tell which packages ${declared.name} stands for.` };
  const ways = changesOf(before.state).map((part) =>
    restorePackage({
      declared: part.declared,
      before: present(part.state),
      edited: part.edits.map(({ path }) => path),
      kept,
    }),
  );
  const [first, ...others] = ways.flatMap((way) => (way.kind === 'declared' ? [way.declared] : []));
  const lacks = ways.flatMap((way) => (way.kind === 'declared' ? (way.lacks ?? []) : [way.why]));
  if (first === undefined) return { kind: 'irreversible', why: lacks.join(' ') };
  return {
    kind: 'declared',
    declared: first,
    also: others.map((each) => ({ identity: each.name, declared: each })),
    lacks,
  };
}
