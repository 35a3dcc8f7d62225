/** A mode as declared: permission bits, or changes relative to the bits that are there. */
export type Mode =
  | { readonly kind: 'octal'; readonly bits: number }
  | { readonly kind: 'symbolic'; readonly clauses: readonly Clause[] };

type Clause = { readonly who: string; readonly operator: '+' | '-' | '='; readonly permissions: string };

/**
 * Reads a mode: octal with one to five digits, with or without `0o` (`644`, `0644`, `0o2755`), or symbolic as chmod(1) has it
 * (`u=rw,go=r`, `a+X`, `g+s`). Undefined when it is neither.
 */
export function parseMode(text: string): Mode | undefined {
  const octal = /^(?:0o)?([0-7]{1,5})$/.exec(text);
  if (octal !== null) {
    const bits = Number.parseInt(octal[1] ?? '', 8);
    return bits <= 0o7777 ? { kind: 'octal', bits } : undefined;
  }
  const clauses: Clause[] = [];
  for (const part of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/.exec(part);
    if (match === null) return undefined;
    for (const [, operator, permissions = ''] of (match[2] ?? '').matchAll(/([-+=])([ugo]|[rwxXst]*)/g)) {
      clauses.push({ who: match[1] || 'a', operator: operator as Clause['operator'], permissions });
    }
  }
  return { kind: 'symbolic', clauses };
}

/** The bits a mode comes to when applied to the bits that are there. */
export function applyMode(mode: Mode, current: number, isDirectory: boolean): number {
  if (mode.kind === 'octal') return mode.bits;
  return mode.clauses.reduce((bits, clause) => applyClause(clause, bits, isDirectory), current);
}

/** Four octal digits. */
export function formatMode(bits: number): string {
  return bits.toString(8).padStart(4, '0');
}

const shifts = { u: 6, g: 3, o: 0 } as const;

const classNames = ['u', 'g', 'o'] as const;

function applyClause(clause: Clause, bits: number, isDirectory: boolean): number {
  let wanted = 0;
  let cleared = 0;
  for (const name of classNames.filter((each) => clause.who.includes('a') || clause.who.includes(each))) {
    wanted |= wantedBits(clause.permissions, name, { bits, isDirectory });
    cleared |= (0o7 << shifts[name]) | specialBit(name);
  }
  if (clause.operator === '+') return bits | wanted;
  if (clause.operator === '-') return bits & ~wanted;
  // chmod(1) keeps setuid and setgid of directories unless they are named.
  const kept = isDirectory ? bits & 0o6000 : 0;
  return (bits & ~cleared) | wanted | kept;
}

function wantedBits(
  permissions: string,
  name: 'u' | 'g' | 'o',
  on: { readonly bits: number; readonly isDirectory: boolean },
): number {
  if (/^[ugo]$/.test(permissions)) {
    return ((on.bits >> shifts[permissions as 'u' | 'g' | 'o']) & 0o7) << shifts[name];
  }
  const executable =
    permissions.includes('x') || (permissions.includes('X') && (on.isDirectory || (on.bits & 0o111) !== 0));
  const rwx = (permissions.includes('r') ? 4 : 0) | (permissions.includes('w') ? 2 : 0) | (executable ? 1 : 0);
  const special = permissions.includes('s') && name !== 'o' ? specialBit(name) : 0;
  const sticky = permissions.includes('t') && name === 'o' ? 0o1000 : 0;
  return (rwx << shifts[name]) | special | sticky;
}

function specialBit(name: 'u' | 'g' | 'o'): number {
  return { u: 0o4000, g: 0o2000, o: 0o1000 }[name];
}
