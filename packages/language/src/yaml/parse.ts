import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { type Document, isAlias, isDocument, parseAllDocuments } from 'yaml';
import { convertDocument } from './convert.ts';
import { decodeYaml } from './decode.ts';
import { createSourceText, type SourceText, spanBetween } from './source-text.ts';
import { explainSyntax } from './syntax.ts';
import type { YamlValue } from './value.ts';

/** The documents of a YAML file that could be read, and what is wrong with the others. */
export type ParsedYaml = {
  readonly source: SourceText;
  /** Empty documents and those with a syntax error are left out. */
  readonly documents: readonly YamlValue[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads the bytes of a YAML 1.2 file, which may hold several documents. */
export function parseYamlBytes(file: string, bytes: Uint8Array): ParsedYaml {
  const decoded = decodeYaml(file, bytes);
  if (decoded.kind === 'text') return parseYaml(decoded.source);
  return { source: createSourceText(file, ''), documents: [], diagnostics: [decoded.diagnostic] };
}

/**
 * Reads YAML 1.2 text. One cause gives one diagnostic: of a document that breaks the grammar only the first error is told, and
 * nothing of that document is used.
 */
export function parseYaml(source: SourceText): ParsedYaml {
  const diagnostics: Diagnostic[] = [];
  const documents = composeDocuments(source).flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      diagnostics.push(explainSyntax(source, error));
      return [];
    }
    if (document.contents === null) return [];
    if (isAlias(document.contents)) return [];
    return convertDocument(source, document, (diagnostic) => diagnostics.push(diagnostic)) ?? [];
  });
  if (documents.length === 0 && diagnostics.length === 0) {
    const detail = `The file ${source.file} holds no YAML value.`;
    diagnostics.push(
      errorDiagnostic('SP118', {
        detail,
        hint: 'Check the path, or remove the file.',
        span: spanBetween(source, 0, 0),
      }),
    );
  }
  return { source, documents, diagnostics };
}

/** The yaml package's own check for unique keys is quadratic, its anchors are resolved by us: both are switched off. */
function composeDocuments(source: SourceText): readonly Document[] {
  const documents = parseAllDocuments(source.text, {
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return Array.isArray(documents) ? documents.filter((document) => isDocument(document)) : [];
}
