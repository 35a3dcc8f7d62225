import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  unknown,
  warningDiagnostic,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { PackageManagerName } from '../../package-managers/manager.ts';
import { isSameSection, isSameSource, parseSources, type SourceEntry } from '../../package-sources/source-entry.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { type PackageManagerValue, packageManagerQuery } from '../../queries/package-manager.ts';
import { type PackageSourcesValue, packageSourcesQuery } from '../../queries/package-sources.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { type FoundFile, leftPaths, type RepositoryDeclared, type RepositoryState, sourcesPath } from './declared.ts';
import { diffRepository } from './diff.ts';
import { forms } from './form.ts';

const readLimitBytes = 256 * 1024;

/** What a repository needs to know: its file, its key, the other sources, and whether the lists are up to date. */
export function repositoryQueries(declared: RepositoryDeclared): Queries {
  const { key, replaces, whole } = declared;
  if (whole !== null) return Object.fromEntries(whole.map(({ path }) => [`file ${path}`, contentQuery(path)]));
  const path = sourcesPath(declared);
  const { directory, keyrings } = forms[declared.form];
  const keys = declared.state === 'absent' ? leftPaths(declared) : key === null ? [] : [key.path];
  return {
    source: contentQuery(path),
    stat: statQuery(path),
    otherStat: statQuery(path, { follow: true }),
    sources: packageSourcesQuery,
    manager: packageManagerQuery,
    ...(directory === undefined ? {} : { directory: statQuery(directory, { follow: true }) }),
    ...(key === null ? {} : { keyrings: statQuery(keyrings, { follow: true }) }),
    ...Object.fromEntries([...keys, ...replaces].map((each) => [`file ${each}`, contentQuery(each)])),
  };
}

function contentQuery(path: string): ContentQuery {
  return { kind: 'content', path, unless: '-', limitBytes: readLimitBytes, follow: true };
}

/** What the answers come to, and what makes the declaration impossible or doubtful on this node. */
export function observeRepository(declared: RepositoryDeclared, answers: Answers): TypedObservation<RepositoryState> {
  const unknownAnswer = ['source', 'stat', 'sources', 'manager', 'directory', 'keyrings']
    .map((name) => answers[name])
    .find((answer) => answer?.status === 'unknown');
  if (unknownAnswer?.status === 'unknown')
    return { observed: { kind: 'unknown', cause: unknownAnswer.cause }, problems: [] };
  const state = toState(declared, answers);
  const observed: Observed<RepositoryState> = { kind: 'present', state };
  if (declared.whole !== null) return { observed, problems: [] };
  const foreign = managerProblem(declared, foundValue<PackageManagerValue>(answers['manager']));
  if (foreign !== undefined) return { observed, problems: [foreign] };
  const obstacle = obstacleAt(declared, foundValue<StatValue>(answers['stat']));
  if (obstacle !== undefined) return { observed, problems: [obstacle] };
  const own = ownEntry(declared);
  if (own === undefined) return { observed, problems: [] };
  const isDone = diffRepository(declared, observed).length === 0;
  return {
    observed,
    problems: [...mixedFileProblems(declared, state, own), ...duplicateProblems(declared, { state, own, isDone })],
  };
}

const formTexts = {
  apt: 'with suites, as apt has them',
  dnf: 'without suites, as dnf has them',
  zypper: 'with `manager: zypper`',
  apk: 'with `manager: apk`',
} as const;

/** What a declaration of a manager is to have. */
const formHints: Readonly<Partial<Record<PackageManagerName, string>>> = {
  apt: 'add `suites:` and `components:`',
  dnf: 'remove suites and components, and declare the address of the directory with repodata',
  zypper: 'add `manager: zypper`, and declare the address of the directory with repodata',
  apk: 'add `manager: apk`, and declare addresses such as https://dl-cdn.alpinelinux.org/alpine/v3.22/main',
  pacman: 'declare its section with `block: /etc/pacman.conf#NAME`',
};

/** A declaration is for one manager, and nothing of another one can be read from it. */
function managerProblem(
  { name, form, state }: RepositoryDeclared,
  value: PackageManagerValue | undefined,
): Diagnostic | undefined {
  const manager = value?.manager ?? 'apt';
  if (value === undefined || state === 'absent' || manager === form) return undefined;
  return errorDiagnostic('SP680', {
    detail: `repository:${name} is declared ${formTexts[form]}, and the node keeps its packages with ${manager}.`,
    hint: formHints[manager] ?? `declare the file of ${manager} with \`file:\``,
  });
}

function toState(declared: RepositoryDeclared, answers: Answers): RepositoryState {
  const { key, replaces, whole } = declared;
  const find = (path: string): FoundFile => foundFile(path, answers[`file ${path}`]);
  const keys = declared.state === 'absent' ? leftPaths(declared) : key === null ? [] : [key.path];
  const path = sourcesPath(declared);
  const entries = foundValue<PackageSourcesValue>(answers['sources'])?.entries ?? [];
  const own = new Set([path, ...(declared.state === 'absent' ? keys : [])]);
  return {
    source: foundFile(path, answers['source']),
    keys: whole === null ? keys.map(find) : [],
    hasDirectory: answers['directory'] === undefined || isDirectory(answers['directory']),
    hasKeyrings: isDirectory(answers['keyrings']),
    replaced: (whole === null ? replaces : whole.map((each) => each.path)).map(find),
    others: relevantEntries(
      declared,
      entries.filter((entry) => !own.has(entry.file)),
    ),
  };
}

