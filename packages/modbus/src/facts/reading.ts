import type { Answer, Json, JsonObject } from '@setpoint/model';
import { describeAddress } from '../addresses/index.ts';
import { type RegistersQuery, registersQuery, wordsOfAnswer } from '../driver/query.ts';
import type { RegisterDefinition } from '../profiles/index.ts';
import { decodeValue, formatWords, type ValueFormat, wordCount } from '../values/index.ts';

/** What was found where a value lies. Words are in the order of the wire; one for each coil or input. */
export type Found =
  | { readonly status: 'value'; readonly words: readonly number[]; readonly value: Json; readonly text: string }
  /** The device marks it as having no value now. */
  | { readonly status: 'not-available'; readonly words: readonly number[] }
  /** The words are no value of the declared type; `why` is a clause. */
  | { readonly status: 'undecodable'; readonly words: readonly number[]; readonly why: string }
  /** The device has no such address. */
  | { readonly status: 'missing' }
  /** `why` says what the device answered. */
  | { readonly status: 'refused'; readonly why: string };

/** One value of a device as it was read. */
export type Reading = { readonly definition: RegisterDefinition; readonly found: Found };

/** Asks for one value. */
export function readingQuery({ table, address, readAddress, format }: RegisterDefinition): RegistersQuery {
  return registersQuery(table, readAddress ?? address, wordCount(format));
}

/** What the answer to `readingQuery` means. */
export function readingOf(definition: RegisterDefinition, answer: Answer | undefined): Reading {
  return { definition, found: foundIn(definition, answer) };
}

/** True when the device gave what was asked for, whatever it means. */
export function wasRead({ found }: Reading): boolean {
  return found.status !== 'missing' && found.status !== 'refused';
}

function foundIn({ format }: RegisterDefinition, answer: Answer | undefined): Found {
  if (answer?.status === 'absent') return { status: 'missing' };
  if (answer?.status === 'unknown') {
    return { status: 'refused', why: 'what' in answer.cause ? answer.cause.what : 'it is not known yet' };
  }
  const words = answer?.status === 'found' ? wordsOfAnswer(answer.value) : undefined;
  if (words === undefined) return { status: 'refused', why: 'it was not answered' };
  const decoded = decodeValue(format, words);
  switch (decoded.kind) {
    case 'value':
      return { status: 'value', words, value: decoded.value, text: decoded.text };
    case 'not-available':
      return { status: 'not-available', words };
    case 'undecodable':
      return { status: 'undecodable', words, why: decoded.why };
    default:
      return decoded satisfies never;
  }
}

/** What stands where a secret stood. */
const mask = '(secret)';

/** The value for people: `1450 rpm`, `remote (1)`, or why there is none. A secret is masked. */
export function valueText({ definition, found }: Reading): string {
  switch (found.status) {
    case 'value':
      return definition.sensitive ? mask : found.text;
    case 'not-available':
      return 'not available';
    case 'undecodable':
      return definition.sensitive ? mask : `no value: ${found.why}`;
    case 'missing':
      return 'the device has no such address';
    case 'refused':
      return firstClause(found.why);
    default:
      return found satisfies never;
  }
}

/** The words in hexadecimal; empty when nothing was read. A bit tells all with its value and has none. */
export function rawText({ definition, found }: Reading): string {
  if (!('words' in found) || definition.table === 'coil' || definition.table === 'discrete') return '';
  return definition.sensitive ? mask : formatWords(found.words);
}

/** Where the value lies: `holding 107 (40108)`, and with it which bits of the register, and where it is read if that is elsewhere. */
export function placeText({ table, address, readAddress, format }: RegisterDefinition): string {
  const apart = readAddress === null || readAddress === address ? '' : `, read at ${readAddress}`;
  return `${describeAddress(table, address)}${bitsText(format)}${apart}`;
}

/** The reading as a program takes it: place and status, and with a value `value`, `text` and `words`. Of a secret only that it is one. */
export function readingJson({ definition, found }: Reading): JsonObject {
  const { name, table, address, readAddress, sensitive } = definition;
  const apart = readAddress === null || readAddress === address ? {} : { readAddress };
  const place = { name, table, address, ...apart };
  if (sensitive && 'words' in found) return { ...place, status: 'secret' };
  return { ...place, ...found };
}

function bitsText(format: ValueFormat): string {
  if (format.kind === 'bool') return format.bit === null ? '' : `, bit ${format.bit}`;
  if (format.kind !== 'integer' || format.width === 16 * format.registers) return '';
  const { shift, width } = format;
  return width === 1 ? `, bit ${shift}` : `, bits ${shift} to ${shift + width - 1}`;
}

/** A refusal explains itself in several sentences; the first says what it is. */
function firstClause(text: string): string {
  return text.replace(/\. .*$/s, '').replace(/\.$/, '');
}
