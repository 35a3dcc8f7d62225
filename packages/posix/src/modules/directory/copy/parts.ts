import type {
  Answers,
  Diagnostic,
  Edit,
  Observed,
  Prediction,
  Queries,
  Query,
  Restoration,
  Undo,
  Work,
} from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { FileDeclared, FileState } from '../../file/declared.ts';
import { diffFile } from '../../file/diff.ts';
import { fileQueries, observeFile } from '../../file/observe.ts';
import { fileOperations } from '../../file/operations.ts';
import { predictFile } from '../../file/predict.ts';
import { keepFile, restoreFile } from '../../file/restore.ts';
import type { LinkDeclared, LinkState } from '../../link/declared.ts';
import { diffLink } from '../../link/diff.ts';
import { linkQueries, observeLink } from '../../link/observe.ts';
import { linkOperations } from '../../link/operations.ts';
import { predictLink } from '../../link/predict.ts';
import { restoreLink } from '../../link/restore.ts';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';
import { diffDirectory } from '../diff.ts';
import { directoryQueries, observeDirectory } from '../observe.ts';
import { directoryOperations } from '../operations.ts';
import { predictDirectory } from '../predict.ts';
import { restoreDirectory } from '../restore.ts';
import type { Part, PartState } from './declared.ts';

/** What the type of a part does, for this one part. */
export type PartWork = {
  readonly queries: () => Queries;
  readonly observe: (answers: Answers) => {
    readonly observed: Observed<PartState>;
    readonly problems: readonly Diagnostic[];
  };
  readonly diff: (observed: Observed<PartState>) => readonly Edit[];
  readonly operations: (edits: readonly Edit[], observed: Observed<PartState>) => Work;
  readonly predict: (answers: Answers) => Prediction;
  readonly keep: (edits: readonly Edit[], observed: Observed<PartState>) => Queries;
  /** What leads back, as parts; or why nothing does. */
  readonly restore: (undo: Omit<Undo<never, PartState>, 'declared'>) => PartRestoration;
};

export type PartRestoration =
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly lacks: readonly string[] }
  | (Restoration & { readonly kind: 'irreversible' });

/** The functions of the part's own type; the state that they get is the one that they observed. */
export function workOf(part: Part): PartWork {
  switch (part.kind) {
    case 'file': {
      const { declared } = part;
      const toPart = (back: FileDeclared): Part => ({ ...part, declared: back });
      return {
        queries: () => fileQueries(declared),
        observe: (answers) => observeFile(declared, answers),
        diff: (observed) => diffFile(declared, observed as Observed<FileState>),
        operations: (edits, observed) => fileOperations(declared, edits, observed as Observed<FileState>),
        predict: (answers) => predictFile(declared, answers),
        keep: (edits, observed) => keepFile(declared, edits, observed as Observed<FileState>),
        restore: (undo) => partsOf(restoreFile({ ...(undo as Undo<never, FileState>), declared }), toPart),
      };
    }
    case 'directory': {
      const { declared } = part;
      const toPart = (back: DirectoryDeclared): Part => ({ ...part, declared: back });
      return {
        queries: () => directoryQueries(declared),
        observe: (answers) => observeDirectory(declared, answers),
        diff: (observed) => diffDirectory(declared, observed as Observed<DirectoryState>),
        operations: (edits, observed) => directoryOperations(declared, edits, observed as Observed<DirectoryState>),
        predict: (answers) => predictDirectory(declared, answers),
        keep: () => ({}),
        restore: (undo) => partsOf(restoreDirectory({ ...(undo as Undo<never, DirectoryState>), declared }), toPart),
      };
    }
    case 'link': {
      const { declared } = part;
      const toPart = (back: LinkDeclared): Part => ({ ...part, declared: back });
      return {
        queries: () => linkQueries(declared),
        observe: (answers) => observeLink(declared, answers),
        diff: (observed) => diffLink(declared, observed as Observed<LinkState>),
        operations: (edits, observed) => linkOperations(declared, edits, observed as Observed<LinkState>),
        predict: (answers) => predictLink(declared, answers),
        keep: () => ({}),
        restore: (undo) => partsOf(restoreLink({ ...(undo as Undo<never, LinkState>), declared }), toPart),
      };
    }
    default:
      return part satisfies never;
  }
}

function partsOf<Declared>(back: TypedRestoration<Declared>, toPart: (declared: Declared) => Part): PartRestoration {
  if (back.kind === 'irreversible') return back;
  return { kind: 'parts', parts: [toPart(back.declared)], lacks: back.lacks ?? [] };
}

/**
 * What is asked about a part. Its directory, and what it holds as a directory, are parts as well or the directory itself, and are
 * handled before or after it; bytes are read up to the limit.
 */
export function partQueries(part: Part, limitBytes: number): Readonly<Record<string, Query>> {
  const queries = Object.entries(workOf(part).queries()).filter(([name]) => !/^(?:parent|tree)(?: |$)/.test(name));
  const limited = (query: Query): Query => ({
    ...query,
    limitBytes: Math.min(limitBytes, Number(query['limitBytes'])),
  });
  return Object.fromEntries(queries.map(([name, query]) => [name, name === 'content' ? limited(query) : query]));
}
