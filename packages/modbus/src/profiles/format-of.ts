import type { ByteOrder, FloatFormat, IntegerFormat, Scaling, TextFormat, ValueFormat } from '../values/index.ts';
import type { Findings } from './findings.ts';
import { namesOf } from './names-of.ts';
import { decimalText, parseMark } from './numerals.ts';
import type { ProfileRegister } from './schema.ts';
import { floatTypes, integerTypes, isFloatType, type ValueType } from './value-type.ts';

/** A register of a profile, with what its table and the defaults say beside it. */
export type FormatInput = {
  readonly register: ProfileRegister;
  /** True in the tables of coils and discrete inputs. */
  readonly isBit: boolean;
  /** Where the register says nothing. */
  readonly order: ByteOrder;
};

/** How the value of a register lies there; what makes no sense is told to the findings, and left out. */
export function formatOf(input: FormatInput, findings: Findings): ValueFormat {
  const { register, isBit } = input;
  const type = register.type ?? (isBit ? 'bool' : 'uint16');
  if (isBit && type !== 'bool') {
    findings.add('type', `A coil or discrete input is a single bit, not ${type}.`, 'Leave `type` out.');
    return { kind: 'bool', bit: null };
  }
  tellStrays(register, isBit ? 'a coil or discrete input' : type, findings);
  if (type === 'bool') return { kind: 'bool', bit: isBit ? null : (register.bit ?? null) };
  if (type === 'string') return textFormat(input, findings);
  if (isFloatType(type)) return floatFormat(input, floatTypes[type], findings);
  return integerFormat(input, type, findings);
}

type TypedProperty = Extract<
  keyof ProfileRegister,
  | 'order'
  | 'byte'
  | 'bit'
  | 'shift'
  | 'width'
  | 'length'
  | 'padding'
  | 'scale'
  | 'offset'
  | 'unit'
  | 'values'
  | 'not_available'
  | 'min'
  | 'max'
  | 'max_step'
  | 'tolerance'
>;

const isNumber = (type: string): boolean => type in integerTypes || type in floatTypes || type === 'bits';
const isWhole = (type: string): boolean => type in integerTypes || type === 'bits';

/** For which types a property means something; the tables of bits count as a type of their own. */
const meaning: Readonly<Record<TypedProperty, (type: string) => boolean>> = {
  order: (type) => isNumber(type) || type === 'string' || type === 'bool',
  byte: (type) => ['int8', 'uint8', 'bcd8', 'string'].includes(type),
  bit: (type) => type === 'bool',
  shift: (type) => type === 'bits',
  width: (type) => type === 'bits',
  length: (type) => type === 'string',
  padding: (type) => type === 'string',
  scale: isNumber,
  offset: isNumber,
  unit: isNumber,
  values: isWhole,
  not_available: isNumber,
  min: isNumber,
  max: isNumber,
  max_step: isNumber,
  tolerance: isNumber,
};

function tellStrays(register: ProfileRegister, type: string, findings: Findings): void {
  for (const [property, means] of Object.entries(meaning)) {
    if (register[property as TypedProperty] === undefined || means(type)) continue;
    findings.add(property, `\`${property}\` means nothing for ${type}.`, strayHint(property));
  }
}

function strayHint(property: string): string {
  if (property === 'shift' || property === 'width') return 'Add `type: bits`, or leave it out.';
  if (property === 'bit') return 'Add `type: bool`, or leave it out.';
  return property === 'length' ? 'Add `type: string`, or leave it out.' : 'Leave it out.';
}

function textFormat({ register, order }: FormatInput, findings: Findings): TextFormat {
  if (register.length === undefined) {
    findings.add('', 'A string needs `length`, the number of its registers.', 'Add `length: 8` for 16 characters.');
  }
  return {
    kind: 'text',
    registers: register.length ?? 1,
    packing: register.byte ?? 'both',
    order: byteOrder(register.order, order),
    padding: register.padding ?? 'nul',
  };
}

function floatFormat(input: FormatInput, width: 16 | 32 | 64, findings: Findings): FloatFormat {
  const order = orderOf(input, width / 16, findings);
  const format: FloatFormat = { kind: 'float', width, order, ...scalingOf(input.register, findings), notAvailable: [] };
  return { ...format, notAvailable: marksOf(input.register, format, findings) };
}

function integerFormat(
  input: FormatInput,
  type: Exclude<ValueType, 'bool' | 'string' | keyof typeof floatTypes>,
  findings: Findings,
): IntegerFormat {
  const { register } = input;
  const layout = type === 'bits' ? bitsLayout(register, findings) : { ...integerTypes[type], shift: shiftOf(register) };
  const format: IntegerFormat = {
    kind: 'integer',
    ...layout,
    order: orderOf(input, layout.registers, findings),
    ...scalingOf(register, findings),
    names: [],
    notAvailable: [],
  };
  return { ...format, names: namesOf(register, format, findings), notAvailable: marksOf(register, format, findings) };
}

function bitsLayout(
  { shift = 0, width }: ProfileRegister,
  findings: Findings,
): Pick<IntegerFormat, 'encoding' | 'registers' | 'shift' | 'width'> {
  if (width === undefined)
    findings.add('', '`type: bits` needs `width`, the number of bits.', 'Add `width: 4`, for example.');
  const bits = shift + (width ?? 1);
  if (bits > 64) findings.add('width', `The bits ${shift} to ${bits - 1} do not fit into four registers.`);
  const wide = bits <= 32 ? 2 : 4;
  return { encoding: 'unsigned', registers: bits <= 16 ? 1 : wide, shift, width: width ?? 1 };
}

function shiftOf(register: ProfileRegister): number {
  return register.byte === 'high' ? 8 : 0;
}

function orderOf({ register, order }: FormatInput, registers: number, findings: Findings): ByteOrder {
  if ((register.order === 'AB' || register.order === 'BA') && registers > 1) {
    findings.add(
      'order',
      `${register.order} is the order of one register, but the value takes ${registers}.`,
      'Write ABCD, CDAB, BADC or DCBA.',
    );
  }
  return byteOrder(register.order, order);
}

function byteOrder(written: ProfileRegister['order'], otherwise: ByteOrder): ByteOrder {
  if (written === 'AB') return 'ABCD';
  return written === 'BA' ? 'BADC' : (written ?? otherwise);
}

function scalingOf(register: ProfileRegister, findings: Findings): Scaling {
  const scale = decimalText(register.scale, 'scale', findings) ?? '1';
  const offset = decimalText(register.offset, 'offset', findings) ?? '0';
  if (scale === '0') findings.add('scale', 'The scale is 0: every raw number would mean the same value.');
  return { scale: scale === '0' ? '1' : scale, offset, label: register.unit ?? '' };
}

function marksOf(
  register: ProfileRegister,
  format: IntegerFormat | FloatFormat,
  findings: Findings,
): readonly string[] {
  return (register.not_available ?? []).flatMap((written, index) => {
    const mark = parseMark(format, written);
    if (mark !== undefined) return [mark];
    findings.add(`not_available.${index}`, `${JSON.stringify(written)} is not a raw number of ${typeName(register)}.`);
    return [];
  });
}

function typeName({ type = 'uint16' }: ProfileRegister): string {
  return type;
}
