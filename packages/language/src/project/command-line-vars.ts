import { errorDiagnostic } from '@setpoint/model';
import type { Report } from '../diagnostics/shape.ts';
import { parseYaml, parseYamlBytes } from '../yaml/parse.ts';
import { createSourceText } from '../yaml/source-text.ts';
import type { YamlEntry, YamlScalar } from '../yaml/value.ts';
import type { FileReader } from './file-reader.ts';

/** One `--var`: a name with the text of its value, or a file of variables. */
export type VarArgument =
  | { readonly name: string; readonly value: string }
  /** `--var @file.yaml`. */
  | { readonly file: string };

/**
 * Reads the arguments of `--var`, later ones win. Values are read as YAML scalars, lists or maps, so `--var port=80` is a number and
 * `--var 'port="80"'` a text; expressions in them are evaluated like those of a file.
 */
export function readVarArguments(
  vars: readonly VarArgument[],
  files: FileReader,
  report: Report,
): readonly YamlEntry[] {
  const entries = vars.flatMap((argument) =>
    'file' in argument ? readFile(argument.file, files, report) : readValue(argument, report),
  );
  return [...new Map(entries.map((entry) => [entry.key, entry])).values()];
}

function readValue(
  { name, value }: { readonly name: string; readonly value: string },
  report: Report,
): readonly YamlEntry[] {
  const file = `--var ${name}`;
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    report(
      errorDiagnostic('SP414', {
        detail: `\`${name}\` is no variable name.`,
        hint: 'Use letters, digits and underscores.',
      }),
    );
    return [];
  }
  const source = createSourceText(file, value);
  const keyAt: YamlScalar = { kind: 'scalar', value: name, style: 'plain', source, start: 0, end: 0 };
  if (value.trim() === '') return [{ key: name, keyAt, value: { ...keyAt, value: '' } }];
  const { documents, diagnostics } = parseYaml(source);
  for (const diagnostic of diagnostics) report(diagnostic);
  const [document] = documents;
  return document === undefined ? [] : [{ key: name, keyAt, value: document }];
}

function readFile(file: string, files: FileReader, report: Report): readonly YamlEntry[] {
  const bytes = files.read(file);
  if (bytes === undefined) {
    report(errorDiagnostic('SP801', { detail: `The file of variables ${file} cannot be read.` }));
    return [];
  }
  const { documents, diagnostics } = parseYamlBytes(file, bytes);
  for (const diagnostic of diagnostics) report(diagnostic);
  const [document] = documents;
  if (document === undefined) return [];
  if (document.kind === 'map') return document.entries;
  report(errorDiagnostic('SP414', { detail: `The file of variables ${file} must hold a map.` }));
  return [];
}
