import { createHash } from 'node:crypto';
import {
  type Body,
  encodeText,
  errorDiagnostic,
  maxTextBytes,
  type PropertySchema,
  type Taint,
  textEncodings,
} from '@setpoint/model';
import { type Evaluated, needsOf, type Scope } from '../expression/scope.ts';
import { isVaulted, vaulted } from '../project/ansible-vault.ts';
import { confinePath } from '../project/confine.ts';
import { permissionsOf } from '../project/file-reader.ts';
import { type Rendered, renderTemplate } from '../template/render.ts';
import { keySpan, spanOf, type YamlEntry } from '../yaml/value.ts';
import { archiveBody, fetchedArchiveBody } from './archive-body.ts';
import type { CompileRun } from './run.ts';
import { readListed } from './texts.ts';

export type MadeBody = {
  readonly body: Body;
  readonly property: string;
  readonly taint: Taint | undefined;
  /** Permission bits of the file that it is, four octal digits; absent for every other content. */
  readonly mode?: string;
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
  return evaluated === undefined ? 'none' : makeFrom(first, evaluated, request);
}

function bodyKind({ schema }: BodyRequest, entry: YamlEntry) {
  return schema.properties?.[entry.key]?.['x-body'];
}

function makeFrom(entry: YamlEntry, evaluated: Evaluated, request: BodyRequest): MadeBody | 'none' | undefined {
  const { value, taint } = evaluated;
  const kind = bodyKind(request, entry);
  if (typeof value !== 'string' && kind !== 'fragments') return 'none';
  if (typeof value === 'string' && kind === 'text')
    return withText(request, entry, { text: value, taint, ...needsOf([evaluated]) });
  if (taint !== undefined) {
    const detail = `\`${entry.key}\` is a path and holds a secret. Paths are shown in every output.`;
    const hint = 'Name the file by a text that everybody may see.';
    request.scope.report(errorDiagnostic('SP220', { detail, hint, span: spanOf(entry.value) }));
    return undefined;
  }
  if (typeof value === 'string' && kind === 'fetched-archive') {
    const body = fetchedArchiveBody(request, entry, value);
    return typeof body === 'object' ? { body, property: entry.key, taint: undefined } : body;
  }
  return typeof value === 'string' && kind !== 'fragments'
    ? makeFromPath(entry, value, request)
    : joinFragments(request, entry);
}

function makeFromPath(entry: YamlEntry, written: string, request: BodyRequest): MadeBody | undefined {
  const { run, directory, scope } = request;
  const span = spanOf(entry.value);
  const kind = bodyKind(request, entry);
  const property = entry.key;
  const confined = confinePath({ files: run.files, directory, path: written, span });
  if (confined.kind === 'refused') {
    scope.report(confined.diagnostic);
    return undefined;
  }
  const { path, status } = confined;
  if (kind === 'archive') {
    const body = archiveBody(request, entry, confined);
    return body === undefined ? undefined : { body, property, taint: undefined };
  }
  if (kind === 'file') {
    const found = fileBody(run, path, status.absolutePath);
    if (found !== undefined && !found.isVaulted)
      return { body: found.body, property, taint: undefined, mode: permissionsOf(status.mode) };
    const detail = `The file ${path} cannot be read.`;
    scope.report(found === undefined ? errorDiagnostic('SP801', { detail, span }) : vaulted(path, span));
    return undefined;
  }
  const rendered = renderTemplate({ library: run.templates, path, span, scope });
  if (rendered === undefined) return undefined;
  return withText(request, entry, rendered);
}

/** The texts of the listed files one after the other, each beginning on a line of its own. */
function joinFragments(request: BodyRequest, entry: YamlEntry): MadeBody | undefined {
  const files = readListed(request, entry);
  if (files === undefined) return undefined;
  const between = request.values.get(request.schema.properties?.[entry.key]?.['x-between'] ?? '')?.value;
  const separator = typeof between === 'string' ? closeLine(between) : '';
  const texts = files.map(({ text }, index) => (index === files.length - 1 ? text : closeLine(text)));
  return withText(request, entry, { text: texts.join(separator), taint: undefined });
}

function closeLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** A text as content, in the encoding that the resource declares; undefined where it has not got one of the characters. */
function withText(request: BodyRequest, entry: YamlEntry, { text, ...tainted }: Rendered): MadeBody | undefined {
  const { run, schema, values, scope } = request;
  const property = entry.key;
  const name = values.get(schema.properties?.[property]?.['x-encoding'] ?? '')?.value;
  const encoding = textEncodings.find((each) => each === name);
  if (encoding === undefined) return { body: textBody(run, text), property, ...tainted };
  const encoded = encodeText(text, encoding);
  if (encoded.kind === 'bytes')
    return { body: encodedBody(run, encoded.bytes, { encoding, text }), property, ...tainted };
  const { character, line } = encoded;
  const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const what = tainted.taint === undefined ? `\`${character}\` (U+${point})` : 'A character';
  const detail = `${what} in line ${line} of what \`${property}\` gives cannot be written in ${encoding}.`;
  const hint = 'Replace the character, or declare another encoding.';
  scope.report(errorDiagnostic('SP229', { detail, hint, span: spanOf(entry.value) }));
  return undefined;
}

function encodedBody(run: CompileRun, bytes: Uint8Array, encoded: NonNullable<Body['encoded']>): Body {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  run.bodies.put(sha256, { kind: 'bytes', bytes });
  return { sha256, sizeBytes: bytes.length, ...(bytes.length <= maxTextBytes ? { encoded } : {}) };
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

/** A file of the project as a body. */
export type FileBody = {
  readonly body: Body;
  /** Ansible Vault has encrypted it. */
  readonly isVaulted: boolean;
};

const fileBodies = new WeakMap<CompileRun, Map<string, FileBody | undefined>>();

/** Files are hashed once per run; small ones are also read, so that a difference can be shown. */
export function fileBody(run: CompileRun, path: string, absolutePath: string): FileBody | undefined {
  const known = fileBodies.get(run) ?? new Map<string, FileBody | undefined>();
  fileBodies.set(run, known);
  if (!known.has(path)) known.set(path, readFileBody(run, path, absolutePath));
  return known.get(path);
}

function readFileBody(run: CompileRun, path: string, absolutePath: string): FileBody | undefined {
  const digest = run.files.digest(path);
  if (digest === undefined) return undefined;
  const { start, ...body } = digest;
  run.bodies.put(body.sha256, { kind: 'file', path: absolutePath });
  const bytes = body.sizeBytes <= maxTextBytes ? run.files.read(path) : undefined;
  const small = bytes === undefined ? undefined : bodyOfBytes(bytes);
  return { body: small?.sha256 === body.sha256 ? small : body, isVaulted: isVaulted(start) };
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
