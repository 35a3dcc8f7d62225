import type { JsonObject } from '@setpoint/model';
import { withDescription } from './editor-value.ts';
import { policySchema } from './policy-schema.ts';

/** JSON Schema (draft-07) of setpoint.yaml, for editors. */
export function setpointSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Setpoint project',
    description: 'The configuration of a project. The directory that holds it is the project.',
    type: 'object',
    properties: {
      inventory: withDescription(
        { type: 'string', minLength: 1 },
        'Path of the inventory: a YAML file, a program that is run and prints one, or a directory of both.',
        ['inventory: inventory.yaml'],
      ),
      secrets: withDescription(
        { type: ['object', 'null'], additionalProperties: secret },
        "Where each secret comes from; expressions read it by secret('name'). The value itself never stands in the project.",
        ['secrets:\n  db_password: { env: DB_PASSWORD }\n  api_token: { file: secrets/api-token }'],
      ),
      defaults,
      policy: policySchema,
      plans,
    },
    additionalProperties: false,
  };
}

const secret: JsonObject = {
  type: 'object',
  properties: {
    env: withDescription({ type: 'string', minLength: 1 }, 'Environment variable that holds the secret.'),
    file: withDescription(
      { type: 'string', minLength: 1 },
      'File that holds the secret; only its owner may be able to read it (chmod 600).',
    ),
  },
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
};

const defaults: JsonObject = withDescription(
  {
    type: ['object', 'null'],
    properties: {
      concurrency: withDescription({ type: 'integer', minimum: 1 }, 'Nodes worked on at the same time. Default: 50.'),
    },
    additionalProperties: false,
  },
  'Settings of runs, which options of the command line override.',
);

const plans: JsonObject = withDescription(
  {
    type: ['object', 'null'],
    properties: {
      max_age: withDescription(
        { type: 'string', pattern: '^[1-9][0-9]{0,5}[mhd]$' },
        'How old a saved plan may be that is applied, such as 90m, 12h or 3d. Default: 24h.',
      ),
      require_signature: withDescription(
        { type: 'boolean' },
        'Only saved plans are applied that one of the trusted keys signed.',
      ),
      trusted_keys: withDescription(
        { type: 'array', items: { type: 'string', minLength: 1 } },
        'Files of public Ed25519 keys, as `setpoint sign --new-key` makes them.',
      ),
    },
    additionalProperties: false,
  },
  'What is demanded of saved plans before they are applied.',
  ['plans: { max_age: 12h, require_signature: true, trusted_keys: [keys/release.pub] }'],
);
