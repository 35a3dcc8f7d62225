import { identifier } from './cell-text.ts';
import type { Entry, RowRegister } from './row-register.ts';

/** A register with a name of its own. */
export type NamedRegister = RowRegister & { readonly key: string };

/** Gives each register a name that a playbook can use, once each; what was changed becomes a note. */
export function nameRegisters(registers: readonly RowRegister[]): readonly NamedRegister[] {
  const taken = new Set<string>();
  return registers.map((register) => {
    const { name, entry, notes } = register;
    const wanted = identifier(name) || identifier(entry.description ?? '') || fallback(entry);
    const key = free(wanted, taken);
    taken.add(key);
    const isSecond = key !== wanted ? [`guessed: ${wanted} is the name of an earlier line already`] : [];
    const isOther = isSecond.length === 0 && isAnother(name, key) ? [`in the table: ${oneLine(name)}`] : [];
    return { ...register, key, notes: [...isOther, ...isSecond, ...notes] };
  });
}

/** True when more than case and punctuation of a name has changed. */
function isAnother(name: string, key: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
  return name !== '' && letters(name) !== letters(key);
}

function fallback({ table = 'holding', address, ref }: Entry): string {
  return `${ref === undefined ? table : 'ref'}_${identifier(address ?? ref ?? '').replace(/^r/, '')}`;
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 100);
}
