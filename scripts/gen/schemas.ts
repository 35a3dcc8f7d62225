import { savedPlanSchema } from '../../packages/cli/src/saved-plan/schema.ts';
import { editorSchemaFile, editorSchemaNames, editorSchemaText } from '../../packages/cli/src/schema/editor-schemas.ts';
import type { SchemaSources } from '../../packages/cli/src/schema/sources.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The schemas that editors complete and check the files of a project with, and the one of saved plans. */
export function schemaFiles(sources: SchemaSources): readonly GeneratedFile[] {
  const editors = editorSchemaNames.map((name) => ({
    path: `schemas/${editorSchemaFile(name)}`,
    text: editorSchemaText(name, sources),
  }));
  return [
    ...editors,
    { path: 'schemas/saved-plan.schema.json', text: `${JSON.stringify(savedPlanSchema(), null, 2)}\n` },
  ];
}
