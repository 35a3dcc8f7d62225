import { type Answer, type Answers, type Diagnostic, type Observed, type Queries, unknown } from '@setpoint/model';
import { extraProblems, extrasQuery, findExtras } from '../../../pruning/extras.ts';
import type { DirectoryDeclared } from '../declared.ts';
import type { CopyDeclared, CopyState, Part, PartState } from './declared.ts';
import { partQueries, workOf } from './parts.ts';

/** All contents that are read for the plan come to no more than this. */
const readBytes = 8 * 1024 * 1024;
const mostReadBytes = 1024 * 1024;

/** Problems of parts that are told; the rest is counted. */
const toldProblems = 10;

/** What a copy asks: about every part, under the part's number, and with `prune` what the directory holds. */
export function copyQueries({ path, copy }: DirectoryDeclared): Queries {
  if (copy === undefined) return {};
  const known = queriesByCopy.get(copy) ?? makeQueries(path, copy);
  queriesByCopy.set(copy, known);
  return known;
}

/** The same for every node and every time it is asked. */
const queriesByCopy = new WeakMap<CopyDeclared, Queries>();

function makeQueries(path: string, copy: CopyDeclared): Queries {
  const files = copy.parts.filter(({ kind }) => kind === 'file').length;
  const limit = Math.min(mostReadBytes, Math.floor(readBytes / Math.max(1, files)));
  const queries = copy.parts.flatMap((part, index) =>
    Object.entries(partQueries(part, limit)).map(([name, query]) => [queryName(index, name), query] as const),
  );
  const listing = extrasQuery(path, copy.parts.length);
  const isListed = copy.prune || copy.parts.some(({ declared }) => declared.state === 'absent');
  return { ...Object.fromEntries(queries), ...(isListed ? { listing } : {}) };
}

export function queryName(index: number, name: string): string {
  return `${index} ${name}`;
}

/** The answers about each part, under the part's own names. */
export function answersByPart({ parts }: CopyDeclared, answers: Answers): readonly Answers[] {
  const own = parts.map((): Record<string, Answer> => ({}));
  for (const [name, answer] of Object.entries(answers)) {
    const match = /^(\d+) (.*)$/s.exec(name);
    const part = match === null ? undefined : own[Number(match[1])];
    if (part !== undefined) part[match?.[2] ?? ''] = answer;
  }
  return own;
}

export type ObservedCopy = { readonly state: CopyState; readonly problems: readonly Diagnostic[] };

/** What was found of the parts, and what is wrong with them. */
export function observeCopy(copy: CopyDeclared, answers: Answers): ObservedCopy {
  const parts: Observed<PartState>[] = [];
  const problems = new Map<string, Diagnostic>();
  for (const [index, own] of answersByPart(copy, answers).entries()) {
    const part = copy.parts[index];
    if (part === undefined) continue;
    const found = workOf(part).observe(own);
    parts.push(found.observed);
    for (const problem of found.problems) problems.set(problem.detail, problem);
  }
  const names = new Set(copy.parts.map(({ name }) => name));
  const extras = copy.prune ? findExtras({ names, exclude: copy.exclude }, answers['listing']) : [];
  return {
    state: { parts, extras },
    problems: [...bounded([...problems.values()]), ...extraProblems(extras, 'its source')],
  };
}

function bounded(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const [first] = problems;
  if (first === undefined || problems.length <= toldProblems) return problems;
  const detail = `${problems.length - toldProblems} more things in the directory cannot be made as declared.`;
  return [...problems.slice(0, toldProblems), { ...first, detail }];
}

/** The parts of a directory that is not there, or of which nothing is known. */
export function unseenParts({ parts, prune }: CopyDeclared, observed: Observed<PartState>): CopyState {
  const extras = prune && observed.kind === 'unknown' ? unknown(observed.cause) : [];
  return { parts: parts.map((): Observed<PartState> => observed), extras };
}

/** A part with what was found of it. */
export type SeenPart = { readonly part: Part; readonly observed: Observed<PartState> };

export function seenParts(copy: CopyDeclared, { parts }: CopyState): readonly SeenPart[] {
  return copy.parts.map((part, index) => ({ part, observed: parts[index] ?? { kind: 'absent' } }));
}