function isDirectory(answer: Answer | undefined): boolean {
  return foundValue<StatValue>(answer)?.type === 'directory';
}

function foundFile(path: string, answer: Answer | undefined): FoundFile {
  if (answer?.status === 'unknown') return { path, sha256: unknown(answer.cause), sizeBytes: 0 };
  const content = foundValue<ContentValue>(answer);
  if (content === undefined) return { path, sha256: null, sizeBytes: 0 };
  const sizeBytes = content.base64 === undefined ? 0 : Buffer.from(content.base64, 'base64').length;
  return { path, ...content, sizeBytes };
}

/** The entries that matter, so that a source of somebody else's does not make the state another one. */
function relevantEntries(declared: RepositoryDeclared, entries: readonly SourceEntry[]): readonly SourceEntry[] {
  const own = ownEntry(declared);
  const paths = Object.values(forms).flatMap(({ keyPaths }) => keyPaths(declared.name));
  return entries
    .filter(
      (entry) =>
        (own !== undefined && (isSameSource(own, entry) || isSameSection(own, entry))) ||
        declared.replaces.includes(entry.file) ||
        paths.some((path) => entry.signedBy.split(' ').includes(path)),
    )
    .map((entry) => ({ ...entry }));
}

/** What the declaration comes to for its manager; undefined when it brings nothing. */
function ownEntry(declared: RepositoryDeclared): SourceEntry | undefined {
  const { name, form, fields, state } = declared;
  if (form === 'apk' || state === 'absent') return undefined;
  return parseSources(sourcesPath(declared), forms[form].format(name, fields))[0];
}

function obstacleAt(declared: RepositoryDeclared, stat: StatValue | undefined): Diagnostic | undefined {
  if (stat === undefined || stat.type === 'file') return undefined;
  const path = sourcesPath(declared);
  if (stat.type !== 'link')
    return errorDiagnostic('SP603', {
      detail: `${path} is a ${stat.type.replace('-', ' ')}, and the file of a repository is declared.`,
      hint: 'remove it, or declare the repository under another name',
    });
  if (declared.state === 'present') return undefined;
  return errorDiagnostic('SP603', {
    detail: `${path} is a symbolic link to ${stat.target ?? '?'}, and only a file is removed.`,
    hint: `declare \`link: ${path}\` with \`state: absent\``,
  });
}

function mixedFileProblems(
  { name }: RepositoryDeclared,
  { replaced, others }: RepositoryState,
  own: SourceEntry,
): readonly Diagnostic[] {
  return replaced.flatMap(({ path }) => {
    const foreign = others.find((entry) => entry.file === path && !isSameSource(own, entry));
    if (foreign === undefined) return [];
    return [
      errorDiagnostic('SP682', {
        detail: `${path} also names ${foreign.uris.join(' ')} ${foreign.suites.join(' ')}, which is not what repository:${name} declares.`,
        hint: `declare \`line: ${path}\` with a \`match:\` and \`state: absent\` for the one line`,
      }),
    ];
  });
}

type OwnState = { readonly state: RepositoryState; readonly own: SourceEntry; readonly isDone: boolean };

/** The other entries of a source, and what becomes of it with them. */
function duplicateProblems(
  { name, form, replaces }: RepositoryDeclared,
  { state, own, isDone }: OwnState,
): readonly Diagnostic[] {
  const others = state.others.filter(
    (entry) => !replaces.includes(entry.file) && (isSameSource(own, entry) || isSameSection(own, entry)),
  );
  return others.flatMap((entry) => {
    const conflict = conflictOf(form, own, entry);
    if (isDone && conflict === undefined) return [];
    const details = {
      detail: `${entry.file} ${conflict ?? `names the same source, so ${form} reads it twice`}.`,
      hint: form === 'apt' ? aptHint(name, entry) : `remove the section [${entry.section ?? ''}] from ${entry.file}`,
    };
    return [conflict === undefined ? warningDiagnostic('SP681', details) : errorDiagnostic('SP681', details)];
  });
}

/** apt refuses to work at all when two entries of a source are bound to different keys; of two with one name only one is read. */
function conflictOf(form: RepositoryDeclared['form'], own: SourceEntry, entry: SourceEntry): string | undefined {
  if (form === 'apt')
    return entry.signedBy === own.signedBy
      ? undefined
      : `names the same source with another key (${entry.signedBy || 'any that apt trusts'}), and apt refuses both`;
  return isSameSection(own, entry)
    ? `has a repository of the same name, and ${form} reads only one of them`
    : undefined;
}

function aptHint(name: string, { file }: SourceEntry): string {
  const isPlain = file.endsWith(`/${name}.list`) || file.startsWith('/etc/apt/sources.list.d/');
  return isPlain ? `add \`replaces: [${file}]\`` : `remove the entry from ${file}`;
}
