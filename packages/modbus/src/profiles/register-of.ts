import { isBitTable, isWritableTable, parseAddress, tableSize } from '../addresses/index.ts';
import type { Table } from '../codec/request.ts';
import { compareDecimals, parseDecimal } from '../values/decimal.ts';
import { type ByteOrder, type ValueFormat, wordCount } from '../values/index.ts';
import type { Findings } from './findings.ts';
import { formatOf } from './format-of.ts';
import { decimalText } from './numerals.ts';
import type { Access, RegisterDefinition, ResolvedLimits } from './profile.ts';
import type { Profile, ProfileHole, ProfileRegister } from './schema.ts';

/** What the rest of the profile says for a register. */
export type RegisterContext = { readonly defaults: NonNullable<Profile['defaults']>; readonly limits: ResolvedLimits };

/** A register with its defaults filled in; undefined when its place is not known. What makes no sense is told to the findings. */
export function registerOf(
  { name, register }: { readonly name: string; readonly register: ProfileRegister },
  { defaults, limits }: RegisterContext,
  findings: Findings,
): RegisterDefinition | undefined {
  const place = placeOf(register, defaults, findings);
  if (place === undefined) return undefined;
  const order: ByteOrder = defaults.order ?? 'ABCD';
  const format = formatOf({ register, isBit: isBitTable(place.table), order }, findings);
  const access = accessOf(register, place.table, findings);
  tellSize({ ...place, format, access }, limits, findings);
  tellFunction(register, { ...place, format, access }, findings);
  const range = rangeOf(register, findings);
  return {
    name,
    description: register.description ?? '',
    ...place,
    readAddress:
      access === 'write' ? null : (readAddressOf(register, place.table, { defaults, findings }) ?? place.address),
    format,
    access,
    write: register.write ?? 'auto',
    ...range,
    settleMs: Math.round((register.settle_seconds ?? defaults.settle_seconds ?? 0) * 1000),
    wear: wearOf(register),
    sensitive: register.sensitive ?? false,
  };
}

export type Place = { readonly table: Table; readonly address: number };

/** The place of a register or hole; undefined after a finding. */
export function placeOf(
  written: ProfileRegister | ProfileHole,
  defaults: RegisterContext['defaults'],
  findings: Findings,
): Place | undefined {
  const { address, ref } = written;
  const base = written.base ?? defaults.base;
  // A ref says its table itself, so the default is for addresses alone.
  const table = written.table ?? (ref === undefined ? defaults.table : undefined);
  const parsed = parseAddress({
    ...(address === undefined ? {} : { address }),
    ...(ref === undefined ? {} : { ref }),
    ...(table === undefined ? {} : { table }),
    ...(base === undefined ? {} : { base }),
  });
  if (parsed.kind === 'address') return { table: parsed.table, address: parsed.address };
  const property = ref === undefined ? 'address' : 'ref';
  findings.add(address === undefined && ref === undefined ? '' : property, parsed.detail, parsed.hint);
  return undefined;
}

function readAddressOf(
  register: ProfileRegister,
  table: Table,
  { defaults, findings }: { readonly defaults: RegisterContext['defaults']; readonly findings: Findings },
): number | undefined {
  if (register.read_address === undefined) return undefined;
  const base = register.base ?? defaults.base;
  const written = { address: register.read_address, table, ...(base === undefined ? {} : { base }) };
  const parsed = parseAddress(written);
  if (parsed.kind === 'address') return parsed.address;
  findings.add('read_address', parsed.detail, parsed.hint);
  return undefined;
}

function accessOf({ access, read_address }: ProfileRegister, table: Table, findings: Findings): Access {
  if (access === 'write' && read_address !== undefined) {
    findings.add('read_address', 'The register can only be written, so there is no address to read it at.');
  }
  if (isWritableTable(table)) return access ?? 'read-write';
  if (access !== undefined && access !== 'read') {
    findings.add(
      'access',
      `The table ${table} can only be read.`,
      'Leave `access` out, or use `table: holding` or `table: coil`.',
    );
  }
  return 'read';
}

type Sized = Place & { readonly format: ValueFormat; readonly access: Access };

function tellSize({ table, address, format, access }: Sized, limits: ResolvedLimits, findings: Findings): void {
  const count = wordCount(format);
  if (address + count > tableSize) {
    findings.add(
      'address',
      `The value takes ${count} registers from ${address} on, beyond the last address ${tableSize - 1}.`,
    );
  }
  if (isBitTable(table)) return;
  if (access !== 'write' && count > limits.read.readWords) {
    findings.add(
      '',
      `The value takes ${count} registers, but one request reads at most ${limits.read.readWords} (\`limits\`).`,
    );
  }
  if (access !== 'read' && count > limits.writeRegisters) {
    findings.add(
      '',
      `The value takes ${count} registers, but one request writes at most ${limits.writeRegisters} (\`limits\`), and a value is never written in parts.`,
      'Add `access: read`, or raise the limit.',
    );
  }
}

function tellFunction({ write }: ProfileRegister, { table, format, access }: Sized, findings: Findings): void {
  if (write === undefined) return;
  const count = wordCount(format);
  if (access === 'read') findings.add('write', 'The register can only be read, so no function writes it.');
  else if (write === 'mask' && isBitTable(table)) findings.add('write', 'Function 22 writes registers, not coils.');
  else if (write !== 'auto' && write !== 'multiple' && count > 1) {
    findings.add(
      'write',
      `Function ${write === 'mask' ? 22 : 6} writes one register, but the value takes ${count}, and a value is never written in parts.`,
      'Write `write: multiple`, or leave it out.',
    );
  }
}

type Range = Pick<RegisterDefinition, 'min' | 'max' | 'maxStep' | 'tolerance'>;

function rangeOf(register: ProfileRegister, findings: Findings): Range {
  const min = decimalText(register.min, 'min', findings) ?? null;
  const max = decimalText(register.max, 'max', findings) ?? null;
  const maxStep = decimalText(register.max_step, 'max_step', findings) ?? null;
  const tolerance = decimalText(register.tolerance, 'tolerance', findings) ?? null;
  if (compare(min, max) > 0) findings.add('min', `The smallest value ${min} is greater than the greatest one, ${max}.`);
  if (compare('0', maxStep) >= 0) findings.add('max_step', `The step is ${maxStep}, but it has to be more than 0.`);
  if (compare('0', tolerance) > 0)
    findings.add('tolerance', `The tolerance is ${tolerance}, but it cannot be less than 0.`);
  return { min, max, maxStep, tolerance };
}

/** As `compareDecimals`; what is not said is far above. */
function compare(left: string | null, right: string | null): number {
  const [a, b] = [left, right].map((text) => (text === null ? undefined : parseDecimal(text)));
  return a === undefined || b === undefined ? -1 : compareDecimals(a, b);
}

function wearOf({ wear }: ProfileRegister): RegisterDefinition['wear'] {
  return wear === undefined ? null : { memory: wear.memory ?? 'eeprom', cycles: wear.cycles ?? null };
}
