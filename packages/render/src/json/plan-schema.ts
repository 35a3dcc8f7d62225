import { actionKinds, hazardKinds, type JsonObject, movers, planFormatVersion } from '@setpoint/model';

const text = { type: 'string' } as const;
const whole = { type: 'integer', minimum: 0 } as const;
const truth = { type: 'boolean' } as const;

/**
 * JSON Schema 2020-12 of the plan's JSON form. A new optional member keeps the version; anything else raises `formatVersion`,
 * and a reader refuses a version it does not know.
 */
export const planJsonSchema: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Setpoint plan',
  description: 'What would change on every node, exactly. It holds no clock, no random value and no secret.',
  ...record(
    {
      formatVersion: { const: planFormatVersion },
      limits: list(text),
      plays: list(ref('play')),
      totals: ref('totals'),
    },
    { violations: list(ref('diagnostic')), allowed: list(text) },
  ),
  $defs: {
    play: record({ name: text, nodes: list(ref('node')) }, { rollout: ref('rollout') }),
    rollout: record({}, { canary: whole, batch: { type: ['integer', 'string'] }, maxFailed: whole }),
    node: record({
      node: text,
      status: { enum: ['planned', 'incomplete', 'failed'] },
      changes: list(ref('change')),
      diagnostics: list(ref('diagnostic')),
    }),
    change: record(
      {
        address: text,
        action: { enum: Object.keys(actionKinds) },
        edits: list(ref('edit')),
        operations: list(ref('operation')),
        reasons: list(text),
        unknowns: list(ref('cause')),
      },
      { source: ref('span'), dependsOn: list(text), paths: list(text), confirmWithinMs: whole },
    ),
    edit: record(
      { path: text, before: ref('value'), after: ref('value') },
      {
        hunks: list(ref('hunk')),
        sensitive: { const: true },
        act: { const: true },
        replaces: { const: true },
        movedBy: { enum: Object.keys(movers) },
      },
    ),
    value: {
      oneOf: [
        record({ kind: { const: 'absent' } }),
        record({ kind: { const: 'value' }, value: {} }),
        record({ kind: { const: 'content' }, sizeBytes: whole, sha256: text }),
        record({ kind: { const: 'unknown' }, cause: ref('cause') }),
        record({ kind: { const: 'sensitive' }, digest: text }),
      ],
    },
    cause: {
      oneOf: [
        record({ kind: { const: 'after' }, address: text }),
        record({ kind: { enum: ['denied', 'unavailable', 'withheld'] }, what: text }),
      ],
    },
    hunk: record({ oldStart: whole, oldLines: whole, newStart: whole, newLines: whole, lines: list(text) }),
    operation: record({
      title: text,
      action: { type: 'object', required: ['kind'], properties: { kind: text } },
      timeoutMs: { type: 'number', minimum: 0 },
      hazards: list(record({ kind: { enum: Object.keys(hazardKinds) }, message: text })),
      repeatable: truth,
    }),
    diagnostic: record(
      { code: text, severity: { enum: ['error', 'warning'] }, detail: text },
      {
        hint: text,
        span: ref('span'),
        related: list(record({ span: ref('span'), label: text })),
        node: text,
        address: text,
      },
    ),
    span: record({ file: text, start: ref('position'), end: ref('position') }),
    position: record({ line: whole, column: whole, offset: whole }),
    totals: record({
      nodes: whole,
      failedNodes: whole,
      resources: whole,
      actions: record(countsOf(actionKinds)),
      operations: whole,
      hazards: record({}, countsOf(hazardKinds)),
    }),
  },
};

/** An object with exactly these members. */
function record(required: JsonObject, optional: JsonObject = {}): JsonObject {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

function list(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

function ref(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}

function countsOf(kinds: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.keys(kinds).map((kind) => [kind, whole]));
}
