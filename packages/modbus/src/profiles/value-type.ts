import type { IntegerFormat } from '../values/index.ts';

/** How the bits of a whole number are laid out, whatever they mean. */
type Layout = Pick<IntegerFormat, 'encoding' | 'width' | 'registers'>;

/** Whole numbers of whole registers or of one byte, by the name of their type. */
export const integerTypes = {
  int8: { encoding: 'signed', width: 8, registers: 1 },
  uint8: { encoding: 'unsigned', width: 8, registers: 1 },
  int16: { encoding: 'signed', width: 16, registers: 1 },
  uint16: { encoding: 'unsigned', width: 16, registers: 1 },
  int24: { encoding: 'signed', width: 24, registers: 2 },
  uint24: { encoding: 'unsigned', width: 24, registers: 2 },
  int32: { encoding: 'signed', width: 32, registers: 2 },
  uint32: { encoding: 'unsigned', width: 32, registers: 2 },
  int64: { encoding: 'signed', width: 64, registers: 4 },
  uint64: { encoding: 'unsigned', width: 64, registers: 4 },
  bcd8: { encoding: 'bcd', width: 8, registers: 1 },
  bcd16: { encoding: 'bcd', width: 16, registers: 1 },
  bcd32: { encoding: 'bcd', width: 32, registers: 2 },
  bcd64: { encoding: 'bcd', width: 64, registers: 4 },
} as const satisfies Readonly<Record<string, Layout>>;

/** Binary floating point, by the name of its type. */
export const floatTypes = { float16: 16, float32: 32, float64: 64 } as const;

export type IntegerType = keyof typeof integerTypes;
export type FloatTypeName = keyof typeof floatTypes;
export type ValueType = 'bool' | 'bits' | IntegerType | FloatTypeName | 'string';

/** Every type that a profile may name. */
export const valueTypes: readonly ValueType[] = [
  'bool',
  'bits',
  ...(Object.keys(integerTypes) as IntegerType[]),
  ...(Object.keys(floatTypes) as FloatTypeName[]),
  'string',
];

/** True for the names of floating point types. */
export function isFloatType(type: ValueType): type is FloatTypeName {
  return Object.hasOwn(floatTypes, type);
}
