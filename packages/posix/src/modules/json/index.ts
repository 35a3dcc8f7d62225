import { Type } from '@setpoint/sdk';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { declareValue, type ValuePart, valueProperties } from '../../text-edits/values/value-part.ts';
import { editJson } from './edit.ts';

/** One value of a JSON file. */
export const json = defineTextEdit<ValuePart>()({
  type: 'json',
  summary: 'A value in a JSON file; the rest keeps its order, indentation and comments.',
  schema: Type.Object(valueProperties, { additionalProperties: false }),
  examples: [
    `- json: /etc/docker/daemon.json#logs
  at: log-opts.max-size
  value: 10m
  create: true`,
    `- json: /etc/app/config.json
  at: servers[name=db1].port
  value: 5432`,
    `- json: /etc/docker/daemon.json#registry
  at: insecure-registries
  item: registry.example.com:5000`,
  ],
  declarePart: declareValue,
  edit: editJson,
});
