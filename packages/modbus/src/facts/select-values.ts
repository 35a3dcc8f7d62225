import { type DeclarationProblem, nearestName } from '@setpoint/model';
import type { ProfileRegister, RegisterDefinition, ResolvedProfile } from '../profiles/index.ts';
import { findingsIn, limitsOf, registerOf } from '../profiles/index.ts';
import { wordCount } from '../values/index.ts';
import { type AddressSpan, parseSpan } from './address-span.ts';
import { readableTypes } from './readable-types.ts';

/** How raw addresses are to be understood; as in a profile. */
export type RawFormat = { readonly type?: string; readonly order?: string; readonly scale?: string };

/** One thing wrong with what was asked for, in sentences: a name that nothing has, or something that cannot be meant. */
export type SelectionProblem = {
  readonly kind: 'unknown' | 'wrong';
  readonly detail: string;
  readonly hint?: string;
};

export type SelectedValues =
  | { readonly kind: 'selected'; readonly definitions: readonly RegisterDefinition[] }
  | { readonly kind: 'invalid'; readonly problems: readonly SelectionProblem[] };

/**
 * The values that a person at a bench names, in the order named: by a name of the profile, or by addresses such as `holding:107`,
 * `holding:107-120` (counted from 0) and `40108` (as on paper). A range holds as many values of the type as fit into it.
 */
export function selectValues(
  words: readonly string[],
  profile: ResolvedProfile | undefined,
  raw: RawFormat,
): SelectedValues {
  const problems: SelectionProblem[] = [...formatProblems(raw)];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const selected = words.map((word) => selectOne(word, profile, raw));
  problems.push(...selected.flatMap((each) => (each.kind === 'invalid' ? each.problems : [])));
  const isAllNamed = words.length > 0 && words.every((word) => profile?.registers.has(word));
  if (isAllNamed && Object.keys(raw).length > 0) {
    const options = Object.keys(raw).map((name) => `--${name}`);
    problems.push({
      kind: 'wrong',
      detail: `${options.join(', ')} ${options.length === 1 ? 'is' : 'are'} for addresses: the profile says what ${words.join(', ')} ${words.length === 1 ? 'is' : 'are'}.`,
      hint: 'Leave it out, or name the address, such as holding:107.',
    });
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  return {
    kind: 'selected',
    definitions: selected.flatMap((each) => (each.kind === 'selected' ? each.definitions : [])),
  };
}

const orders: readonly string[] = ['ABCD', 'CDAB', 'BADC', 'DCBA', 'AB', 'BA'];

function formatProblems({ type, order }: RawFormat): readonly SelectionProblem[] {
  return [...choiceProblem('type', type, readableTypes), ...choiceProblem('order', order, orders)];
}

function choiceProblem(
  option: string,
  value: string | undefined,
  choices: readonly string[],
): readonly SelectionProblem[] {
  if (value === undefined || choices.includes(value)) return [];
  const near = nearestName(value, choices);
  const hint = near === undefined ? `One of: ${choices.join(', ')}.` : `Did you mean ${near}?`;
  return [{ kind: 'wrong', detail: `--${option} cannot be "${value}".`, hint }];
}

function selectOne(word: string, profile: ResolvedProfile | undefined, raw: RawFormat): SelectedValues {
  const known = profile?.registers.get(word);
  if (known !== undefined) return known.readAddress === null ? cannotBeRead(known) : selected([known]);
  if (/^[A-Za-z][\w-]*$/.test(word)) return unknownName(word, profile);
  const span = parseSpan(word);
  if (span.kind === 'invalid') return { kind: 'invalid', problems: [{ ...span, kind: 'wrong' }] };
  return rawValues(span, raw, profile);
}

function cannotBeRead({ name }: RegisterDefinition): SelectedValues {
  return invalid(`${name} can only be written.`, 'The profile says `access: write`.');
}

function unknownName(word: string, profile: ResolvedProfile | undefined): SelectedValues {
  if (profile === undefined) {
    return unknown(
      `"${word}" is a name, and without a device profile nothing says where it is.`,
      'Name an address, such as holding:107 or 40108.',
    );
  }
  const near = nearestName(word, profile.registers.keys());
  const place = profile.name === '' ? 'the device profile' : `the device profile ${profile.name}`;
  const hint = near === undefined ? 'Name an address, such as holding:107 or 40108.' : `Did you mean ${near}?`;
  return unknown(`There is no ${word} in ${place}.`, hint);
}

function rawValues(
  { table, first, last }: AddressSpan,
  raw: RawFormat,
  profile: ResolvedProfile | undefined,
): SelectedValues {
  const count = last - first + 1;
  const isText = raw.type === 'string';
  const define = (address: number): RegisterDefinition | SelectionProblem => {
    const register = {
      table,
      address: String(address),
      base: 0,
      access: 'read',
      ...raw,
      ...(isText ? { length: count } : {}),
    };
    return defineRaw(`${table}:${address}`, register as ProfileRegister);
  };
  const definition = define(first);
  if ('detail' in definition) return { kind: 'invalid', problems: [definition] };
  const step = wordCount(definition.format);
  if (count > 1 && count % step !== 0) {
    return invalid(
      `${table}:${first}-${last} has ${count} registers, and a ${raw.type} takes ${step}.`,
      `End the range at ${first + Math.ceil(count / step) * step - 1}.`,
    );
  }
  const addresses = Array.from({ length: Math.max(1, count / step) }, (_, index) => first + index * step);
  const definitions = addresses.map(define);
  const problem = definitions.find((each) => 'detail' in each);
  if (problem !== undefined) return { kind: 'invalid', problems: [problem] };
  return selected(definitions.flatMap((each) => ('detail' in each ? [] : [hideSecrets(each, profile)])));
}

function defineRaw(name: string, register: ProfileRegister): RegisterDefinition | SelectionProblem {
  const problems: DeclarationProblem[] = [];
  const definition = registerOf(
    { name, register },
    { defaults: {}, limits: limitsOf(undefined) },
    findingsIn(problems),
  );
  const [problem] = problems;
  if (problem !== undefined || definition === undefined) {
    const option =
      problem !== undefined && ['order', 'scale', 'type'].includes(problem.property) ? `--${problem.property}: ` : '';
    return { kind: 'wrong', detail: `${name}: ${option}${problem?.detail ?? 'it cannot be read.'}` };
  }
  return definition;
}

/** What the profile says is a secret stays one under its address. */
function hideSecrets(definition: RegisterDefinition, profile: ResolvedProfile | undefined): RegisterDefinition {
  const isSecret = [...(profile?.registers.values() ?? [])].some(
    (other) => other.sensitive && other.table === definition.table && overlaps(other, definition),
  );
  return isSecret ? { ...definition, sensitive: true } : definition;
}

function overlaps(left: RegisterDefinition, right: RegisterDefinition): boolean {
  return [left.address, left.readAddress ?? left.address].some(
    (address) => address < right.address + wordCount(right.format) && right.address < address + wordCount(left.format),
  );
}

function selected(definitions: readonly RegisterDefinition[]): SelectedValues {
  return { kind: 'selected', definitions };
}

function invalid(detail: string, hint: string): SelectedValues {
  return { kind: 'invalid', problems: [{ kind: 'wrong', detail, hint }] };
}

function unknown(detail: string, hint: string): SelectedValues {
  return { kind: 'invalid', problems: [{ kind: 'unknown', detail, hint }] };
}
