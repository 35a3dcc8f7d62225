import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  savedPlanFormat,
  savedPlanVersion,
} from '@setpoint/model';
import { planJsonSchema } from '@setpoint/render';

/** The id of the compiled schema of saved plans. */
export const savedPlanSchemaId = 'saved-plan';

/**
 * JSON Schema 2020-12 of a saved plan without digest and signature. It lets members pass that it does not know: those of a newer
 * minor version.
 */
export function savedPlanMembersSchema(): JsonObject {
  const { $defs, $schema: _, title: __, description: ___, ...plan } = planJsonSchema;
  return {
    type: 'object',
    properties: {
      format: { const: savedPlanFormat },
      version: { type: 'string', pattern: `^${savedPlanVersion.major}\\.\\d{1,9}$` },
      createdAt: { type: 'string', description: 'When it was made, ISO 8601 in UTC.' },
      program: { type: 'string', description: 'Version of the program that made it.' },
      origin: { oneOf: [playbooksOrigin, rollbackOrigin] },
      inputs: { type: 'array', items: input },
      keyId: { type: 'string', description: 'Identifies the key that digests of secrets are made with.' },
      nodes: { type: 'array', items: nodeIdentity },
      plan: withOpenMembers(plan),
    },
    required: ['format', 'version', 'createdAt', 'program', 'origin', 'inputs', 'nodes', 'plan'],
    $defs: withOpenMembers(isJsonObject($defs) ? $defs : {}),
  };
}

/** JSON Schema 2020-12 of the file of a saved plan. */
export function savedPlanSchema(): JsonObject {
  const { properties, required, ...rest } = savedPlanMembersSchema();
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Setpoint saved plan',
    description:
      'A plan in a file. It ends with the SHA-256 of its own text before it and, when it was signed, a signature of that digest. It holds no secret.',
    ...rest,
    properties: {
      ...(isJsonObject(properties) ? properties : {}),
      digest: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
      signature: {
        type: 'object',
        description: 'An Ed25519 signature of the text `setpoint plan ` and the digest.',
        properties: {
          keyId: { type: 'string', description: 'The public key, Base64 of its 32 bytes.' },
          ed25519: { type: 'string', description: 'The signature, Base64 of its 64 bytes.' },
        },
        required: ['keyId', 'ed25519'],
      },
    },
    required: [...(isJsonArray(required) ? required : []), 'digest'],
  };
}

const text: JsonObject = { type: 'string' };
const texts: JsonObject = { type: 'array', items: text };

const variable: JsonObject = {
  oneOf: [
    {
      type: 'object',
      properties: { kind: { const: 'given' }, argument: text },
      required: ['kind', 'argument'],
    },
    {
      type: 'object',
      properties: { kind: { const: 'withheld' }, name: text, keyed: text },
      required: ['kind', 'name', 'keyed'],
    },
  ],
};

const playbooksOrigin: JsonObject = {
  type: 'object',
  properties: {
    kind: { const: 'playbooks' },
    playbooks: texts,
    inventory: text,
    limit: text,
    tags: texts,
    vars: { type: 'array', items: variable },
  },
  required: ['kind', 'playbooks', 'vars'],
};

const rollbackOrigin: JsonObject = {
  type: 'object',
  properties: {
    kind: { const: 'rollback' },
    run: { type: 'string', pattern: '^[0-9A-Za-z-]{1,64}$' },
    limit: text,
    inventory: text,
  },
  required: ['kind', 'run'],
};

const input: JsonObject = {
  type: 'object',
  properties: { kind: { enum: ['file', 'program'] }, name: text, sha256: text, keyed: text },
  required: ['kind', 'name'],
};

const nodeIdentity: JsonObject = {
  type: 'object',
  properties: { node: text, marks: { type: 'object', additionalProperties: text } },
  required: ['node', 'marks'],
};

/** The schema without its ban on members that it does not name. */
function withOpenMembers(schema: Json): Json {
  if (isJsonArray(schema)) return schema.map(withOpenMembers);
  if (!isJsonObject(schema)) return schema;
  const members = Object.entries(schema).filter(([name, value]) => name !== 'additionalProperties' || value !== false);
  return Object.fromEntries(members.map(([name, value]) => [name, withOpenMembers(value)]));
}
