import { defineResource } from '@setpoint/sdk';
import {
  coilSchema,
  declareValue,
  diffValue,
  observeValue,
  predictValue,
  restoreValue,
  type ValueDeclared,
  type ValueState,
  valueClaims,
  valueOperations,
  valueQueries,
  valueUndo,
} from './written-value/index.ts';

/** A coil of a Modbus device: one bit that can be written. */
export const coil = defineResource<ValueDeclared, ValueState>()({
  type: 'coil',
  channel: 'modbus',
  summary: 'A coil of a Modbus device: true or false.',
  identityDescription: 'Name of the coil in the device profile, or any name when the address stands below it.',
  schema: coilSchema,
  examples: [
    `- coil: remote_control
  address: 4
  value: true`,
    `- coil: start_self_test
  ref: "00012"
  value: true
  write: once
  always: true`,
  ],
  declare: (input) => declareValue('coil', input),
  claims: valueClaims,
  references: () => [],
  queries: valueQueries,
  observe: observeValue,
  diff: diffValue,
  operations: valueOperations,
  predict: predictValue,
  restore: restoreValue,
  undo: valueUndo,
});
