export { type DecodedValue, decodeValue } from './decode.ts';
export { type EncodedValue, encodeValue } from './encode.ts';
export {
  type BoolFormat,
  type ByteOrder,
  type EnumName,
  type FloatFormat,
  type IntegerFormat,
  type Scaling,
  type TextFormat,
  type ValueFormat,
  wordCount,
} from './format.ts';
export { valueMask } from './mask.ts';
export type { InvalidValue } from './problem.ts';
export { type Found, withinTolerance } from './tolerance.ts';
export { formatWords } from './words.ts';
