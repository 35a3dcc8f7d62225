import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { asText } from '../text/members.ts';
import { hazard, statement } from './statements.ts';
import { definerClause, definerHazards, storedStatement } from './stored-text.ts';

/** Functions of the database's own. */
export const functionRule: KindRule = routineRule('function');

/** Procedures. */
export const procedureRule: KindRule = routineRule('procedure');

function routineRule(noun: 'function' | 'procedure'): KindRule {
  return {
    noun,
    weight: noun === 'function' ? 60 : 65,
    namesInTexts: 'kept',
    body: ({ payload }) => asText(payload['definition']),
    create: (routine) => ({ statements: [storedStatement(routine, routineText(routine, 'CREATE'))], absorbs: [] }),
    drop: ({ key, name, kind }) => [
      statement(`DROP ${kind.toUpperCase()} ${quoteName(name[0] ?? '')}`, {
        hazards: [hazard('DB302', key, `Clients that call ${name[0]} no longer find it.`)],
      }),
    ],
    alter: replaceRoutine,
  };
}

/** MySQL cannot replace one, and takes the grants on it away with it. */
function replaceRoutine(before: Fact, after: Fact, { product }: RuleContext): Alteration {
  if (product === 'mysql') return { kind: 'rebuild' };
  const text = routineText(after, 'CREATE OR REPLACE');
  return { kind: 'statements', statements: [storedStatement(after, text, definerHazards(before, after))] };
}

function routineText(routine: Fact, verb: string): string {
  const { aggregate, definition } = routine.payload;
  const kind = `${aggregate === true ? 'AGGREGATE ' : ''}${routine.kind.toUpperCase()}`;
  return `${verb} ${definerClause(routine)}${kind} ${quoteName(routine.name[0] ?? '')}${asText(definition)}`;
}
