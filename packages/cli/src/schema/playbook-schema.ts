import type { JsonObject } from '@setpoint/model';
import { withDescription } from './editor-value.ts';
import { confirmWithinProperty, sudoProperty, tagsProperty, variables } from './meta-properties.ts';
import { resourceDefinitions } from './resource-schema.ts';
import type { SchemaSources } from './sources.ts';

/** JSON Schema (draft-07) of one play, which is one document of a playbook, for editors. */
export function playbookSchema({ modules }: SchemaSources): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Setpoint play',
    description: 'Binds a selection of nodes to a list of resources. A playbook holds plays, separated by ---.',
    type: 'object',
    properties: {
      name: withDescription(
        { type: 'string' },
        'Name of the play in plans and reports. Default: the name of the file.',
      ),
      nodes: withDescription(
        { type: ['string', 'array'], minLength: 1, minItems: 1, items: { type: 'string', minLength: 1 } },
        'The nodes of the play: names, groups and globs. `,` adds, `&` keeps what is in both, `!` takes away.',
        ['nodes: web', 'nodes: "web & eu, !web3"', 'nodes: all'],
      ),
      vars: withDescription(variables, 'Variables of this play; they win over those of groups and nodes.'),
      rollout,
      resources: withDescription(
        { $ref: '#/definitions/resources' },
        'What must be true on each node, in the order in which it is made true.',
        modules.slice(0, 1).map((module) => module.examples[0] ?? ''),
      ),
      tags: tagsProperty,
      sudo: sudoProperty,
      confirm_within: confirmWithinProperty,
    },
    required: ['nodes', 'resources'],
    additionalProperties: false,
    definitions: resourceDefinitions(modules),
  };
}

const rollout: JsonObject = withDescription(
  {
    type: 'object',
    properties: {
      canary: withDescription(
        { type: 'integer', minimum: 1 },
        'Nodes that go first; only when all of them held go the others.',
      ),
      batch: withDescription(
        { type: ['integer', 'string'], minimum: 1, pattern: '^(?:[1-9]|[1-9][0-9]|100)%$' },
        'Nodes at a time: a number, or a share such as 25%.',
      ),
      max_failed: withDescription(
        { type: 'integer', minimum: 0 },
        'Failed nodes that are tolerated before no further batch starts.',
      ),
    },
    additionalProperties: false,
  },
  'How the play spreads over its nodes. Default: all at once.',
  ['rollout: { canary: 1, batch: 25%, max_failed: 2 }'],
);
