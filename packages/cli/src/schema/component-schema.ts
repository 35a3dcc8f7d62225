import type { JsonObject } from '@setpoint/model';
import { withDescription } from './editor-value.ts';
import { resourceDefinitions } from './resource-schema.ts';
import type { SchemaSources } from './sources.ts';

/** JSON Schema (draft-07) of a component file, for editors. */
export function componentSchema({ modules }: SchemaSources): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Setpoint component',
    description: 'A reusable list of resources with checked parameters; playbooks include it by `component: path`.',
    type: 'object',
    properties: {
      name: withDescription({ type: 'string' }, 'Name of the component, for its readers.'),
      description: withDescription({ type: 'string' }, 'What the component is for.'),
      parameters: withDescription(
        { type: ['object', 'null'], additionalProperties: parameter },
        'The parameters that `with:` gives, by name. One without a default is required.',
        ['parameters:\n  port: { type: integer, default: 8080 }'],
      ),
      resources: withDescription(
        { $ref: '#/definitions/resources' },
        'The resources, with `${{ parameter }}` in them.',
      ),
    },
    required: ['resources'],
    additionalProperties: false,
    definitions: resourceDefinitions(modules),
  };
}

const parameter: JsonObject = {
  type: ['object', 'null'],
  properties: {
    type: withDescription(
      { enum: ['string', 'integer', 'number', 'boolean', 'list', 'map', 'any'] },
      'The type that a value must have. Default: any.',
    ),
    required: withDescription({ type: 'boolean' }, 'Whether it must be given. Default: true without a default value.'),
    default: withDescription({}, 'The value when `with:` does not give one.'),
    description: withDescription({ type: 'string' }, 'What the parameter is for.'),
  },
  additionalProperties: false,
};
