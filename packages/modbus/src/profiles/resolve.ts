import { type DeclarationProblem, invariant, type JsonObject, type SettingsFiles } from '@setpoint/model';
import type { AddressRange } from '../queries/coalesce.ts';
import { wordCount } from '../values/index.ts';
import { type Findings, findingsIn } from './findings.ts';
import { tellHoles, tellOverlaps } from './overlaps.ts';
import { persistenceOf } from './persistence-of.ts';
import type { Pace, RegisterDefinition, ResolvedLimits, ResolvedProfile } from './profile.ts';
import { placeOf, registerOf } from './register-of.ts';
import type { Profile } from './schema.ts';

/** What makes no sense in a profile that the schema has accepted: all of it, with the paths of the properties. */
export function checkProfile(content: JsonObject): readonly DeclarationProblem[] {
  return interpret(content).problems;
}

/** The profile with its defaults filled in. It has passed the schema and `checkProfile`. */
export function resolveProfile(content: JsonObject): ResolvedProfile {
  const { profile, problems } = interpret(content);
  invariant(problems.length === 0, `A profile with problems is used: ${problems[0]?.detail ?? ''}`);
  return profile;
}

/** The profile that the settings of a node name; undefined when they name none. */
export function profileOf(files: SettingsFiles | undefined): ResolvedProfile | undefined {
  const content = files?.['profile'];
  return content === undefined ? undefined : resolveProfile(content);
}

/** The limits of a profile and the addresses that must not be read; those of the specification without a profile. */
export function limitsOf(
  content: JsonObject | undefined,
): ResolvedLimits & { readonly holes: readonly AddressRange[] } {
  if (content === undefined) return { ...resolveLimits({}), holes: [] };
  const { limits, holes } = resolveProfile(content);
  return { ...limits, holes };
}

type Interpretation = { readonly profile: ResolvedProfile; readonly problems: readonly DeclarationProblem[] };

/** Nodes that name the same file share its content, so that it is read once for all of them. */
const known = new WeakMap<JsonObject, Interpretation>();

function interpret(content: JsonObject): Interpretation {
  const before = known.get(content);
  if (before !== undefined) return before;
  const problems: DeclarationProblem[] = [];
  // The schema has accepted the content, and it is what the type is made from.
  const profile = interpretProfile(content as unknown as Profile, findingsIn(problems));
  const interpretation = { profile, problems };
  known.set(content, interpretation);
  return interpretation;
}

function interpretProfile(profile: Profile, findings: Findings): ResolvedProfile {
  const { defaults = {} } = profile;
  const limits = resolveLimits(profile.limits ?? {});
  const registers = registersOf(profile, limits, findings.at('registers'));
  const holes = holesOf(profile, findings.at('holes'));
  tellOverlaps(registers.values(), findings.at('registers'));
  tellHoles(registers.values(), holes, findings.at('registers'));
  return {
    name: profile.name ?? '',
    description: profile.description ?? '',
    unit: profile.unit ?? null,
    pace: paceOf(defaults),
    limits,
    holes: [...holes, ...writeOnly(registers.values())],
    registers,
    persist: persistenceOf(profile, registers, findings.at('persist')),
  };
}

function resolveLimits(limits: NonNullable<Profile['limits']>): ResolvedLimits {
  return {
    read: {
      readWords: limits.read_registers ?? 125,
      readBits: limits.read_bits ?? 2000,
      maxGap: limits.max_gap ?? 10,
      maxBitGap: limits.max_bit_gap ?? 80,
    },
    writeRegisters: limits.write_registers ?? 123,
    writeBits: limits.write_bits ?? 1968,
    outstanding: limits.outstanding ?? 1,
  };
}

function registersOf(
  { registers, defaults = {} }: Profile,
  limits: ResolvedLimits,
  findings: Findings,
): ReadonlyMap<string, RegisterDefinition> {
  const found = new Map<string, RegisterDefinition>();
  for (const [name, register] of Object.entries(registers)) {
    if (!/^[A-Za-z][\w-]*$/.test(name)) {
      findings.add(
        name,
        `${JSON.stringify(name)} cannot be the name of a register: it has letters, digits, - and _, and begins with a letter.`,
      );
    }
    const definition = registerOf({ name, register }, { defaults, limits }, findings.at(name));
    if (definition !== undefined) found.set(name, definition);
  }
  return found;
}

function holesOf({ holes = [], defaults = {} }: Profile, findings: Findings): readonly AddressRange[] {
  return holes.flatMap((hole, index) => {
    const place = placeOf(hole, defaults, findings.at(String(index)));
    return place === undefined ? [] : [{ ...place, count: hole.count ?? 1 }];
  });
}

function writeOnly(registers: Iterable<RegisterDefinition>): readonly AddressRange[] {
  return [...registers]
    .filter(({ access }) => access === 'write')
    .map(({ table, address, format }) => ({ table, address, count: wordCount(format) }));
}

function paceOf(defaults: NonNullable<Profile['defaults']>): Pace {
  const milliseconds = (seconds: number | undefined): number | null =>
    seconds === undefined ? null : Math.round(seconds * 1000);
  return {
    timeoutMs: milliseconds(defaults.timeout_seconds),
    busyMs: milliseconds(defaults.busy_seconds),
    pauseAfterConnectMs: milliseconds(defaults.pause_after_connect_seconds),
    requestPauseMs: milliseconds(defaults.request_pause_seconds),
  };
}
