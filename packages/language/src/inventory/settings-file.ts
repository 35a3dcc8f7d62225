import {
  type DeclarationProblem,
  errorDiagnostic,
  type JsonObject,
  type SettingsFile,
  type SourceSpan,
} from '@setpoint/model';
import type { Gather } from '../diagnostics/gather.ts';
import { confinePath } from '../project/confine.ts';
import type { FileReader } from '../project/file-reader.ts';
import { checkWritten } from '../validate/check.ts';
import { applySourceText } from '../validate/source-text.ts';
import type { PropertyValidator } from '../validate/validator.ts';
import { parseYamlBytes } from '../yaml/parse.ts';
import {
  describeValue,
  jsonOf,
  keySpan,
  objectOf,
  spanOf,
  type YamlEntry,
  type YamlMap,
  type YamlValue,
} from '../yaml/value.ts';

/** One file of a setting, and what it is checked with. */
export type SettingsFileRequest = {
  readonly path: string;
  /** Where the setting stands. */
  readonly span: SourceSpan;
  readonly schemaId: string;
  readonly file: SettingsFile;
};

/** Loads the files that settings name, each once for all nodes that name it; undefined after a problem, which is reported. */
export type SettingsFileLoader = (request: SettingsFileRequest) => JsonObject | undefined;

type Ports = { readonly files: FileReader; readonly validate: PropertyValidator; readonly gather: Gather };

/** Makes a loader for one run. */
export function createSettingsFileLoader(ports: Ports): SettingsFileLoader {
  const loaded = new Map<string, JsonObject | undefined>();
  return (request) => {
    const key = `${request.schemaId} ${request.path}`;
    if (!loaded.has(key)) loaded.set(key, load(request, ports));
    return loaded.get(key);
  };
}

function load(request: SettingsFileRequest, { files, validate, gather }: Ports): JsonObject | undefined {
  const { file, span } = request;
  const confined = confinePath({ files, directory: '', path: request.path, span });
  if (confined.kind === 'refused') {
    gather.report(confined.diagnostic);
    return undefined;
  }
  const bytes = files.read(confined.path);
  if (bytes === undefined) {
    gather.report(errorDiagnostic('SP417', { detail: `The ${file.what} ${confined.path} cannot be read.`, span }));
    return undefined;
  }
  const yaml = parseYamlBytes(confined.path, bytes);
  for (const diagnostic of yaml.diagnostics) gather.report(diagnostic);
  const [document, second] = yaml.documents;
  if (document === undefined) return undefined;
  const odd = second ?? (document.kind === 'map' ? undefined : document);
  if (odd !== undefined || document.kind !== 'map') {
    const what = second === undefined ? `is a map, but here stands ${describeValue(document)}` : 'holds one document';
    gather.report(errorDiagnostic('SP417', { detail: `A ${file.what} ${what}.`, span: spanOf(odd ?? document) }));
    return undefined;
  }
  const { schema } = file;
  const found = checkWritten({
    validate,
    schemaId: request.schemaId,
    schema,
    properties: document,
    owner: `the ${file.what}`,
  });
  for (const diagnostic of found) gather.report(diagnostic);
  if (found.length > 0 || document.isPartial === true) return undefined;
  const content = contentOf(document, file);
  const problems = file.check(content);
  for (const problem of problems) gather.report(place(document, problem));
  return problems.length > 0 ? undefined : content;
}

function contentOf(document: YamlMap, { schema }: SettingsFile): JsonObject {
  return objectOf(
    document.entries.map((entry) => [
      entry.key,
      applySourceText(jsonOf(entry.value), entry.value, schema.properties?.[entry.key]),
    ]),
  );
}

/** The place of a problem: as far down its path as the file goes. */
function place(document: YamlMap, { property, detail, hint }: DeclarationProblem) {
  let value: YamlValue = document;
  let span = spanOf(document);
  for (const step of property.split('.').filter((name) => name !== '')) {
    if (value.kind === 'list') {
      const item: YamlValue | undefined = value.items[Number(step)];
      if (item === undefined) break;
      value = item;
      span = spanOf(item);
      continue;
    }
    const entry: YamlEntry | undefined =
      value.kind === 'map' ? value.entries.find(({ key }) => key === step) : undefined;
    if (entry === undefined) break;
    value = entry.value;
    span = value.kind === 'scalar' ? spanOf(value) : keySpan(entry);
  }
  return errorDiagnostic('SP418', { detail, span, ...(hint === undefined ? {} : { hint }) });
}
