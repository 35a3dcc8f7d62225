import { type DeclarationProblem, nearestName } from '@setpoint/model';
import { type Cell, type CellWrite, type Condition, wordsText } from '../../driver/action.ts';
import {
  type Assignment,
  conditionValue,
  type NamedCondition,
  parseCondition,
  type RegisterDefinition,
  type ResolvedProfile,
} from '../../profiles/index.ts';
import { parseDecimal } from '../../values/decimal.ts';
import { decodeValue, encodeValue } from '../../values/index.ts';
import { tellValue } from '../../values/problem.ts';

/** Collects what is wrong with a property. */
export type Tell = (detail: string, hint?: string) => void;

/** Tells problems of one property. */
export function tellOf(problems: DeclarationProblem[], property: string): Tell {
  return (detail, hint) => {
    problems.push({ property, detail, ...(hint === undefined ? {} : { hint }) });
  };
}

/** The place and layout of a value, as the driver needs them. */
export function cellOf({ name, table, address, readAddress, format, sensitive }: RegisterDefinition): Cell {
  return { name, table, address, readAddress, format, isSensitive: sensitive };
}

/** The conditions that texts write; what is wrong is told and left out. */
export function conditionsOf(
  texts: readonly string[],
  profile: ResolvedProfile | undefined,
  tell: Tell,
): readonly Condition[] {
  return texts.flatMap((text) => {
    const named = parseNamed(text, profile, tell);
    if (named === undefined) return [];
    if (named.definition.readAddress === null) {
      tell(`${named.definition.name} can only be written, so no condition can be on it.`);
      return [];
    }
    return conditionOf(named.definition, named, tell) ?? [];
  });
}

/** The writes that texts `NAME=VALUE` ask for; what is wrong is told and left out. */
export function writesOf(
  texts: readonly string[],
  profile: ResolvedProfile | undefined,
  tell: Tell,
): readonly CellWrite[] {
  return texts.flatMap((text) => {
    const named = parseNamed(text, profile, tell);
    if (named === undefined) return [];
    if (named.operator === '=') return writeOf(named.definition, named.value, tell) ?? [];
    tell(`${text} is a comparison, but here a value is written.`, 'Write `NAME=VALUE`.');
    return [];
  });
}

/** The write that a profile's own assignment asks for. */
export function assignedWrite({ name, value }: Assignment, { registers }: ResolvedProfile): CellWrite | undefined {
  const definition = registers.get(name);
  return definition === undefined ? undefined : writeOf(definition, value, () => undefined);
}

/** A profile's own condition. */
export function namedCondition(condition: NamedCondition, profile: ResolvedProfile | undefined): Condition | undefined {
  const definition = profile?.registers.get(condition.name);
  return definition === undefined ? undefined : conditionOf(definition, condition, () => undefined);
}

/** The words to write for a value; undefined after a problem. */
export function writeOf(definition: RegisterDefinition, value: Assignment['value'], tell: Tell): CellWrite | undefined {
  if (definition.access === 'read') {
    const isInput = definition.table === 'input' || definition.table === 'discrete';
    tell(
      `${definition.name} can only be read: it is ${definition.table} ${definition.address}.`,
      isInput
        ? 'An input is for `expect` and `unless`; what is declared lies in holding registers and coils.'
        : 'Change `access` in the profile if the device lets it be written.',
    );
    return undefined;
  }
  const encoded = encodeValue(definition.format, value);
  if (encoded.kind === 'invalid') {
    tell(encoded.detail, encoded.hint);
    return undefined;
  }
  const decoded = decodeValue(definition.format, encoded.words);
  const text = decoded.kind === 'value' ? decoded.text : tellValue(value);
  return {
    cell: cellOf(definition),
    words: wordsText(encoded.words),
    mask: encoded.mask,
    method: definition.write,
    settleMs: definition.settleMs,
    text: definition.sensitive ? '(sensitive)' : text,
  };
}

type Named = NamedCondition & { readonly definition: RegisterDefinition };

function parseNamed(text: string, profile: ResolvedProfile | undefined, tell: Tell): Named | undefined {
  const written = parseCondition(text);
  if (written === undefined) {
    tell(`${JSON.stringify(text)} names no register and value.`, 'Write `NAME=VALUE`, such as mode=remote.');
    return undefined;
  }
  const definition = profile?.registers.get(written.name);
  if (definition !== undefined) {
    const { name, operator } = written;
    return { name, operator, value: conditionValue(definition.format, written.text), definition };
  }
  const near = profile === undefined ? undefined : nearestName(written.name, profile.registers.keys());
  const why = profile === undefined ? 'the node has no device profile' : 'the device profile has none';
  tell(`There is no register ${written.name}: ${why}.`, near === undefined ? undefined : `Did you mean \`${near}\`?`);
  return undefined;
}

function conditionOf(
  definition: RegisterDefinition,
  { operator, value }: NamedCondition,
  tell: Tell,
): Condition | undefined {
  const cell = cellOf(definition);
  const encoded = encodeValue(definition.format, value);
  if (operator === '>=' || operator === '<=') {
    const limit = typeof value === 'string' ? value : tellValue(value);
    const problem = limitProblem(definition, limit);
    if (problem !== undefined) {
      tell(problem);
      return undefined;
    }
    return {
      cell,
      test: { kind: 'between', min: operator === '>=' ? limit : null, max: operator === '<=' ? limit : null },
    };
  }
  if (encoded.kind === 'invalid') {
    tell(`${definition.name} cannot be ${tellValue(value)}: ${encoded.detail}`, encoded.hint);
    return undefined;
  }
  const decoded = decodeValue(definition.format, encoded.words);
  const plain = decoded.kind === 'value' ? decoded.text : tellValue(value);
  const text = definition.sensitive ? '(sensitive)' : plain;
  return {
    cell,
    test: { kind: operator === '=' ? 'is' : 'not', words: wordsText(encoded.words), mask: encoded.mask, text },
  };
}

/** A limit is a number, of something that is counted or measured. */
function limitProblem({ name, format }: RegisterDefinition, limit: string): string | undefined {
  if (format.kind === 'bool' || format.kind === 'text' || (format.kind === 'integer' && format.names.length > 0))
    return `${name} holds no plain number, so it can be equal to a value or not, but not at least or at most.`;
  return parseDecimal(limit) === undefined
    ? `${name} has to be compared with a number, and ${limit} is none.`
    : undefined;
}
