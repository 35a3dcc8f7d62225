import type { Observed, Operation } from '@setpoint/model';
import { sh, shJoin, shRaw } from '@setpoint/sdk';
import { runOperation } from '../../../operations/run-operation.ts';
import { enterLibrary, makeLibrary } from '../../../paths/entering.ts';
import { pruneOperations } from '../../../pruning/prune-operation.ts';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';
import { type ChangedPart, changedParts, copyStateOf } from './diff.ts';
import { unkeptPaths } from './keep.ts';
import { workOf } from './parts.ts';

/** One entry takes some milliseconds; a slow disk takes ten times as long. */
const deadlineMs = 60_000;
const entryMs = 100;

/** What the operations of the parts come to, in the order in which one needs the other. */
type Gathered = {
  readonly directories: Operation[];
  readonly writes: Operation[];
  readonly links: Operation[];
  readonly attributes: Operation[];
  readonly removals: Operation[];
};

/**
 * The work that makes the parts and what stands beside them as declared: each file is written for itself, everything else is done
 * by one operation of its kind. The titles depend on the declaration alone.
 */
export function copyOperations(declared: DirectoryDeclared, observed: Observed<DirectoryState>): readonly Operation[] {
  const { path, copy } = declared;
  if (copy === undefined) return [];
  const changed = changedParts(copy, observed);
  const unkept = unkeptPaths(changed);
  const gathered: Gathered = { directories: [], writes: [], links: [], attributes: [], removals: [] };
  for (const each of changed) gather(each, unkept, gathered);
  const { extras } = copyStateOf(copy, observed);
  return [
    ...merged(`make the directories in ${path}`, gathered.directories),
    ...gathered.writes,
    ...merged(`make the links in ${path}`, gathered.links),
    ...merged(`set owners and modes in ${path}`, gathered.attributes),
    ...merged(`remove what was copied to ${path}`, gathered.removals),
    ...pruneOperations(path, extras, 'its source'),
  ];
}

function gather({ part, observed, edits }: ChangedPart, unkept: ReadonlySet<string>, to: Gathered): void {
  const { operations } = workOf(part).operations(edits, observed);
  if (part.declared.state === 'absent') to.removals.push(...operations);
  else if (part.kind === 'link') to.links.push(...operations);
  else if (part.kind === 'file') {
    const writes = operations.filter(({ action }) => action.kind === 'write-file');
    to.writes.push(...writes.map((operation) => (unkept.has(part.declared.path) ? withLoss(operation) : operation)));
    to.attributes.push(...operations.filter(({ action }) => action.kind !== 'write-file'));
  } else {
    // The first one makes it, when it is not there.
    const made = edits.some((edit) => edit.path === 'state') ? 1 : 0;
    to.directories.push(...operations.slice(0, made));
    to.attributes.push(...operations.slice(made));
  }
}

function withLoss(operation: Operation): Operation {
  const message = 'the old content is one of too many for the journal, and cannot be brought back';
  return { ...operation, hazards: [...operation.hazards, { kind: 'data-loss', message }] };
}

/** One operation that runs the scripts of many, each in a shell of its own, and ends with the first that fails. */
function merged(title: string, operations: readonly Operation[]): readonly Operation[] {
  if (operations.length === 0) return [];
  const scripts = operations.map(({ action }) => (typeof action['script'] === 'string' ? action['script'] : ''));
  const library = scripts.every((script) => script.startsWith(makeLibrary.shell)) ? makeLibrary : enterLibrary;
  const bodies = scripts.map((script) => {
    const body = script.startsWith(library.shell) ? script.slice(library.shell.length) : script;
    return shRaw(`(\n${body}\n) || exit\n`);
  });
  return [
    runOperation({
      title,
      script: sh`${library}${shJoin(bodies, '')}`,
      timeoutMs: deadlineMs + operations.length * entryMs,
      hazards: operations.flatMap(({ hazards }) => hazards),
      repeatable: true,
      compares: true,
    }),
  ];
}
