import type { JsonObject } from '@setpoint/model';

const text = { type: 'string', minLength: 1 } as const;
const whole = { type: 'integer', minimum: 1 } as const;
const message = record({ text }, {});
const region = record({ startLine: whole }, { startColumn: whole, endLine: whole, endColumn: whole });
const physicalLocation = record(
  {
    artifactLocation: record({ uri: { type: 'string', pattern: "^(?:[A-Za-z0-9._~!'()*%/-]|file://)+$" } }, {}),
    region,
  },
  {},
);

/** What sections 3.13 to 3.58 of SARIF 2.1.0 say of the members that are written, and that there are no others. */
export const sarifSchema: JsonObject = record(
  { version: { const: '2.1.0' }, runs: { type: 'array', items: run() } },
  { $schema: { type: 'string' } },
);

function run(): JsonObject {
  const rule = record({ id: text }, { shortDescription: message, fullDescription: message, help: message });
  const driver = record({ name: text }, { version: text, rules: { type: 'array', items: rule } });
  const notification = record({ message }, { level: { enum: ['none', 'note', 'warning', 'error'] } });
  const invocation = record(
    { executionSuccessful: { type: 'boolean' } },
    { toolExecutionNotifications: { type: 'array', items: notification } },
  );
  return record(
    { tool: record({ driver }, {}) },
    {
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      invocations: { type: 'array', items: invocation },
      results: { type: 'array', items: result() },
    },
  );
}

function result(): JsonObject {
  const logical = record({}, { fullyQualifiedName: { type: 'string' }, kind: { type: 'string' } });
  const location = {
    id: { type: 'integer', minimum: 0 },
    physicalLocation,
    logicalLocations: { type: 'array', items: logical },
    message,
  };
  return record(
    // A result without a place is refused by GitHub.
    { message, locations: { type: 'array', minItems: 1, items: record({ physicalLocation }, location) } },
    {
      ruleId: text,
      ruleIndex: { type: 'integer', minimum: 0 },
      level: { enum: ['none', 'note', 'warning', 'error'] },
      relatedLocations: { type: 'array', items: record({}, location) },
      partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    },
  );
}

function record(required: JsonObject, optional: JsonObject): JsonObject {
  return {
    type: 'object',
    properties: { ...optional, ...required },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
