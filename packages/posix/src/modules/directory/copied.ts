import type { Answer, Answers, Edit, Observed, Prediction, Queries, Work } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { foundValue } from '../../queries/query-kind.ts';
import type { TreeValue } from '../../queries/tree.ts';
import type { CopyDeclared } from './copy/declared.ts';
import { diffCopy } from './copy/diff.ts';
import { copyQueries, observeCopy } from './copy/observe.ts';
import { copyOperations } from './copy/operations.ts';
import { predictCopy } from './copy/predict.ts';
import type { DirectoryDeclared, DirectoryState } from './declared.ts';
import { diffDirectory } from './diff.ts';
import { directoryQueries, observeDirectory } from './observe.ts';
import { directoryOperations } from './operations.ts';
import { predictDirectory } from './predict.ts';

/** What the directory itself and what is copied into it need to know. */
export function copiedQueries(declared: DirectoryDeclared): Queries {
  return { ...directoryQueries(declared), ...copyQueries(declared) };
}

/** What the answers come to, for the directory and for what is copied into it. */
export function observeCopied(declared: DirectoryDeclared, answers: Answers): TypedObservation<DirectoryState> {
  const { copy, state } = declared;
  if (copy === undefined) return observeDirectory(declared, answers);
  const own = observeDirectory(
    declared,
    state === 'absent' ? { ...answers, tree: besideParts(copy, answers) } : answers,
  );
  if (own.observed.kind !== 'present') return own;
  const copied = observeCopy(copy, answers);
  return {
    observed: { kind: 'present', state: { ...own.observed.state, copy: copied.state } },
    problems: [...own.problems, ...copied.problems],
  };
}

/** What the directory holds beside the parts that go before it. */
function besideParts({ parts }: CopyDeclared, { listing }: Answers): Answer {
  const tree = foundValue<TreeValue>(listing);
  if (tree === undefined) return listing ?? { status: 'absent' };
  const known = new Set(parts.map(({ name }) => name));
  const groups = tree.groups.map((group) => {
    const names = group.names.filter((name) => !known.has(name));
    return { ...group, names, count: group.count - (group.names.length - names.length) };
  });
  return { status: 'found', value: { ...tree, groups: groups.filter(({ count }) => count > 0) } };
}

/** The properties of the directory, and the entries of its source, that differ. */
export function diffCopied(declared: DirectoryDeclared, observed: Observed<DirectoryState>): readonly Edit[] {
  return [...diffDirectory(declared, observed), ...diffCopy(declared, observed)];
}

/** The work that makes the edits true: the directory before what it holds, unless it goes. */
export function copiedOperations(
  declared: DirectoryDeclared,
  edits: readonly Edit[],
  observed: Observed<DirectoryState>,
): Work {
  const own = directoryOperations(
    declared,
    edits.filter(({ path }) => !path.startsWith('source')),
    observed,
  );
  if (declared.copy === undefined) return own;
  const copied = copyOperations(declared, observed);
  const operations = declared.state === 'absent' ? [...copied, ...own.operations] : [...own.operations, ...copied];
  return { operations, reasons: own.reasons };
}

/** What the node will answer once the directory and what is copied into it are as declared. */
export function predictCopied(declared: DirectoryDeclared, answers: Answers): Prediction {
  const own = predictDirectory(declared, answers);
  if (declared.copy === undefined) return own;
  const copied = predictCopy(declared, answers);
  return {
    answers: { ...own.answers, ...copied.answers },
    others: [...(own.others ?? []), ...(copied.others ?? [])],
    adjusts: [...(own.adjusts ?? []), ...(copied.adjusts ?? [])],
  };
}
