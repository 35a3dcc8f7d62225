import type { Body, DeclarationProblem, Observed, ProjectTree, TreeEntry, Unknown } from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import type { Ownership } from '../../../ownership/ownership.ts';
import { keptMode } from '../../../permissions/kept-mode.ts';
import { parseMode } from '../../../permissions/mode.ts';
import type { Extra } from '../../../pruning/extras.ts';
import type { FileDeclared, FileState } from '../../file/declared.ts';
import type { LinkDeclared, LinkState } from '../../link/declared.ts';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';

/** What a directory of the project brings to the node: a resource for each of its entries, directories before what they hold. */
export type CopyDeclared = {
  readonly parts: readonly Part[];
  /** What is not in the source goes. */
  readonly prune: boolean;
  /** Globs of what is neither brought nor pruned. */
  readonly exclude: readonly string[];
};

/** One entry as a resource of its own; `name` is its path in the directory. */
export type Part =
  | { readonly kind: 'file'; readonly name: string; readonly declared: FileDeclared }
  | { readonly kind: 'directory'; readonly name: string; readonly declared: DirectoryDeclared }
  | { readonly kind: 'link'; readonly name: string; readonly declared: LinkDeclared };

export type PartState = FileState | DirectoryState | LinkState;

/** What was found of the parts, in their order, and beside them. */
export type CopyState = {
  readonly parts: readonly Observed<PartState>[];
  /** What is not in the source, each directory before what it holds; none where nothing is pruned. */
  readonly extras: readonly Extra[] | Unknown;
};

/** The properties of a directory that is copied from the project. */
export const copyProperties = {
  source: Type.Optional(
    Type.String({
      description:
        'Path of a directory beside the playbook, copied with everything in it: files byte by byte, empty directories, links. New files get the mode 0644, executable ones 0755, unless modes are declared. What else stands in the directory stays.',
      'x-tree': { exclude: 'exclude', links: 'links' },
      minLength: 1,
    }),
  ),
  prune: Type.Optional(
    Type.Boolean({
      description:
        'Delete what is not in the source, apart from what `exclude` names. What other resources put there has to be excluded. Needs `source`. Default: false.',
    }),
  ),
  exclude: Type.Optional(
    Type.Array(Type.String({ minLength: 1 }), {
      description:
        'Globs of what is neither copied nor pruned: `*.swp` and `.git` wherever they stand, `cache/**` and `/local.conf` from the top of the source. `*` and `?` stay within a name.',
    }),
  ),
  links: Type.Optional(
    Type.Union([Type.Literal('keep'), Type.Literal('follow'), Type.Literal('refuse')], {
      description:
        'What becomes of symbolic links in the source: `keep` makes them on the node as they are written, wherever they lead; `follow` copies what they lead to, within the project; `refuse` is an error. Default: keep.',
    }),
  ),
};

/** The properties as written. */
export type CopyWritten = {
  readonly source?: string;
  readonly prune?: boolean;
  readonly exclude?: readonly string[];
  readonly links?: string;
  readonly mode?: string;
  readonly file_mode?: string;
  readonly recurse?: boolean;
  readonly state?: string;
};

/** What is wrong with the properties of a copy, beside what the schema says. */
export function copyProblems(written: CopyWritten): readonly DeclarationProblem[] {
  const { source, recurse, state } = written;
  if (source === undefined) {
    const useless = (['prune', 'exclude', 'links'] as const).filter((name) => written[name] !== undefined);
    const ofModes = (['mode', 'file_mode'] as const).filter((name) => written[name] === 'keep');
    return [
      ...useless.map((property) => {
        const detail = `"${property}" says how a directory is copied, and no source is declared.`;
        return { property, detail, hint: 'add `source:` with a directory of the project' };
      }),
      ...ofModes.map(keptMode),
    ];
  }
  if (state === 'absent') {
    const detail = 'A directory that is declared absent has no source.';
    return [{ property: 'source', detail, hint: 'remove source, or state: absent' }];
  }
  if (recurse === true) {
    const detail = 'With a source, owner and modes hold for everything that is copied.';
    return [{ property: 'recurse', detail, hint: 'remove recurse' }];
  }
  return [];
}

/** What the parts have in common. */
export type CopyTarget = {
  readonly path: string;
  readonly ownership: Ownership;
  /** As written; `keep` takes the mode of each entry from the source. */
  readonly mode: string | undefined;
  readonly fileMode: string | undefined;
};

/** The copy of a directory of the project at a path of the node. */
export function declareCopy(tree: ProjectTree, written: CopyWritten, target: CopyTarget): CopyDeclared {
  const { prune = false, exclude = [] } = written;
  return { parts: tree.entries.map((entry) => toPart(entry, target)), prune, exclude };
}

/** The mode of a file: the declared one, that of the source, or that of the directories where it is written in symbols. */
function fileModeOf({ mode, fileMode }: CopyTarget, own: string): string | null {
  if (fileMode !== undefined) return fileMode === 'keep' ? own : fileMode;
  if (mode === 'keep') return own;
  return mode !== undefined && parseMode(mode)?.kind === 'symbolic' ? mode : null;
}

function toPart(entry: TreeEntry, target: CopyTarget): Part {
  const { name } = entry;
  const { ownership, mode } = target;
  const path = `${target.path === '/' ? '' : target.path}/${name}`;
  switch (entry.kind) {
    case 'file': {
      const createMode = isExecutable(entry.mode) ? '0755' : '0644';
      const own = { ...ownership, mode: fileModeOf(target, entry.mode) };
      return { kind: 'file', name, declared: filePart({ path, body: entry.body, ownership: own, createMode }) };
    }
    case 'directory': {
      const own = { ...ownership, mode: mode === 'keep' ? entry.mode : (mode ?? null) };
      return { kind: 'directory', name, declared: directoryPart(path, own) };
    }
    case 'link':
      return { kind: 'link', name, declared: linkPart(path, entry.target, ownership) };
    default:
      return entry satisfies never;
  }
}

function isExecutable(mode: string): boolean {
  return (Number.parseInt(mode, 8) & 0o111) !== 0;
}

/** A file of a copy as a resource of its own. */
export function filePart(own: {
  readonly path: string;
  readonly body: Body;
  readonly ownership: Ownership;
  readonly createMode: string;
}): FileDeclared {
  return { ...own, state: 'present', createOnly: false, backup: false, check: null, follow: false, inPlace: false };
}

/** A directory of a copy as a resource of its own. */
export function directoryPart(path: string, ownership: Ownership): DirectoryDeclared {
  return { path, state: 'present', ownership, parents: false, tree: null, force: false };
}

/** A link of a copy as a resource of its own; links have no mode. */
export function linkPart(path: string, target: string, ownership: Ownership): LinkDeclared {
  return { path, state: 'present', target, ownership: { ...ownership, mode: null }, force: false };
}
