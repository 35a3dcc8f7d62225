import type { Answers, Prediction } from '@setpoint/model';
import { packageQuery } from '../../../queries/package.ts';
import type { PackageManagerValue } from '../../../queries/package-manager.ts';
import type { PackageSetValue } from '../../../queries/package-set.ts';
import { foundValue } from '../../../queries/query-kind.ts';
import type { PackageDeclared } from '../declared.ts';
import { broughtKinds, predictPackage } from '../predict.ts';
import { memberAfter } from './in-sets.ts';
import { observePackageSet } from './observe.ts';
import { changesOf, isOpen, isRemoval } from './state.ts';

/** What the node will answer once the packages are as declared, each by the prediction for one package. */
export function predictPackageSet(declared: PackageDeclared, answers: Answers): Prediction {
  const { observed } = observePackageSet(declared, answers);
  const state = observed.kind === 'present' ? observed.state : undefined;
  if (state === undefined || isOpen(declared, state)) return predictOpen(declared, answers);
  const before = foundValue<PackageSetValue>(answers['members'])?.members ?? [];
  const changes = changesOf(state).map((part) => {
    const { installed, candidate } = before.find(({ name }) => name === part.declared.name) ?? answers;
    const own = { ...answers, ...(installed && { installed }), ...(candidate && { candidate }) };
    return { name: part.declared.name, prediction: predictPackage(part.declared, own) };
  });
  const after = new Map(changes.map(({ name, prediction }) => [name, prediction.answers]));
  const members = before.map((member) => memberAfter(member, after.get(member.name) ?? {}));
  return {
    answers: { members: settled({ members }) },
    others: changes.flatMap(
      ({
        name,
        prediction: {
          answers: { installed },
        },
      }) => (installed === undefined ? [] : [{ query: packageQuery(name), answer: installed }]),
    ),
    adjusts: changes.flatMap(({ prediction }) => prediction.adjusts ?? []),
    ...(changes.some(({ prediction }) => prediction.unsettles !== undefined) ? { unsettles: broughtKinds } : {}),
  };
}

/** Nobody knows which packages come or go. */
function predictOpen(declared: PackageDeclared, answers: Answers): Prediction {
  const before = foundValue<PackageManagerValue>(answers['manager']);
  const manager: PackageManagerValue | undefined = before && { ...before, lists: 'pending', ageSeconds: 0 };
  return {
    answers: {
      members: settled({ members: [] }),
      ...(manager === undefined || isRemoval(declared) ? {} : { manager: { status: 'found', value: manager } }),
    },
    ...(isRemoval(declared) ? {} : { unsettles: broughtKinds }),
  };
}

function settled(value: PackageSetValue) {
  const known: PackageSetValue = { ...value, settled: true };
  return { status: 'found', value: known } as const;
}
