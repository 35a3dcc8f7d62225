import type { EnumName, IntegerFormat } from '../values/index.ts';
import type { Findings } from './findings.ts';
import { parseRaw } from './numerals.ts';
import type { ProfileRegister } from './schema.ts';

/** The names of raw numbers; each number has one name, so that what is read can be told by it. */
export function namesOf(register: ProfileRegister, format: IntegerFormat, findings: Findings): readonly EnumName[] {
  if (register.values === undefined) return [];
  if (register.scale !== undefined || register.offset !== undefined) {
    findings.add(
      'values',
      'A register has either names for raw numbers, or a scale: a named number has no other value.',
      'Leave `scale` and `offset` out.',
    );
  }
  const owners = new Map<bigint, string>();
  const names: EnumName[] = [];
  for (const [name, written] of Object.entries(register.values)) {
    const raw = parseRaw(format, written);
    const problem =
      raw === undefined
        ? `${JSON.stringify(written)} is not a raw number of this type.`
        : nameProblem(name, owners.get(raw));
    if (raw === undefined || problem !== undefined) {
      findings.add(`values.${name}`, problem ?? '');
      continue;
    }
    owners.set(raw, name);
    names.push({ name, raw: String(raw) });
  }
  return names;
}

function nameProblem(name: string, owner: string | undefined): string | undefined {
  if (owner !== undefined) return `${name} and ${owner} name the same raw number, so reading it could mean either.`;
  if (/^[+-]?\d+$/.test(name)) return `The name ${name} is itself a number, so declaring it could mean either.`;
  return name.trim() === '' ? 'A name is empty.' : undefined;
}
