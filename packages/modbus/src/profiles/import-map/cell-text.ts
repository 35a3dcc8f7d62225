import type { Table } from '../../codec/request.ts';
import { formatDecimal, parseDecimal } from '../../values/decimal.ts';
import type { Access } from '../profile.ts';

/** A number as vendors write it, with a point or a comma, as canonical decimal text; undefined when it is none. */
export function cellNumber(cell: string): string | undefined {
  const text = cell.replace(/[\s\u00a0]/g, '').replace(/^[x×*]/i, '');
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction !== null) return quotient(fraction[1] ?? '', fraction[2] ?? '');
  const decimal = parseDecimal(
    /^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text.replace(/^([+-]?)\./, '$10.'),
  );
  return decimal === undefined ? undefined : formatDecimal(decimal);
}

/** The reciprocal where it is a decimal number, as for 10 and 8, but not for 3. */
export function quotient(dividend: string, divisor: string): string | undefined {
  const [top, bottom] = [parseDecimal(dividend), parseDecimal(divisor)];
  if (top === undefined || bottom === undefined || bottom.digits === 0n) return undefined;
  const scaled = top.digits * 10n ** 30n;
  if (scaled % bottom.digits !== 0n) return undefined;
  return formatDecimal({ digits: scaled / bottom.digits, exponent: top.exponent - bottom.exponent - 30 });
}

/** Two numbers with something between them: `0..100`, `-10 to 50`, `0 - 3000`, `[0; 1]`. */
export function cellRange(cell: string): { readonly min: string; readonly max: string } | undefined {
  const number = '([+-]?\\d+(?:[.,]\\d+)?)';
  const pattern = new RegExp(
    `^[[(]?\\s*${number}\\s*(?:\\.{2,3}|…|to|bis|~|;|:|-|–)\\s*${number}\\s*[\\])]?\\D*$`,
    'i',
  );
  const [, low, high] = pattern.exec(cell) ?? [];
  const [min, max] = [cellNumber(low ?? ''), cellNumber(high ?? '')];
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** The table that a word or a function code stands for. */
export function cellTable(cell: string): Table | undefined {
  const text = cell.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/^(holding|hold|hr|hreg|4|4x|4xxxx|4xxxxx|output)(register|registers|reg)?s?$/.test(text)) return 'holding';
  if (
    /^(input|ir|3|3x|3xxxx|3xxxxx|analoginput)(register|registers|reg)$|^(ir|ireg|3|3x|3xxxx|3xxxxx|input|analoginput)$/.test(
      text,
    )
  ) {
    return 'input';
  }
  if (
    /^(discrete|di|1|1x|1xxxx|1xxxxx|digital)(input|inputs|contact|contacts)?$|^(discreteinput|inputstatus|contact)s?$/.test(
      text,
    )
  ) {
    return 'discrete';
  }
  return /^(coil|co|0|0x|0xxxx|0xxxxx|coilstatus|discreteoutput|digitaloutput|do)s?$/.test(text) ? 'coil' : undefined;
}

/** The table that functions speak of: `03`, `FC4`, `3, 6, 16`. */
export function functionTable(cell: string): Table | undefined {
  const codes = [...cell.matchAll(/\d+/g)].map(([code]) => Number(code));
  const table = codes.map((code) => functionTables[code]).find((found) => found !== undefined);
  return table ?? cellTable(cell);
}

const functionTables: Readonly<Record<number, Table>> = {
  1: 'coil',
  2: 'discrete',
  3: 'holding',
  4: 'input',
  5: 'coil',
  6: 'holding',
  15: 'coil',
  16: 'holding',
  22: 'holding',
  23: 'holding',
};

/** What may be done with a register. */
export function cellAccess(cell: string): Access | undefined {
  const text = cell.toLowerCase().replace(/[^a-z]/g, '');
  if (['r', 'ro', 'read', 'readonly', 'rd', 'get', 'readable'].includes(text)) return 'read';
  if (['w', 'wo', 'write', 'writeonly', 'set'].includes(text)) return 'write';
  return ['rw', 'readwrite', 'wr', 'readandwrite', 'rdwr', 'writeread', 'rwv', 'rww'].includes(text)
    ? 'read-write'
    : undefined;
}

/** Names of raw numbers: `0=stop; 5=run`, `0: off, 1: on`. Undefined when there are not at least two. */
export function cellNames(cell: string): Readonly<Record<string, string>> | undefined {
  const found = [
    ...cell.matchAll(
      /(?:^|[,;|\n]|\s)\s*(-?\d+|0[xX][0-9a-fA-F]+)\s*[=:\-–]\s*([^,;|\n]*?[A-Za-z][^,;|\n=]*?)(?=\s*(?:[,;|\n]|$|\s-?\d+\s*[=:]))/g,
    ),
  ];
  const names = found
    .map(([, raw = '', name = '']) => [identifier(name), raw] as const)
    .filter(([name]) => name !== '');
  const isClear = new Set(names.map(([name]) => name)).size === names.length;
  return names.length >= 2 && isClear ? Object.fromEntries(names) : undefined;
}

/** A name for a register from any text: `Motor speed (act.)` is `motor_speed_act`. */
export function identifier(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss');
  const words = plain.replace(/([a-z\d])([A-Z][a-z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  const name = words
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
    .slice(0, 60)
    .replace(/_+$/, '');
  return /^\d/.test(name) ? `r${name}` : name;
}
