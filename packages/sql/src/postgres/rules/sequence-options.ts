import type { JsonObject } from '@setpoint/model';
import { textOf } from '../catalogue/row.ts';

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

const limits: Readonly<Record<string, { readonly min: string; readonly max: string }>> = {
  smallint: { min: '-32768', max: '32767' },
  integer: { min: '-2147483648', max: '2147483647' },
  bigint: { min: '-9223372036854775808', max: '9223372036854775807' },
};
