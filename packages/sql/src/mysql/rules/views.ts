import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { asText } from '../text/members.ts';
import { hazard, statement } from './statements.ts';
import { definerClause, definerHazards } from './stored-text.ts';

/** Views. A column that changes under one leaves its text as it is, so none must be made anew for others. */
export const viewRule: KindRule = {
  noun: 'view',
  weight: 70,
  namesInTexts: 'kept',
  create: (view) => ({ statements: [statement(viewText(view, 'CREATE'))], absorbs: [] }),
  drop: ({ key, name }) => [
    statement(`DROP VIEW ${quoteName(name[0] ?? '')}`, {
      hazards: [hazard('DB302', key, `Clients that use ${name[0]} no longer find it.`)],
    }),
  ],
  alter: (before, after) => ({
    kind: 'statements',
    statements: [statement(viewText(after, 'CREATE OR REPLACE'), { hazards: definerHazards(before, after) })],
  }),
  rename: (before, after) => [
    statement(`RENAME TABLE ${quoteName(before.name[0] ?? '')} TO ${quoteName(after.name[0] ?? '')}`, {
      hazards: [hazard('DB302', after.key, `Clients that use ${before.name[0]} no longer find it.`)],
    }),
  ],
  occupies: ({ name }) => [`relation ${name[0]}`],
};

function viewText(view: Fact, verb: string): string {
  const { select, columns, algorithm, security, check } = view.payload;
  const words = [
    verb,
    ...(algorithm === 'UNDEFINED' ? [] : [`ALGORITHM=${asText(algorithm)}`]),
    ...(definerClause(view) === '' ? [] : [definerClause(view).trim()]),
    ...(security === 'DEFINER' ? [] : [`SQL SECURITY ${asText(security)}`]),
    `VIEW ${quoteName(view.name[0] ?? '')}`,
    ...(typeof columns === 'string' ? [columns] : []),
    `AS ${asText(select)}`,
    ...(typeof check === 'string' ? [`WITH ${check} CHECK OPTION`] : []),
  ];
  return words.join(' ');
}
