export { declareValue, valueClaims } from './declare.ts';
export type { ValueDeclared, ValueState } from './declared.ts';
export { diffValue } from './diff.ts';
export { observeValue } from './observe.ts';
export { valueOperations } from './operations.ts';
export { predictValue } from './predict.ts';
export { valueQueries } from './queries.ts';
export { restoreValue, valueUndo } from './restore.ts';
export { coilSchema, registerSchema } from './schema.ts';
