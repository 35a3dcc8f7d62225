import { invariant, isJsonObject, type JsonObject } from '@setpoint/model';
import { writtenProperties } from './editor-value.ts';
import type { SchemaSources } from './sources.ts';

/** JSON Schema (draft-07) of a device profile, the register map of a Modbus device, for editors. */
export function profileSchema({ drivers }: SchemaSources): JsonObject {
  const schema = drivers['modbus']?.files?.['profile']?.schema;
  invariant(schema, 'The driver modbus has no profile');
  const { properties, required = [] } = schema;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Setpoint device profile',
    description: 'What a Modbus device holds where, how its values are stored, and what it takes at once.',
    type: 'object',
    properties: isJsonObject(properties) ? writtenProperties(properties) : {},
    required,
    additionalProperties: false,
  };
}
