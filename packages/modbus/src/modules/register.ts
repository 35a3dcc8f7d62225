import { defineResource } from '@setpoint/sdk';
import {
  declareValue,
  diffValue,
  observeValue,
  predictValue,
  registerSchema,
  restoreValue,
  type ValueDeclared,
  type ValueState,
  valueClaims,
  valueOperations,
  valueQueries,
  valueUndo,
} from './written-value/index.ts';

/** A value in holding registers of a Modbus device: a number, bits, a text, an enum. */
export const register = defineResource<ValueDeclared, ValueState>()({
  type: 'register',
  channel: 'modbus',
  summary: 'A value in the holding registers of a Modbus device, in engineering units.',
  identityDescription: 'Name of the register in the device profile, or any name when the address stands below it.',
  schema: registerSchema,
  examples: [
    `- register: speed_setpoint
  table: holding
  address: 107
  value: 1450
  tolerance: 5`,
    `- register: ramp_time
  ref: "40212"
  type: uint16
  scale: 0.1
  unit: s
  value: 7.5
  max_step: 10`,
    `- register: clear_alarms
  table: holding
  address: 20
  value: 1
  write: once
  always: true`,
  ],
  declare: (input) => declareValue('register', input),
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
