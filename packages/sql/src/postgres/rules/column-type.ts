/** What it takes to turn the values of a column into those of another type. */
export type TypeChange = {
  /** The server only changes its catalogue; else it writes the table anew and rebuilds its indexes. */
  readonly isFree: boolean;
  /** A part of what the values say can be lost without an error. */
  readonly isLossy: boolean;
  /** A condition on a column (`$`) that holds for values that do not fit; the server refuses them. */
  readonly misfit: string | null;
  /** Values may fail to convert, and no question can tell before. */
  readonly isUncertain: boolean;
  /** The expression (with `$` for the column) that converts, where the server has no assignment cast. */
  readonly using: string | null;
};

/** Judges a change between two types as `format_type` spells them. Sources: PostgreSQL 15 manual, ALTER TABLE notes; pg_cast. */
export function typeChange(before: string, after: string): TypeChange {
  const from = parseType(before);
  const to = parseType(after);
  if (from.isArray || to.isArray) return arrayChange(from, to);
  const judge = judges.find(({ from: source, to: target }) => source.includes(from.name) && target.includes(to.name));
  if (judge !== undefined) return { ...plain, ...judge.change(from, to) };
  if (strings.includes(to.name)) return { ...plain, ...lengthLimit(to, 'pg_catalog.length($::pg_catalog.text)') };
  const steps = strings.includes(from.name) ? `$::${to.text}` : `$::text::${to.text}`;
  return { ...plain, isUncertain: true, using: steps };
}

type ParsedType = {
  /** Without modifiers and array brackets. */
  readonly name: string;
  readonly modifiers: readonly number[];
  readonly isArray: boolean;
  readonly text: string;
};

const plain: TypeChange = { isFree: false, isLossy: false, misfit: null, isUncertain: false, using: null };
const free: Partial<TypeChange> = { isFree: true };

const integers = ['smallint', 'integer', 'bigint'];
const floats = ['real', 'double precision'];
const strings = ['text', 'character varying', 'character', 'name'];
const stamps = ['timestamp without time zone', 'timestamp with time zone'];

const integerRanges: Readonly<Record<string, string>> = {
  smallint: '-32768 AND 32767',
  integer: '-2147483648 AND 2147483647',
  bigint: '-9223372036854775808 AND 9223372036854775807',
};

type Judge = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly change: (from: ParsedType, to: ParsedType) => Partial<TypeChange>;
};

/** The first that fits counts. */
const judges: readonly Judge[] = [
  { from: ['character varying', 'text'], to: ['text'], change: () => free },
  { from: ['character varying', 'text'], to: ['character varying'], change: varcharChange },
  { from: strings, to: ['character varying', 'character'], change: (_, to) => lengthLimit(to, 'pg_catalog.length($)') },
  { from: integers, to: integers, change: integerChange },
  { from: [...integers, ...floats, 'numeric'], to: [...integers, 'numeric', ...floats], change: numberChange },
  { from: ['integer'], to: ['boolean'], change: () => ({ using: '$::boolean', isLossy: true }) },
  { from: ['smallint', 'bigint'], to: ['boolean'], change: () => ({ using: '$::integer::boolean', isLossy: true }) },
  { from: ['boolean'], to: ['integer'], change: () => ({ using: '$::integer' }) },
  {
    from: ['boolean'],
    to: ['smallint', 'bigint', 'numeric'],
    change: (_, to) => ({ using: `$::integer::${to.text}` }),
  },
  { from: stamps, to: stamps, change: stampChange },
  { from: stamps, to: ['date', 'time without time zone'], change: () => ({ isLossy: true }) },
  { from: ['date'], to: stamps, change: () => ({}) },
  {
    from: ['json', 'jsonb'],
    to: ['json', 'jsonb'],
    change: (from, to) => ({ isLossy: from.name === 'json' && to.name === 'jsonb' }),
  },
  { from: ['cidr'], to: ['inet'], change: () => free },
  { from: ['inet'], to: ['cidr'], change: () => ({ isLossy: true }) },
  {
    from: ['bit', 'bit varying'],
    to: ['bit', 'bit varying'],
    change: (_, to) => lengthLimit(to, 'pg_catalog.length($)'),
  },
  { from: ['interval', 'time without time zone'], to: ['interval', 'time without time zone'], change: precisionChange },
  { from: ['time with time zone'], to: ['time with time zone'], change: precisionChange },
];

