import { nearestName } from '@setpoint/model';
import { encodeValue } from '../values/index.ts';
import { conditionValue, parseCondition } from './condition.ts';
import type { Findings } from './findings.ts';
import type { NamedCondition, Persistence, RegisterDefinition } from './profile.ts';
import type { Profile } from './schema.ts';

type Registers = ReadonlyMap<string, RegisterDefinition>;

/** How values become permanent; null when the profile does not say, or after a finding. */
export function persistenceOf(profile: Profile, registers: Registers, findings: Findings): Persistence | null {
  const { persist } = profile;
  if (persist === undefined) return null;
  const write = conditionOf(persist.write, registers, { findings, property: 'write' });
  const pending =
    persist.pending === undefined ? null : conditionOf(persist.pending, registers, { findings, property: 'pending' });
  const target = write === undefined ? undefined : registers.get(write.name);
  if (write !== undefined && write.operator !== '=') {
    findings.add('write', `${persist.write} is a comparison, but here a value is written.`, 'Write `NAME=VALUE`.');
    return null;
  }
  if (target?.access === 'read') findings.add('write', `The register ${target.name} can only be read.`);
  const condition = pending === null || pending === undefined ? undefined : registers.get(pending.name);
  if (condition?.access === 'write') findings.add('pending', `The register ${condition.name} can only be written.`);
  return write === undefined || pending === undefined
    ? null
    : { write: { name: write.name, value: write.value }, pending };
}

/** A condition on a register of the profile, with a value that the register can hold; undefined after a finding. */
function conditionOf(
  written: string,
  registers: Registers,
  { findings, property }: { readonly findings: Findings; readonly property: string },
): NamedCondition | undefined {
  const condition = parseCondition(written);
  if (condition === undefined) {
    findings.add(
      property,
      `${JSON.stringify(written)} names no register and value.`,
      'Write `NAME=VALUE`, such as save=1.',
    );
    return undefined;
  }
  const { name, operator, text } = condition;
  const register = registers.get(name);
  if (register === undefined) {
    const near = nearestName(name, registers.keys());
    findings.add(
      property,
      `The profile has no register ${name}.`,
      near === undefined ? undefined : `Did you mean ${near}?`,
    );
    return undefined;
  }
  const value = conditionValue(register.format, text);
  const encoded = encodeValue(register.format, value);
  if (encoded.kind === 'encoded') return { name, operator, value };
  findings.add(property, `${name} cannot be ${text}: ${encoded.detail}`, encoded.hint);
  return undefined;
}
