import { Type } from '@setpoint/sdk';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { declareValue, type ValuePart, valueProperties } from '../../text-edits/values/value-part.ts';
import { editYaml } from './edit.ts';

/** One value of a YAML file. */
export const yaml = defineTextEdit<ValuePart>()({
  type: 'yaml',
  summary: 'A value in a YAML file; the rest keeps its order, quotes, indentation and comments.',
  schema: Type.Object(valueProperties, { additionalProperties: false }),
  examples: [
    `- yaml: /etc/prometheus/prometheus.yml
  at: global.scrape_interval
  value: 30s`,
    `- yaml: /etc/prometheus/prometheus.yml#node job
  at: scrape_configs[job_name=node].static_configs[0].targets
  item: web3:9100`,
    `- yaml: /etc/app.yaml#debug
  at: debug
  state: absent`,
  ],
  declarePart: declareValue,
  edit: editYaml,
});
