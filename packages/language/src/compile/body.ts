import { createHash } from 'node:crypto';
import { type Body, errorDiagnostic, maxTextBytes, type PropertySchema, type Taint } from '@setpoint/model';
import { type Evaluated, needsOf, type Scope } from '../expression/scope.ts';
import { confinePath } from '../project/confine.ts';
import { renderTemplate } from '../template/render.ts';
import { keySpan, spanOf, type YamlEntry } from '../yaml/value.ts';
import { archiveBody } from './archive-body.ts';
import type { CompileRun } from './run.ts';

export type MadeBody = {
  readonly body: Body;
  readonly property: string;
  readonly taint: Taint | undefined;
} & Pick<Evaluated, 'needs'>;

export type BodyRequest = {
  readonly run: CompileRun;
  readonly schema: PropertySchema;
  readonly entries: readonly YamlEntry[];
  readonly values: ReadonlyMap<string, Evaluated>;
  readonly scope: Scope;
  readonly directory: string;
};

/** The content of a resource: the body, `none` when it declares no content, or undefined after a problem, which is reported. */
export function makeBody(request: BodyRequest): MadeBody | 'none' | undefined {
  const sources = request.entries.filter((entry) => bodyKind(request, entry) !== undefined);
  const [first, second] = sources;
  if (first === undefined) return 'none';
  if (second !== undefined) {
    request.scope.report(
      errorDiagnostic('SP219', {
        detail: `\`${second.key}\` and \`${first.key}\` both give the content.`,
        hint: `Remove \`${first.key}\` or \`${second.key}\`.`,
        span: keySpan(second),
        related: [{ span: keySpan(first), label: 'the first source' }],
      }),
    );
    return undefined;
  }
  const evaluated = request.values.get(first.key);
  if (evaluated === undefined || typeof evaluated.value !== 'string') return 'none';
  return makeFrom(first, { text: evaluated.value, taint: evaluated.taint, ...needsOf([evaluated]) }, request);
}

type Given = Omit<MadeBody, 'body' | 'property'> & { readonly text: string };

function bodyKind({ schema }: BodyRequest, entry: YamlEntry) {
  return schema.properties?.[entry.key]?.['x-body'];
}

function makeFrom(entry: YamlEntry, given: Given, request: BodyRequest): MadeBody | undefined {
  const { text, ...secrecy } = given;
  const kind = bodyKind(request, entry);
  if (kind === 'text') return { body: textBody(request.run, text), property: entry.key, ...secrecy };
  if (given.taint !== undefined) {
    const detail = `\`${entry.key}\` is a path and holds a secret. Paths are shown in every output.`;
    request.scope.report(
      errorDiagnostic('SP220', {
        detail,
        hint: 'Name the file by a text that everybody may see.',
        span: spanOf(entry.value),
      }),
    );
    return undefined;
  }
  const { files } = request.run;
  const confined = confinePath({ files, directory: request.directory, path: text, span: spanOf(entry.value) });
  if (confined.kind === 'refused') {
    request.scope.report(confined.diagnostic);
    return undefined;
  }
  if (kind === 'archive') {
    const body = archiveBody(request, entry, confined);
    return body === undefined ? undefined : { body, property: entry.key, taint: undefined };
  }
  const { path, status } = confined;
  if (kind === 'file') {
    const body = fileBody(request.run, path, status.absolutePath);
    if (body !== undefined) return { body, property: entry.key, taint: undefined };
    request.scope.report(
      errorDiagnostic('SP801', { detail: `The file ${path} cannot be read.`, span: spanOf(entry.value) }),
    );
    return undefined;
  }
  const rendered = renderTemplate({
    library: request.run.templates,
    path,
    span: spanOf(entry.value),
    scope: request.scope,
  });
  if (rendered === undefined) return undefined;
  const { text: content, ...tainted } = rendered;
  return { body: textBody(request.run, content), property: entry.key, ...tainted };
}

const textBodies = new WeakMap<CompileRun, Map<string, Body>>();

function textBody(run: CompileRun, text: string): Body {
  const known = textBodies.get(run) ?? new Map<string, Body>();
  textBodies.set(run, known);
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const bytes = new TextEncoder().encode(text);
  const body = bodyOfBytes(bytes);
  run.bodies.put(body.sha256, { kind: 'bytes', bytes });
  known.set(text, body);
  return body;
}

const fileBodies = new WeakMap<CompileRun, Map<string, Body | undefined>>();

/** Files are hashed once per run; small ones are also read, so that a difference can be shown. */
export function fileBody(run: CompileRun, path: string, absolutePath: string): Body | undefined {
  const known = fileBodies.get(run) ?? new Map<string, Body | undefined>();
  fileBodies.set(run, known);
  if (!known.has(path)) known.set(path, readFileBody(run, path, absolutePath));
  return known.get(path);
}

function readFileBody(run: CompileRun, path: string, absolutePath: string): Body | undefined {
  const digest = run.files.digest(path);
  if (digest === undefined) return undefined;
  run.bodies.put(digest.sha256, { kind: 'file', path: absolutePath });
  const bytes = digest.sizeBytes <= maxTextBytes ? run.files.read(path) : undefined;
  const small = bytes === undefined ? undefined : bodyOfBytes(bytes);
  return small?.sha256 === digest.sha256 ? small : digest;
}

function bodyOfBytes(bytes: Uint8Array): Body {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = bytes.length <= maxTextBytes ? plainText(bytes) : undefined;
  return { sha256, sizeBytes: bytes.length, ...(text === undefined ? {} : { text }) };
}

function plainText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
