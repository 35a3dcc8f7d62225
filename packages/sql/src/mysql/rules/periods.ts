import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { alterTable } from './statements.ts';

/** MariaDB's periods: two columns that say from when to when a row holds. */
export const periodRule: KindRule = {
  noun: 'period',
  weight: 25,
  namesInTexts: 'quoted',
  create: (period, context) => ({
    statements: [alterTable(period, { clause: `ADD ${periodDefinition(period)}`, speed: 'copy' }, context)],
    absorbs: [],
  }),
  drop: (period, context) => [
    alterTable(period, { clause: `DROP PERIOD FOR ${periodName(period)}`, speed: 'copy' }, context),
  ],
  alter: () => ({ kind: 'rebuild' }),
};

/** A period as CREATE TABLE and ADD take it. */
export function periodDefinition(period: Fact): string {
  return `PERIOD FOR ${periodName(period)} ${textOf(period.payload, 'columns')}`;
}

/** SYSTEM_TIME is no name but a word of the language. */
function periodName({ name }: Fact): string {
  return name[1] === 'SYSTEM_TIME' ? 'SYSTEM_TIME' : quoteName(name[1] ?? '');
}
