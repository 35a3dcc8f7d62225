import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { type EditorSchemaName, editorSchemaFile, editorSchemaText } from './editor-schemas.ts';
import type { SchemaSources } from './sources.ts';

export type SchemaWriting = {
  readonly names: readonly EditorSchemaName[];
  readonly directory: string;
  readonly sources: SchemaSources;
};

/** What was written, and why the rest was not. */
export type WrittenSchemas = { readonly paths: readonly string[]; readonly problems: readonly Diagnostic[] };

/** Writes schema files into a directory. They are generated, so older ones are replaced. */
export function writeSchemaFiles({ names, directory, sources }: SchemaWriting): WrittenSchemas {
  const paths: string[] = [];
  for (const name of names) {
    const path = join(directory, editorSchemaFile(name));
    const failure = replaceFile(path, directory, editorSchemaText(name, sources));
    if (failure !== undefined) {
      const detail = `${path} cannot be written: ${failure}.`;
      return { paths, problems: [errorDiagnostic('SP808', { detail })] };
    }
    paths.push(path);
  }
  return { paths, problems: [] };
}

/** An editor that reads at the same moment sees the old schema or the new one. */
function replaceFile(path: string, directory: string, text: string): string | undefined {
  try {
    mkdirSync(directory, { recursive: true });
    const fresh = `${path}.new`;
    writeFileSync(fresh, text);
    renameSync(fresh, path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
