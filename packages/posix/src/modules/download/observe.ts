import {
  type Answers,
  type Body,
  type Diagnostic,
  errorDiagnostic,
  isUnknown,
  type Json,
  type Observed,
  type Queries,
  type Unknown,
  type UnknownCause,
  unknown,
  warningDiagnostic,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { DownloadHead, DownloadQuery, DownloadValue } from '../../queries/download.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { toolQuery } from '../../queries/tool.ts';
import type { FileDeclared } from '../file/declared.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import { type Checksum, type DownloadDeclared, type DownloadState, exampleIn, type Route } from './declared.ts';
import { findChecksum } from './sums.ts';
import { isDownloaded } from './verdict.ts';

/** What a download shares with every other file. */
export function fileOf({ path, ownership }: DownloadDeclared): FileDeclared {
  const rest = { state: 'present', body: null, createOnly: false, backup: false, check: null, follow: false } as const;
  return { path, ownership, ...rest, inPlace: false };
}

/** Stands for a content that comes from elsewhere. */
const someBody: Body = { sha256: '', sizeBytes: 0 };

/** What a download needs to know: the file, its digest, and what fetches it. */
export function downloadQueries(declared: DownloadDeclared): Queries {
  const { path, url, checksum, sums, refresh, headers, through, tls, proxy } = declared;
  const { algorithm = '', digest = '' } = checksum ?? {};
  // Nobody is asked who answers only those that the plan does not speak for.
  const isClosed = headers !== null || through === 'controller' || Object.values(tls).some((file) => file !== null);
  const look = isClosed ? 'never' : refresh === 'when_changed' ? 'always' : 'differs';
  const query: DownloadQuery = { kind: 'download', path, url, algorithm, digest, sums, look, proxy };
  return { ...fileQueries(fileOf(declared)), download: query, curl: toolQuery('curl'), wget: toolQuery('wget') };
}

/** What the answers come to. What a server says that is asked once more during the apply is no more than a warning. */
export function observeDownload(declared: DownloadDeclared, answers: Answers): TypedObservation<DownloadState> {
  const file = fileAt(declared, answers);
  const expected = expectedOf(declared, answers);
  if (file.observed.kind === 'unknown') return { observed: file.observed, problems: file.problems };
  if (isUnknown(expected)) {
    const problems = expected.cause.kind === 'after' ? file.problems : [...file.problems, ...toolProblems(answers)];
    return { observed: { kind: 'unknown', cause: expected.cause }, problems };
  }
  const observed = toObserved(declared, { file: file.observed, expected, answers });
  const isNeeded = observed.kind === 'absent' || isDownloaded(declared, observed.state) === false;
  return { observed, problems: [...file.problems, ...(isNeeded ? fetchProblems(declared, answers) : [])] };
}

/** What stands at the path; what is in the way of a download has a way out of its own. */
function fileAt(declared: DownloadDeclared, answers: Answers): ReturnType<typeof observeFile> {
  const { observed, problems } = observeFile({ ...fileOf(declared), body: someBody }, answers);
  const stat = foundValue<StatValue>(answers['stat']);
  const hint =
    stat?.type === 'directory'
      ? `name the file in it${exampleIn(declared.path, declared.url)}`
      : stat?.type === 'link'
        ? `name the file that it leads to, or remove the link with \`link: ${declared.path}\` and \`state: absent\``
        : undefined;
  if (hint === undefined) return { observed, problems };
  return { observed, problems: problems.map((problem) => (problem.code === 'SP603' ? { ...problem, hint } : problem)) };
}

/** The checksum that the file has to have; null when none is declared, and why when it could not be read. */
function expectedOf({ checksum, sums, url }: DownloadDeclared, answers: Answers): Checksum | Unknown | null {
  if (checksum !== null || sums === '') return checksum;
  const answer = answers['download'];
  if (answer?.status === 'unknown') return unknown(answer.cause);
  const value = foundValue<DownloadValue>(answer);
  if (value?.isFresh === true) return null;
  const told = value?.sums ?? null;
  if (told === null) return unknown(toolCause(answers));
  if (told.kind === 'silent') return unavailable(`${sums}: ${told.why}`);
  return findChecksum(told.value, url) ?? unavailable(`${sums} does not name the file`);
}

function unavailable(what: string): Unknown {
  return unknown({ kind: 'unavailable', what });
}

/** Why nothing was asked. */
function toolCause({ curl, wget }: Answers): UnknownCause {
  const open = [curl, wget].find((answer) => answer?.status === 'unknown');
  return open?.status === 'unknown' ? open.cause : { kind: 'unavailable', what: 'the node has neither curl nor wget' };
}

type Seen = {
  readonly file: Extract<ReturnType<typeof observeFile>['observed'], { kind: 'present' | 'absent' }>;
  readonly expected: Checksum | null;
  readonly answers: Answers;
};

function toObserved(
  declared: DownloadDeclared,
  { file, expected, answers }: Seen,
): Extract<Observed<DownloadState>, { kind: 'present' | 'absent' }> {
  const route = routeOf(declared, answers);
  if (file.kind === 'absent') return { kind: 'absent', remains: { expected: expected as Json, route } };
  const value = foundValue<DownloadValue>(answers['download']);
  const digest = expected === null ? null : (value?.digests[expected.algorithm] ?? null);
  const { owner, group, uid, gid, mode, sizeBytes, modified } = file.state;
  const state = { owner, group, uid, gid, mode, sizeBytes, modified, expected, digest };
  const sha256 = digest !== null && expected?.algorithm === 'sha256' ? { sha256: digest } : {};
  const isFresh = value?.isFresh === true ? { isFresh: true as const } : {};
  return { kind: 'present', state: { ...state, ...sha256, head: headOf(declared, value, answers), route, ...isFresh } };
}

/** What a node cannot fetch itself, it gets through the controller, unless its plan needs what only the node asks for. */
function routeOf({ through, sums, refresh, tls, proxy }: DownloadDeclared, answers: Answers): Route {
  if (through !== null) return through;
  const isOfNode = proxy !== '' || tls.certificate !== null || tls.authority !== null;
  const needsNode = sums !== '' || refresh !== 'never' || isOfNode;
  return hasNoTool(answers) && !needsNode ? 'controller' : 'node';
}

function headOf(
  { url, refresh }: DownloadDeclared,
  value: DownloadValue | undefined,
  answers: Answers,
): DownloadHead | Unknown | null {
  const head = value?.head ?? null;
  if (head === null) return refresh === 'when_changed' ? unknown(toolCause(answers)) : null;
  if (head.kind === 'silent') return unavailable(`${url}: ${head.why}`);
  const { status } = head.value;
  return status !== null && status >= 400 ? unavailable(`${url} answered with ${status}`) : head.value;
}

function fetchProblems(declared: DownloadDeclared, answers: Answers): readonly Diagnostic[] {
  if (routeOf(declared, answers) === 'controller') return [];
  const { url } = declared;
  const head = foundValue<DownloadValue>(answers['download'])?.head ?? null;
  const missing = toolProblems(answers);
  if (missing.length > 0 || head === null) return missing;
  const why =
    head.kind === 'silent'
      ? head.why
      : (head.value.status ?? 200) >= 400
        ? `it answers with ${head.value.status}`
        : undefined;
  if (why === undefined) return [];
  const detail = `The node asked for the headers of ${url}, and will hardly get the file: ${why}.`;
  return [warningDiagnostic('SP612', { detail, hint: 'check the URL; or whether the node reaches the server' })];
}

function toolProblems(answers: Answers): readonly Diagnostic[] {
  if (!hasNoTool(answers)) return [];
  const detail = 'The node has neither curl nor wget, so it cannot download anything.';
  const hint = 'declare `package: curl` before this resource, or `sha256` and `through: controller`';
  return [errorDiagnostic('SP611', { detail, hint })];
}

function hasNoTool({ curl, wget }: Answers): boolean {
  return curl?.status === 'absent' && wget?.status === 'absent';
}
