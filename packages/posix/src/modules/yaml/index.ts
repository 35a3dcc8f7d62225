import type { Json } from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { declareValue, type ValuePart, valueProperties } from '../../text-edits/values/value-part.ts';
import { editYaml } from './edit.ts';

/** A value of a YAML file as declared. */
export type YamlPart = ValuePart & {
  /** Keys and values that tell the document from others of the file; null: it has one document. */
  readonly having: Json | null;
};

const yamlSchema = Type.Object(
  {
    document_with: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description:
          'Keys and values, at any depth, that one document has of a file which holds several, such as `kind: Service`.',
        minProperties: 1,
      }),
    ),
    ...valueProperties,
  },
  { additionalProperties: false },
);

/** One value of a YAML file. */
export const yaml = defineTextEdit<YamlPart>()({
  type: 'yaml',
  summary: 'A value in a YAML file; the rest keeps its order, quotes, indentation and comments.',
  schema: yamlSchema,
  examples: [
    `- yaml: /etc/prometheus/prometheus.yml
  at: global.scrape_interval
  value: 30s`,
    `- yaml: /etc/prometheus/prometheus.yml#node job
  at: scrape_configs[job_name=node].static_configs[0].targets
  item: web3:9100`,
    `- yaml: /etc/kubernetes/addons/web.yaml
  document_with: { kind: Deployment, metadata: { name: web } }
  at: spec.replicas
  value: 3`,
    `- yaml: /etc/app.yaml#debug
  at: debug
  state: absent`,
  ],
  declarePart: ({ document_with: having, ...properties }) => {
    const { part, problems } = declareValue(properties);
    return { part: { ...part, having: (having ?? null) as Json | null }, problems };
  },
  edit: editYaml,
});
