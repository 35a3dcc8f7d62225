import { isJsonObject, type JsonObject } from '@setpoint/model';
import { withDescription, writtenProperties } from './editor-value.ts';
import { variables } from './meta-properties.ts';
import type { SchemaSources } from './sources.ts';

/** JSON Schema (draft-07) of an inventory file, for editors. */
export function inventorySchema({ drivers }: SchemaSources): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Setpoint inventory',
    description: 'The nodes, their groups and variables, and how they are reached.',
    type: 'object',
    properties: {
      nodes: withDescription(
        { type: ['object', 'null'], additionalProperties: { $ref: '#/definitions/node' } },
        'The nodes by name. `web[1:3]` stands for web1, web2 and web3. Without a driver a node is reached by ssh, its name being the address.',
        ['nodes:\n  web[1:3].example.com: {}\n  here: { local: {} }'],
      ),
      groups: withDescription(
        { type: ['object', 'null'], additionalProperties: { $ref: '#/definitions/group' } },
        'Groups of nodes, with what their nodes have in common.',
        ['groups:\n  web: { nodes: [web*], vars: { http_port: 8080 } }'],
      ),
    },
    additionalProperties: false,
    definitions: { ...driverDefinitions(drivers), node: nodeSchema(drivers), group: groupSchema(drivers) },
  };
}

function nodeSchema(drivers: SchemaSources['drivers']): JsonObject {
  return {
    type: ['object', 'null'],
    properties: { ...driverKeys(drivers), vars: withDescription(variables, 'Variables of this node.') },
    additionalProperties: false,
  };
}

function groupSchema(drivers: SchemaSources['drivers']): JsonObject {
  const names: JsonObject = { type: ['string', 'array', 'null'], items: { type: 'string', minLength: 1 } };
  return {
    type: ['object', 'null'],
    properties: {
      nodes: withDescription(names, 'Names, globs and ranges of the nodes in the group.'),
      groups: withDescription(names, 'Groups whose nodes are in this group too.'),
      children: withDescription(names, 'The same as `groups`.'),
      ...driverKeys(drivers),
      vars: withDescription(variables, 'Variables of the nodes in the group.'),
    },
    additionalProperties: false,
  };
}

function driverKeys(drivers: SchemaSources['drivers']): JsonObject {
  return Object.fromEntries(Object.keys(drivers).map((name) => [name, { $ref: `#/definitions/driver-${name}` }]));
}

/** Settings are merged over groups and the node, so nothing is required where one level stands alone. */
function driverDefinitions(drivers: SchemaSources['drivers']): JsonObject {
  return Object.fromEntries(
    Object.entries(drivers).map(
      ([
        name,
        {
          schema: { properties, description },
        },
      ]) => [
        `driver-${name}`,
        withDescription(
          {
            type: ['object', 'null'],
            properties: isJsonObject(properties) ? writtenProperties(properties) : {},
            additionalProperties: false,
          },
          typeof description === 'string' ? description : '',
        ),
      ],
    ),
  );
}
