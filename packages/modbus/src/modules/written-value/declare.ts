import type { DeclarationProblem, Json, SettingsFiles } from '@setpoint/model';
import type { Static, TypedDeclaration } from '@setpoint/sdk';
import type { CellWrite, Condition } from '../../driver/action.ts';
import { textWords } from '../../driver/action.ts';
import {
  conditionValue,
  type ProfileRegister,
  profileOf,
  type RegisterDefinition,
  type ResolvedProfile,
} from '../../profiles/index.ts';
import { compareDecimals, parseDecimal } from '../../values/decimal.ts';
import { decodeValue } from '../../values/index.ts';
import { tellValue } from '../../values/problem.ts';
import { claimsOf } from './claims.ts';
import type { ValueDeclared, WriteWhen } from './declared.ts';
import { findDefinition, type ValueType } from './find-definition.ts';
import { guardWrites } from './guard-writes.ts';
import { assignedWrite, conditionsOf, namedCondition, tellOf, writeOf, writesOf } from './named-values.ts';
import type { registerSchema } from './schema.ts';

type Properties = Static<typeof registerSchema>;

export type ValueInput = {
  readonly identity: string;
  readonly properties: Properties;
  readonly files?: SettingsFiles;
};

/** Finds out where a value lies, turns it into registers, and checks everything that can be checked without the device. */
export function declareValue(
  type: ValueType,
  { identity, properties, files }: ValueInput,
): TypedDeclaration<ValueDeclared> {
  const { value, expect = [], guard, persist, unless, always: _, write, ...others } = properties;
  const method = write === undefined || write === 'once' ? {} : { write };
  const found = findDefinition(type, { identity, register: { ...others, ...method } as ProfileRegister }, files);
  if (found.kind === 'invalid') return found;
  const { definition } = found;
  const profile = profileOf(files);
  const problems: DeclarationProblem[] = [...tableProblems(type, definition), ...actProblems(properties, definition)];
  const own = writtenValue(definition, value === undefined ? undefined : String(value), problems);
  const declared = {
    tolerance: definition.tolerance,
    maxStep: definition.maxStep,
    wear: definition.wear,
    isSensitive: definition.sensitive,
    expect: conditionsOf(expect, profile, tellOf(problems, 'expect')),
    guard: guardWrites(guard, { own: own?.write, profile }, tellOf(problems, 'guard')),
    restoresGuard: guard?.restore ?? true,
    persist: persistOf({ persist, definition }, profile, problems),
    pending: write === 'once' || persist !== undefined ? null : pendingOf(definition, profile),
    when: whenOf(write === 'once', unless ?? [], { profile, problems }),
  };
  if (problems.length > 0 || own === undefined) return { kind: 'invalid', problems };
  return { kind: 'declared', identity, declared: { ...own, ...declared } };
}

/** The places that a value takes. */
export function valueClaims({ write }: ValueDeclared): readonly string[] {
  return claimsOf(write);
}

function tableProblems(type: ValueType, { name, table, address }: RegisterDefinition): readonly DeclarationProblem[] {
  const isBit = table === 'coil' || table === 'discrete';
  if (isBit === (type === 'coil')) return [];
  const hint = isBit ? `Declare \`coil: ${name}\`.` : `Declare \`register: ${name}\`.`;
  return [{ property: '', detail: `${name} is no ${type}: it is ${table} ${address}.`, hint }];
}

function actProblems(
  { write, unless, always }: Properties,
  { name, access }: RegisterDefinition,
): readonly DeclarationProblem[] {
  const isAct = write === 'once';
  if (!isAct) {
    const odd = unless !== undefined ? 'unless' : always !== undefined ? 'always' : undefined;
    const stray =
      odd === undefined
        ? []
        : [{ property: odd, detail: `\`${odd}\` is for acts.`, hint: 'Add `write: once`, or remove it.' }];
    if (access !== 'write') return stray;
    const hint = 'Add `write: once`, with `unless` or `always: true`.';
    return [
      ...stray,
      { property: '', detail: `${name} cannot be read, so nobody can tell whether it has to be written.`, hint },
    ];
  }
  if ((unless === undefined) !== (always === true))
    return [
      {
        property: 'write',
        detail:
          unless === undefined
            ? 'Nothing tells when the act is needed.'
            : 'The act is declared to be done always and to be needless at times; only one can hold.',
        hint: 'Add `unless` with what holds once it is done, or `always: true`.',
      },
    ];
  return [];
}

function writtenValue(
  definition: RegisterDefinition,
  text: string | undefined,
  problems: DeclarationProblem[],
): { readonly write: CellWrite; readonly value: Json } | undefined {
  const tell = tellOf(problems, definition.access === 'read' ? '' : 'value');
  if (text === undefined) {
    problems.push({
      property: '',
      detail: `What ${definition.name} should hold is not declared.`,
      hint: 'Add `value`.',
    });
    return undefined;
  }
  const write = writeOf(definition, conditionValue(definition.format, text), tell);
  if (write === undefined) return undefined;
  const decoded = decodeValue(definition.format, textWords(write.words));
  if (decoded.kind !== 'value') {
    tell(`${text} is what the device holds when it has no value.`);
    return undefined;
  }
  const problem = rangeProblem(decoded.value, definition);
  if (problem !== undefined)
    tell(problem, 'Declare a value within the limits that the profile, or the playbook, sets.');
  return { write, value: decoded.value };
}

function rangeProblem(value: Json, { name, min, max }: RegisterDefinition): string | undefined {
  const number = typeof value === 'number' || typeof value === 'string' ? parseDecimal(value) : undefined;
  if (number === undefined) return undefined;
  const [low, high] = [min, max].map((limit) => (limit === null ? undefined : parseDecimal(limit)));
  if (low !== undefined && compareDecimals(number, low) < 0)
    return `${tellValue(value)} is less than ${min}, the least that ${name} may be.`;
  if (high !== undefined && compareDecimals(number, high) > 0)
    return `${tellValue(value)} is more than ${max}, the most that ${name} may be.`;
  return undefined;
}

function persistOf(
  { persist, definition }: { readonly persist: Properties['persist']; readonly definition: RegisterDefinition },
  profile: ResolvedProfile | undefined,
  problems: DeclarationProblem[],
): CellWrite | null {
  if (persist === false) return null;
  if (persist !== undefined) return writesOf([persist], profile, tellOf(problems, 'persist'))[0] ?? null;
  const usual = profile?.persist ?? null;
  // What makes others permanent does not itself have to be made permanent.
  if (usual === null || profile === undefined || usual.write.name === definition.name) return null;
  return assignedWrite(usual.write, profile) ?? null;
}

/** The profile's own condition, where its own commit is used. */
function pendingOf(definition: RegisterDefinition, profile: ResolvedProfile | undefined): Condition | null {
  const usual = profile?.persist ?? null;
  if (usual === null || usual.pending === null || usual.write.name === definition.name) return null;
  return namedCondition(usual.pending, profile) ?? null;
}

function whenOf(
  isAct: boolean,
  unless: readonly string[],
  { profile, problems }: { readonly profile: ResolvedProfile | undefined; readonly problems: DeclarationProblem[] },
): WriteWhen {
  if (!isAct) return { kind: 'state' };
  return { kind: 'act', unless: conditionsOf(unless, profile, tellOf(problems, 'unless')) };
}
