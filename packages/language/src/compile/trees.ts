import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import {
  type Body,
  errorDiagnostic,
  isJsonArray,
  type ProjectTree,
  pathGlobs,
  type SourceSpan,
  type TreeEntry,
} from '@setpoint/model';
import { vaulted } from '../project/ansible-vault.ts';
import { leaves } from '../project/confine.ts';
import { type FileStatus, permissionsOf } from '../project/file-reader.ts';
import { spanOf, type YamlEntry } from '../yaml/value.ts';
import { fileBody } from './body.ts';
import type { CompileRun } from './run.ts';
import type { Texts, TextsRequest } from './texts.ts';

/** More entries than this make a plan that nobody reads; an archive carries them better. */
const mostEntries = 10_000;

/** Texts of one tree that are held to show differences; of what is larger, sizes and digests alone are known. */
const mostTextBytes = 8 * 1024 * 1024;

/** Adds the directories that the properties marked `x-tree` name. Undefined after a problem, which is reported. */
export function addTrees(texts: Texts | 'none' | undefined, request: TextsRequest): Texts | 'none' | undefined {
  const marked = request.entries.filter(({ key }) => request.schema.properties?.[key]?.['x-tree'] !== undefined);
  if (marked.length === 0 || texts === undefined) return texts;
  const trees: Record<string, ProjectTree> = {};
  let key = texts === 'none' ? '' : texts.key;
  for (const entry of marked) {
    const tree = readTree(request, entry);
    if (tree === undefined) return undefined;
    trees[entry.key] = tree;
    key += keyOf(entry.key, tree);
  }
  return { byProperty: texts === 'none' ? {} : texts.byProperty, trees, key };
}

/** Equal for trees that hold the same; texts are known by their digests. */
function keyOf(property: string, tree: ProjectTree): string {
  const withoutText = (name: string, value: unknown): unknown => (name === 'text' ? undefined : value);
  return createHash('sha256')
    .update(JSON.stringify([property, tree], withoutText))
    .digest('hex');
}

function readTree(request: TextsRequest, entry: YamlEntry): ProjectTree | undefined {
  const { run, schema, values, scope, directory } = request;
  const written = values.get(entry.key);
  // A path that holds a secret is refused elsewhere and must not be quoted here.
  if (typeof written?.value !== 'string' || written.taint !== undefined) return undefined;
  const names = schema.properties?.[entry.key]?.['x-tree'];
  const excluded = values.get(names?.exclude ?? '')?.value;
  const links = values.get(names?.links ?? '')?.value;
  const globs = isJsonArray(excluded) ? excluded.filter((glob) => typeof glob === 'string') : [];
  const walk: Walk = {
    run,
    isExcluded: pathGlobs(globs),
    links: links === 'follow' || links === 'refuse' ? links : 'keep',
    span: spanOf(entry.value),
    entries: [],
    left: { textBytes: mostTextBytes },
  };
  const found = walkFrom(walk, directory, written.value);
  if (found.kind === 'tree') return found.tree;
  scope.report(found.diagnostic);
  return undefined;
}

type Walk = {
  readonly run: CompileRun;
  readonly isExcluded: (path: string) => boolean;
  readonly links: 'keep' | 'follow' | 'refuse';
  readonly span: SourceSpan;
  readonly entries: TreeEntry[];
  /** How much text may still be held. */
  readonly left: { textBytes: number };
};

type Refused = ReturnType<typeof leaves>;

function walkFrom(
  walk: Walk,
  directory: string,
  path: string,
): Refused | { readonly kind: 'tree'; readonly tree: ProjectTree } {
  const top = posix.normalize(posix.isAbsolute(path) ? path : posix.join(directory, path)).replace(/(?<=.)\/$/, '');
  if (path.includes('\0') || top === '..' || top.startsWith('../')) return leaves(path, walk.span);
  const status = walk.run.files.stat(top);
  if ('inside' in status && !status.inside) return leaves(path, walk.span);
  if (status.kind !== 'directory') {
    const what = { file: 'is a file', other: 'is no directory', missing: 'does not exist', denied: 'may not be read' };
    const hint = status.kind === 'file' ? 'declare `file:` for a single file' : 'check the path';
    return refuse(walk, `The directory ${top} ${what[status.kind]}.`, hint);
  }
  const refused = enter(walk, { path: top, name: '' }, [status.absolutePath]);
  return refused ?? { kind: 'tree', tree: { path: top, mode: permissionsOf(status.mode), entries: walk.entries } };
}

