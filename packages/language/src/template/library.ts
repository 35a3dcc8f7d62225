import { posix } from 'node:path';
import { type Diagnostic, errorDiagnostic, type SourceSpan } from '@setpoint/model';
import type { Engine } from '../expression/engine.ts';
import { isVaulted, vaulted } from '../project/ansible-vault.ts';
import { confinePath } from '../project/confine.ts';
import type { FileReader } from '../project/file-reader.ts';
import { maxFileBytes } from '../yaml/limits.ts';
import { createSourceText, type SourceText, spanBetween } from '../yaml/source-text.ts';
import { includesOf, mayBeMissing, templateNames } from './names.ts';

/** A template with everything it includes, ready to render. */
export type LoadedTemplate =
  | { readonly kind: 'template'; readonly source: SourceText; readonly names: readonly string[] }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

/** The template files of a project, read once. */
export type TemplateLibrary = {
  /** Loads the template at a project path and makes what it includes known to the engine. */
  readonly load: (path: string, span: SourceSpan) => LoadedTemplate;
  /** The source of an included template by the name the engine knows; undefined for the one that is rendered. */
  readonly sourceOf: (name: string | undefined) => SourceText | undefined;
  /** How far the first line of an included template is moved for the engine. */
  readonly prefixLengthOf: (name: string | undefined) => number;
};

type Included = { readonly name: string; readonly source: SourceText };

/**
 * Makes the library. Names in include, import and extends are relative to the directory of the template that the playbook names,
 * and must be literal; nothing outside of the project can be reached.
 */
export function createTemplateLibrary(files: FileReader, engine: Engine): TemplateLibrary {
  const loaded = new Map<string, LoadedTemplate>();
  const closures = new Map<string, readonly Included[]>();
  const registered = new Map<string, SourceText>();
  const register = ({ name, source }: Included): void => {
    if (registered.get(name) === source) return;
    registered.set(name, source);
    engine.addTemplate(name, isEscaped(name) ? prefix + source.text + suffix : source.text);
  };
  return {
    load: (path, span) => {
      const known = loaded.get(path) ?? loadTemplate(files, path, { span, closures });
      loaded.set(path, known);
      for (const included of closures.get(path) ?? []) register(included);
      return known;
    },
    sourceOf: (name) => (name === undefined ? undefined : registered.get(name)),
    prefixLengthOf: (name) => (name !== undefined && registered.has(name) && isEscaped(name) ? prefix.length : 0),
  };
}

/**
 * minijinja chooses its escaping by the extension of a template's name and would put JSON quotes around every value in a file
 * named `app.yaml.j2`. Configuration files are written as they are, so escaping is switched off inside of such templates. The
 * empty expression keeps a first empty line from being trimmed with the tag before it.
 */
const prefix = '{% autoescape false %}{{ "" }}';
const suffix = '{% endautoescape %}';

function isEscaped(name: string): boolean {
  return /\.(?:html|htm|xml|json|json5|js|yaml|yml)(?:\.j2|\.jinja2?)?$/.test(name);
}

function loadTemplate(
  files: FileReader,
  path: string,
  { span, closures }: { readonly span: SourceSpan; readonly closures: Map<string, readonly Included[]> },
): LoadedTemplate {
  const root = readTemplate(files, { directory: '', path, span });
  if (root.kind === 'refused') return root;
  const closure = new Map<string, Included>();
  const open = [root.source];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    for (const include of includesOf(source.text)) {
      if (closure.has(include.name)) continue;
      const at = spanBetween(source, include.offset, include.offset + include.name.length + 2);
      const found = readTemplate(files, { directory: posix.dirname(path), path: include.name, span: at });
      if (found.kind === 'refused' && found.diagnostic.code === 'SP801' && mayBeMissing(source.text, include)) continue;
      if (found.kind === 'refused') return found;
      closure.set(include.name, { name: include.name, source: found.source });
      open.push(found.source);
    }
  }
  const included = [...closure.values()];
  closures.set(path, included);
  const names = [root.source, ...included.map(({ source }) => source)].flatMap(({ text }) => templateNames(text));
  return { kind: 'template', source: root.source, names: [...new Set(names)] };
}

type ReadTemplate =
  | { readonly kind: 'text'; readonly source: SourceText }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

function readTemplate(
  files: FileReader,
  { directory, path, span }: { readonly directory: string; readonly path: string; readonly span: SourceSpan },
): ReadTemplate {
  const confined = confinePath({ files, directory, path, span });
  if (confined.kind === 'refused') return confined;
  const refuse = (detail: string): ReadTemplate => ({
    kind: 'refused',
    diagnostic: errorDiagnostic('SP311', { detail, span }),
  });
  if (confined.status.sizeBytes > maxFileBytes) return refuse(`The template ${confined.path} is larger than 10 MiB.`);
  const bytes = files.read(confined.path);
  if (bytes === undefined) return refuse(`The template ${confined.path} cannot be read.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (isVaulted(text)) return { kind: 'refused', diagnostic: vaulted(confined.path, span) };
    return { kind: 'text', source: createSourceText(confined.path, text) };
  } catch {
    return refuse(`The template ${confined.path} is not UTF-8 text.`);
  }
}
