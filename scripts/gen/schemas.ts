import { editorSchemaFile, editorSchemaNames, editorSchemaText } from '../../packages/cli/src/schema/editor-schemas.ts';
import type { SchemaSources } from '../../packages/cli/src/schema/sources.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The schemas that editors complete and check the files of a project with. */
export function schemaFiles(sources: SchemaSources): readonly GeneratedFile[] {
  return editorSchemaNames.map((name) => ({
    path: `schemas/${editorSchemaFile(name)}`,
    text: editorSchemaText(name, sources),
  }));
}
