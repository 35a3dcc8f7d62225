import type { JsonObject } from '@setpoint/model';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { statement } from './statements.ts';

/** The clauses of a sequence that differ from what the server would choose for a type. */
export function sequenceOptions(payload: JsonObject, type: string): readonly string[] {
  const increment = textOf(payload, 'increment');
  const isDown = increment.startsWith('-');
  const limit = limits[type] ?? limits['bigint'];
  const min = isDown ? limit?.min : '1';
  const max = isDown ? '-1' : limit?.max;
  const start = isDown ? payload['max'] : payload['min'];
  return [
    ...(payload['start'] === start ? [] : [`START WITH ${textOf(payload, 'start')}`]),
    ...(increment === '1' ? [] : [`INCREMENT BY ${increment}`]),
    ...(payload['min'] === min ? [] : [`MINVALUE ${textOf(payload, 'min')}`]),
    ...(payload['max'] === max ? [] : [`MAXVALUE ${textOf(payload, 'max')}`]),
    ...(payload['cache'] === '1' ? [] : [`CACHE ${textOf(payload, 'cache')}`]),
    ...(payload['cycle'] === true ? ['CYCLE'] : []),
  ];
}

/** Where a sequence stands, and how a statement names it. */
export type SequenceLimits = {
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** What can be read FROM. */
  readonly relation: string;
  /** An expression that `setval` takes. */
  readonly sequence: string;
};

/** Lets a sequence that stands before its new limits begin at its new start; the server would refuse the limits. */
export function moveWithin({ before, after, relation, sequence }: SequenceLimits): Statement | undefined {
  const isDown = textOf(after, 'increment').startsWith('-');
  const [limit, sign] = isDown ? ['max', '>'] : ['min', '<'];
  const [old, wanted] = [BigInt(textOf(before, limit)), BigInt(textOf(after, limit))];
  if (isDown ? wanted >= old : wanted <= old) return undefined;
  const start = textOf(after, 'start');
  return statement(
    `SELECT pg_catalog.setval(${sequence}, ${start}, false) FROM ${relation} WHERE last_value ${sign} ${wanted}`,
  );
}

const limits: Readonly<Record<string, { readonly min: string; readonly max: string }>> = {
  smallint: { min: '-32768', max: '32767' },
  integer: { min: '-2147483648', max: '2147483647' },
  bigint: { min: '-9223372036854775808', max: '9223372036854775807' },
};