/** A place in the project, and its path in the tree. */
type Place = { readonly path: string; readonly name: string };

/** Takes in what a directory holds; `above` are the real paths of those that lead to it. */
function enter(walk: Walk, place: Place, above: readonly string[]): Refused | undefined {
  const names = walk.run.files.list(place.path);
  if (names === undefined) return refuse(walk, `The directory ${place.path} cannot be read.`, 'check its rights');
  for (const name of names) {
    const inner = { path: `${place.path}/${name}`, name: place.name === '' ? name : `${place.name}/${name}` };
    const refused = walk.isExcluded(inner.name) ? undefined : takeIn(walk, inner, above);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function takeIn(walk: Walk, place: Place, above: readonly string[]): Refused | undefined {
  const { entries, run } = walk;
  if (entries.length >= mostEntries)
    return refuse(
      walk,
      `More than ${mostEntries} files and directories are to be copied.`,
      'leave some out by `exclude`',
    );
  const target = run.files.link(place.path);
  if (target !== undefined && walk.links === 'keep') {
    entries.push({ kind: 'link', name: place.name, target });
    return undefined;
  }
  if (target !== undefined && walk.links === 'refuse') {
    const hint = 'declare `links: keep` or `links: follow`, or leave it out by `exclude`';
    return refuse(walk, `${place.path} is a symbolic link to ${target}.`, hint);
  }
  return takeReal(walk, { place, status: run.files.stat(place.path), target }, above);
}

type Found = { readonly place: Place; readonly status: FileStatus; readonly target: string | undefined };

function takeReal(walk: Walk, { place, status, target }: Found, above: readonly string[]): Refused | undefined {
  const { path, name } = place;
  const what = target === undefined ? path : `The link ${path} leads to ${target}, which`;
  const hint = 'leave it out by `exclude`, or declare `links: keep` for links that are to be made as they are';
  if ('inside' in status && !status.inside)
    return refuse(walk, `${what} lies outside of the project directory.`, 'copy it into the project');
  switch (status.kind) {
    case 'directory':
      if (above.includes(status.absolutePath)) return refuse(walk, `${what} holds the link itself.`, hint);
      walk.entries.push({ kind: 'directory', name, mode: permissionsOf(status.mode) });
      return enter(walk, place, [...above, status.absolutePath]);
    case 'file': {
      const found = fileBody(walk.run, path, status.absolutePath);
      if (found === undefined) return refuse(walk, `${what} cannot be read.`, 'check its rights');
      if (found.isVaulted) return { kind: 'refused', diagnostic: vaulted(path, walk.span) };
      const { body } = found;
      walk.entries.push({ kind: 'file', name, mode: permissionsOf(status.mode), body: withinBounds(walk, body) });
      return undefined;
    }
    case 'other':
      return refuse(walk, `${what} is neither a file nor a directory.`, 'leave it out by `exclude`');
    case 'missing':
      return refuse(walk, `${what} does not exist.`, hint);
    case 'denied':
      return refuse(walk, `${what} may not be read by you.`, 'check its rights');
    default:
      return status satisfies never;
  }
}

function withinBounds({ left }: Walk, body: Body): Body {
  left.textBytes -= body.text === undefined ? 0 : body.sizeBytes;
  return left.textBytes >= 0 ? body : { sha256: body.sha256, sizeBytes: body.sizeBytes };
}

function refuse({ span }: Walk, detail: string, hint: string): Refused {
  return { kind: 'refused', diagnostic: errorDiagnostic('SP609', { detail, hint, span }) };
}
