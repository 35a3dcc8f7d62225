import type { Fact } from '../../catalogue/fact.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier } from '../quote.ts';
import { optionList } from './options.ts';

/** A constraint as it stands after its name: definition, storage, when it is checked. */
export function constraintClause({ payload }: Fact): string {
  const options = optionList(payload['options']);
  const { head, predicate } = splitPredicate(textOf(payload, 'definition'));
  return [
    head,
    ...(options === '' ? [] : [`WITH (${options})`]),
    ...(payload['tablespace'] === null
      ? []
      : [`USING INDEX TABLESPACE ${quoteIdentifier(textOf(payload, 'tablespace'))}`]),
    ...(predicate === '' ? [] : [predicate]),
    ...deferralClauses({ payload }),
  ].join(' ');
}

/** `DEFERRABLE INITIALLY DEFERRED` and its likes; nothing for the usual. */
export function deferralClauses({ payload }: Pick<Fact, 'payload'>): readonly string[] {
  return [
    ...(payload['deferrable'] === true ? ['DEFERRABLE'] : []),
    ...(payload['deferred'] === true ? ['INITIALLY DEFERRED'] : []),
  ];
}

/** Storage stands before the predicate of an exclusion constraint, which ends its definition. */
function splitPredicate(definition: string): { readonly head: string; readonly predicate: string } {
  const at = definition.startsWith('EXCLUDE') ? definition.lastIndexOf(' WHERE (') : -1;
  if (at < 0) return { head: definition, predicate: '' };
  return { head: definition.slice(0, at), predicate: definition.slice(at + 1) };
}
