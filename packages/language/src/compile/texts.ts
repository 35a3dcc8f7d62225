import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import {
  type Diagnostic,
  errorDiagnostic,
  isJsonArray,
  type Json,
  type ProjectTree,
  type PropertySchema,
  type SourceSpan,
  type TextFile,
} from '@setpoint/model';
import type { Evaluated, Scope } from '../expression/scope.ts';
import { isVaulted, vaulted } from '../project/ansible-vault.ts';
import { confinePath, leaves } from '../project/confine.ts';
import { filesMatching, isGlob, nearMiss } from '../project/glob.ts';
import { maxFileBytes } from '../yaml/limits.ts';
import { spanOf, type YamlEntry, type YamlValue } from '../yaml/value.ts';
import type { CompileRun } from './run.ts';

/** The files and directories that a resource names, by property; `key` is equal for equal contents. */
export type Texts = {
  readonly byProperty: Readonly<Record<string, readonly TextFile[]>>;
  readonly trees?: Readonly<Record<string, ProjectTree>>;
  readonly key: string;
};

export type TextsRequest = {
  readonly run: CompileRun;
  readonly schema: PropertySchema;
  readonly entries: readonly YamlEntry[];
  readonly values: ReadonlyMap<string, Evaluated>;
  readonly scope: Scope;
  readonly directory: string;
};

/**
 * Reads the files that the properties marked `x-files` name: items in the order in which they are written, those of one glob
 * sorted, no file twice. Undefined after a problem, which is reported; `none` where no property is marked or given.
 */
export function readTexts(request: TextsRequest): Texts | 'none' | undefined {
  const marked = request.entries.filter(({ key }) => request.schema.properties?.[key]?.['x-files'] === true);
  if (marked.length === 0) return 'none';
  const hash = createHash('sha256');
  const byProperty: Record<string, readonly TextFile[]> = {};
  let isSound = true;
  for (const entry of marked) {
    const files = readListed(request, entry);
    if (files === undefined) isSound = false;
    else byProperty[entry.key] = files;
    for (const { path, text } of files ?? []) hash.update(`${entry.key}\0${path}\0${text.length}\0${text}`);
  }
  return isSound ? { byProperty, key: hash.digest('hex') } : undefined;
}

/** The files that one property lists; undefined after a problem, which is reported. */
export function readListed(
  request: Omit<TextsRequest, 'schema' | 'entries'>,
  entry: YamlEntry,
): readonly TextFile[] | undefined {
  const evaluated = request.values.get(entry.key);
  // A path that holds a secret is refused elsewhere and must not be quoted here.
  if (evaluated?.taint !== undefined) return undefined;
  const value: Json = evaluated?.value ?? [];
  const items = isJsonArray(value) ? value : [value];
  const found = new Map<string, TextFile>();
  let isSound = true;
  items.forEach((item, index) => {
    const span = spanOf(itemAt(entry.value, index));
    const files = typeof item === 'string' ? readItem(request, item, span) : [];
    if (files === undefined) isSound = false;
    for (const file of files ?? []) if (!found.has(file.path)) found.set(file.path, file);
  });
  return isSound ? [...found.values()] : undefined;
}

function itemAt(value: YamlValue, index: number): YamlValue {
  return value.kind === 'list' ? (value.items[index] ?? value) : value;
}

function readItem(
  { run, scope, directory }: Omit<TextsRequest, 'schema' | 'entries'>,
  written: string,
  span: SourceSpan,
): readonly TextFile[] | undefined {
  const { files } = run;
  const refuse = (diagnostic: Diagnostic): undefined => {
    scope.report(diagnostic);
    return undefined;
  };
  const joined = posix.isAbsolute(written) ? written : posix.normalize(posix.join(directory, written));
  // Patterns are walked from the directory of the project downwards.
  if (isGlob(written) && /^(?:\/|\.\.\/)/.test(joined)) return refuse(leaves(written, span).diagnostic);
  const paths = isGlob(written) ? filesMatching(files, joined) : [joined];
  if (paths.length === 0) {
    const hint = nearMiss(files, joined) ?? 'Check the pattern; it is relative to the file that names it.';
    return refuse(errorDiagnostic('SP225', { detail: `No file fits \`${written}\`.`, hint, span }));
  }
  if (paths.length > maxFiles) {
    const detail = `${paths.length} files fit \`${written}\`; the limit is ${maxFiles}.`;
    return refuse(errorDiagnostic('SP226', { detail, hint: 'Name fewer files.', span }));
  }
  const read: TextFile[] = [];
  for (const path of paths) {
    const confined = confinePath({ files, directory: '', path, span });
    if (confined.kind === 'refused') return refuse(confined.diagnostic);
    const text = textAt(run, confined.path, confined.status.sizeBytes);
    if (typeof text !== 'string') return refuse(unreadable(confined.path, text.why, span));
    if (isVaulted(text)) return refuse(vaulted(confined.path, span));
    read.push({ path: confined.path, text });
  }
  return read;
}

const maxFiles = 10_000;

type Unreadable = { readonly why: 'size' | 'encoding' | 'nul' | 'gone' };

const knownTexts = new WeakMap<CompileRun, Map<string, string | Unreadable>>();

/** Files are read once per run, however many nodes they are for. */
function textAt(run: CompileRun, path: string, sizeBytes: number): string | Unreadable {
  const known = knownTexts.get(run) ?? new Map<string, string | Unreadable>();
  knownTexts.set(run, known);
  const text = known.get(path) ?? readText(run, path, sizeBytes);
  known.set(path, text);
  return text;
}

function readText(run: CompileRun, path: string, sizeBytes: number): string | Unreadable {
  if (sizeBytes > maxFileBytes) return { why: 'size' };
  const bytes = run.files.read(path);
  if (bytes === undefined) return { why: 'gone' };
  if (bytes.includes(0)) return { why: 'nul' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { why: 'encoding' };
  }
}

function unreadable(path: string, why: Unreadable['why'], span: SourceSpan): Diagnostic {
  switch (why) {
    case 'gone':
      return errorDiagnostic('SP801', { detail: `The file ${path} cannot be read.`, hint: 'Check its rights.', span });
    case 'size':
      return errorDiagnostic('SP226', {
        detail: `The file ${path} is larger than 10 MiB.`,
        hint: 'Split the file.',
        span,
      });
    case 'nul':
      return errorDiagnostic('SP226', {
        detail: `The file ${path} holds NUL bytes, which no text has.`,
        hint: 'Name text files only.',
        span,
      });
    case 'encoding':
      return errorDiagnostic('SP226', {
        detail: `The file ${path} holds bytes that are not UTF-8.`,
        hint: 'Save the file as UTF-8.',
        span,
      });
    default:
      return why satisfies never;
  }
}
