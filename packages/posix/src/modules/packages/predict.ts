import type { Answer, AnswerAdjustment, Answers, Prediction, Query } from '@setpoint/model';
import type { DueChange, DueChangesValue } from '../../queries/due-changes.ts';
import { withoutArchitecture } from '../../queries/package.ts';
import type { PackageManagerValue } from '../../queries/package-manager.ts';
import { foundValue, queryText } from '../../queries/query-kind.ts';
import type { PackagesDeclared } from './declared.ts';
import { observePackages } from './observe.ts';

/** Nothing is due afterwards; packages that were to be changed answer with their new versions, where those are known. */
export function predictPackages(declared: PackagesDeclared, answers: Answers): Prediction {
  const { observed } = observePackages(declared, answers);
  const none: DueChangesValue = { changes: [] };
  const manager = foundValue<PackageManagerValue>(answers['manager']);
  const state = observed.kind === 'present' ? observed.state : undefined;
  const fresh: PackageManagerValue = { interrupted: false, ...manager, lists: 'pending', ageSeconds: 0 };
  return {
    answers: {
      due: { status: 'found', value: none },
      ...(state === undefined || state.refresh === '' ? {} : { manager: { status: 'found', value: fresh } }),
    },
    adjusts: [versionsAfter(state?.refresh === '' ? state.changes : [])],
  };
}

function versionsAfter(changes: readonly DueChange[]): AnswerAdjustment {
  // Of a kernel an old version goes while a new one comes.
  const ordered = [...changes].sort((one, other) => Number(one.after !== '') - Number(other.after !== ''));
  const byName = new Map(ordered.map((change) => [withoutArchitecture(change.name), change]));
  return {
    kind: 'package',
    adjust: (query: Query, answer: Answer): Answer => {
      const change = byName.get(withoutArchitecture(queryText(query, 'name')));
      if (change === undefined || answer.status !== 'found') return answer;
      if (change.after === '') return { status: 'absent' };
      return { status: 'found', value: { ...answer.value, version: change.after, changed: 'pending' } };
    },
  };
}
