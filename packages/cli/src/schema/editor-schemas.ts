import type { JsonObject } from '@setpoint/model';
import { componentSchema } from './component-schema.ts';
import { inventorySchema } from './inventory-schema.ts';
import { playbookSchema } from './playbook-schema.ts';
import { profileSchema } from './profile-schema.ts';
import { setpointSchema } from './setpoint-schema.ts';
import type { SchemaSources } from './sources.ts';

/** The kinds of files that editors have a schema for, each with how the schema is made. */
export const editorSchemas = {
  playbook: playbookSchema,
  inventory: inventorySchema,
  setpoint: setpointSchema,
  component: componentSchema,
  profile: profileSchema,
} as const satisfies Record<string, (sources: SchemaSources) => JsonObject>;

export type EditorSchemaName = keyof typeof editorSchemas;

export const editorSchemaNames = Object.keys(editorSchemas) as readonly EditorSchemaName[];

/** The name of the file that a schema is kept in. */
export function editorSchemaFile(name: EditorSchemaName): string {
  return `${name}.schema.json`;
}

/** The text of a schema file; the same on every machine. */
export function editorSchemaText(name: EditorSchemaName, sources: SchemaSources): string {
  return `${JSON.stringify(editorSchemas[name](sources), null, 2)}\n`;
}