function varcharChange(from: ParsedType, to: ParsedType): Partial<TypeChange> {
  const limit = to.modifiers[0];
  const old = from.name === 'character varying' ? from.modifiers[0] : undefined;
  if (limit === undefined || (old !== undefined && old <= limit)) return free;
  return lengthLimit(to, 'pg_catalog.length($)');
}

/** `character` without a number is one character long. */
function lengthLimit(to: ParsedType, length: string): Partial<TypeChange> {
  const limit = to.modifiers[0] ?? (to.name === 'character' || to.name === 'bit' ? 1 : undefined);
  return limit === undefined ? {} : { misfit: `${length} > ${limit}` };
}

function integerChange(from: ParsedType, to: ParsedType): Partial<TypeChange> {
  const isNarrower = integers.indexOf(to.name) < integers.indexOf(from.name);
  return isNarrower ? { misfit: `$ NOT BETWEEN ${integerRanges[to.name] ?? ''}` } : {};
}

function numberChange(from: ParsedType, to: ParsedType): Partial<TypeChange> {
  if (integers.includes(to.name)) {
    return { isLossy: true, misfit: `pg_catalog.round($::numeric) NOT BETWEEN ${integerRanges[to.name] ?? ''}` };
  }
  if (floats.includes(to.name)) return { isLossy: from.name === 'numeric' || to.name === 'real' };
  return to.modifiers.length === 0 ? { isFree: from.name === 'numeric' } : numericChange(from, to);
}

function numericChange(from: ParsedType, to: ParsedType): Partial<TypeChange> {
  const [precision = 0, scale = 0] = to.modifiers;
  const [oldPrecision, oldScale = 0] = from.name === 'numeric' ? from.modifiers : [];
  if (oldPrecision !== undefined && oldScale === scale && oldPrecision <= precision) return free;
  const digits = precision - scale;
  const fits = oldPrecision !== undefined && oldPrecision - oldScale <= digits;
  const isRounded = !integers.includes(from.name) && (oldPrecision === undefined || oldScale > scale);
  return {
    isLossy: isRounded,
    misfit: fits
      ? null
      : `pg_catalog.abs(pg_catalog.round($::numeric, ${scale})) >= 1${'0'.repeat(Math.max(0, digits))}`,
  };
}

function stampChange(from: ParsedType, to: ParsedType): Partial<TypeChange> {
  return from.name === to.name ? precisionChange(from, to) : { isLossy: from.name === 'timestamp with time zone' };
}

/** Without a number: six digits, the most there are. */
function precisionChange(from: ParsedType, to: ParsedType): Partial<TypeChange> {
  if (from.name !== to.name) return { isLossy: true };
  return (to.modifiers[0] ?? 6) >= (from.modifiers[0] ?? 6) ? free : { isLossy: true };
}

function arrayChange(from: ParsedType, to: ParsedType): TypeChange {
  if (from.isArray && to.isArray) {
    const { isFree, isLossy, using } = typeChange(withoutArray(from.text), withoutArray(to.text));
    const isSame = withoutArray(from.text) === withoutArray(to.text);
    return {
      ...plain,
      isFree: isFree || isSame,
      isLossy,
      isUncertain: !isFree && !isSame,
      using: using === null ? null : arrayUsing(using, to.text),
    };
  }
  if (strings.includes(to.name) && !to.isArray)
    return { ...plain, ...lengthLimit(to, 'pg_catalog.length($::pg_catalog.text)') };
  const isFromText = strings.includes(from.name) && !from.isArray;
  return { ...plain, isUncertain: true, using: isFromText ? `$::${to.text}` : `$::text::${to.text}` };
}

/** By way of arrays of texts, when the elements need more than one step. */
function arrayUsing(using: string, to: string): string {
  return using.startsWith('$::text::') ? `$::text[]::${to}` : `$::${to}`;
}

function withoutArray(text: string): string {
  return text.replace(/(\[\])+$/, '');
}

/** `numeric(12,2)[]`, `timestamp(3) with time zone`, `app.status`. */
function parseType(text: string): ParsedType {
  const base = withoutArray(text);
  const found = /^([a-z ]+?)\((-?\d+)(?:,(-?\d+))?\)( .*)?$/.exec(base);
  const isArray = base !== text;
  if (found === null) return { name: base, modifiers: [], isArray, text };
  const [, head = '', first = '', second, tail = ''] = found;
  const modifiers = second === undefined ? [Number(first)] : [Number(first), Number(second)];
  return { name: `${head}${tail}`, modifiers, isArray, text };
}
