export { readableRegisters, readingQueries, readingsOf } from './device-facts.ts';
export { readableTypes } from './readable-types.ts';
export {
  type Found,
  placeText,
  type Reading,
  rawText,
  readingJson,
  readingOf,
  readingQuery,
  valueText,
  wasRead,
} from './reading.ts';
export { type RawFormat, type SelectedValues, type SelectionProblem, selectValues } from './select-values.ts';
