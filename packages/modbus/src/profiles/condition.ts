import type { Json } from '@setpoint/model';
import type { ValueFormat } from '../values/index.ts';
import type { NamedCondition } from './profile.ts';

/** A condition as it is written: the value is still text. */
export type WrittenCondition = {
  readonly name: string;
  readonly operator: NamedCondition['operator'];
  readonly text: string;
};

/** Reads `NAME=VALUE`, `NAME!=VALUE`, `NAME>=VALUE` or `NAME<=VALUE`, with or without spaces around the sign; undefined for anything else. */
export function parseCondition(written: string): WrittenCondition | undefined {
  const [, name, operator, text] = /^\s*([A-Za-z][\w-]*)\s*(!=|>=|<=|==?)\s*(.*?)\s*$/s.exec(written) ?? [];
  if (name === undefined || operator === undefined || text === undefined || text === '' || text.startsWith('=')) {
    return undefined;
  }
  return { name, operator: operator === '==' ? '=' : (operator as NamedCondition['operator']), text };
}

/** The value that a text stands for in a register: true and false where it holds a bool, and the text itself elsewhere. */
export function conditionValue(format: ValueFormat, text: string): Json {
  if (format.kind === 'bool' && (text === 'true' || text === '1')) return true;
  if (format.kind === 'bool' && (text === 'false' || text === '0')) return false;
  const quoted = /^"(.*)"$|^'(.*)'$/s.exec(text);
  return quoted?.[1] ?? quoted?.[2] ?? text;
}
