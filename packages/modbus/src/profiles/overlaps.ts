import { describeAddress } from '../addresses/index.ts';
import type { AddressRange } from '../queries/coalesce.ts';
import { valueMask, wordCount } from '../values/index.ts';
import type { Findings } from './findings.ts';
import type { RegisterDefinition } from './profile.ts';

/**
 * Tells writable registers that share bits: two declarations could contradict each other, and writing one would change the other.
 * A register that is only read may look at the same bits in another way, and fields of one register may lie side by side.
 */
export function tellOverlaps(registers: Iterable<RegisterDefinition>, findings: Findings): void {
  const owners = new Map<string, { readonly mask: number; readonly name: string }[]>();
  for (const register of registers) {
    if (register.access === 'read') continue;
    const shared = claim(register, owners);
    if (shared === undefined) continue;
    findings.add(
      `${register.name}.address`,
      `${register.name} and ${shared.name} are both writable and share bits of ${describeAddress(register.table, shared.address)}.`,
      'Add `access: read` to one of them if it only shows the other in another way.',
    );
  }
}

/** Tells registers that are read in a hole. */
export function tellHoles(
  registers: Iterable<RegisterDefinition>,
  holes: readonly AddressRange[],
  findings: Findings,
): void {
  for (const { name, table, readAddress, format } of registers) {
    if (readAddress === null) continue;
    const end = readAddress + wordCount(format);
    const hole = holes.find((one) => one.table === table && one.address < end && readAddress < one.address + one.count);
    if (hole === undefined) continue;
    findings.add(
      `${name}.address`,
      `${name} is read at ${describeAddress(table, readAddress)}, which \`holes\` says must not be read.`,
      'Add `access: write` if it can only be written, or take it out of the hole.',
    );
  }
}

type Owners = Map<string, { readonly mask: number; readonly name: string }[]>;

/** Enters the bits of a register; the first bits that are taken already, if there are any. */
function claim(
  register: RegisterDefinition,
  owners: Owners,
): { readonly name: string; readonly address: number } | undefined {
  const { table, address, format, name } = register;
  let shared: { readonly name: string; readonly address: number } | undefined;
  valueMask(format).forEach((mask, index) => {
    const key = `${table} ${address + index}`;
    const present = owners.get(key) ?? [];
    const other = present.find((one) => (one.mask & mask) !== 0);
    if (other !== undefined) shared ??= { name: other.name, address: address + index };
    owners.set(key, [...present, { mask, name }]);
  });
  return shared;
}
