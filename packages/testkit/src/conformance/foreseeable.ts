import { type Answer, type Answers, canonicalJson, type Edit, type Json, type ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import { evaluate } from './evaluate.ts';

const pending: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:something' } };

/**
 * Asserts that a plan shows all that an apply may come to where an earlier change may still bring what is not there yet. An apply
 * refuses what was not shown, so that a declaration would never be made true where such a change comes with every run.
 */
export function assertForeseeable(module: ResourceModule, declared: Json, answers: Answers): void {
  const known = evaluate(module, declared, answers);
  const absent = Object.keys(answers).filter((name) => answers[name]?.status === 'absent');
  if (known.work === null || known.edits.length === 0 || absent.length === 0) return;
  const open = Object.fromEntries(absent.map((name) => [name, pending]));
  const shown = evaluate(module, declared, { ...answers, ...open });
  const isOpen = [shown.observed, ...shown.edits.map(({ before }) => before)].some(({ kind }) => kind === 'unknown');
  if (shown.work === null || !isOpen) return;
  const titles = shown.work.operations.map(({ title }) => title);
  assert.includeMembers(
    titles,
    known.work.operations.map(({ title }) => title),
    'what was not shown is not done',
  );
  const unforeseen = known.edits.filter((edit) => !shown.edits.some((other) => isForeseen(other, edit)));
  assert.deepEqual(unforeseen, [], `shown was ${JSON.stringify(shown.edits)}`);
}

function isForeseen(shown: Edit, known: Edit): boolean {
  if (shown.path !== known.path) return false;
  // Values are JSON in shape; the types only lack the index signature.
  return shown.after.kind === 'unknown' || canonicalJson(shown.after as Json) === canonicalJson(known.after as Json);
}
