import { createHash } from 'node:crypto';
import { type Answer, type Answers, type Body, formatAddress, type Prediction } from '@setpoint/model';
import type { PackageCandidateValue } from '../../queries/package-candidate.ts';
import type { PackageManagerValue } from '../../queries/package-manager.ts';
import type { PackageSourcesValue } from '../../queries/package-sources.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { newDirectoryStat, newFileStat, type StatValue } from '../../queries/stat.ts';
import { predictEditable } from '../../text-edits/predict.ts';
import { type RepositoryDeclared, sourcesPath } from './declared.ts';
import { forms } from './form.ts';
import { filesToRemove } from './leftovers.ts';
import { observeRepository } from './observe.ts';

/** What the node will answer once the repository is as declared; what apt would install is known only then. */
export function predictRepository(declared: RepositoryDeclared, answers: Answers): Prediction {
  const { name, whole } = declared;
  if (whole !== null)
    return { answers: Object.fromEntries(whole.map(({ path, body }) => [`file ${path}`, fileAnswer(body)])) };
  const predicted =
    declared.state === 'absent' ? predictRemoval(declared, answers) : predictPresence(declared, answers);
  const address = formatAddress('repository', name);
  return {
    ...predicted,
    answers: { ...predicted.answers, ...predictManager(declared, answers) },
    adjusts: ['package-candidate', 'package-set'].map((kind) => ({
      kind,
      adjust: (_, answer) => laterCandidate(answer, address),
    })),
  };
}

/** Nothing was looked up for a package that is good as it is. */
function laterCandidate(answer: Answer, address: ReturnType<typeof formatAddress>): Answer {
  if (foundValue<PackageCandidateValue>(answer)?.looked === false) return answer;
  return { status: 'unknown', cause: { kind: 'after', address } };
}

function predictPresence(declared: RepositoryDeclared, answers: Answers): Prediction {
  const { name, form, fields, key, replaces } = declared;
  const text = forms[form].format(name, fields);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const source: Body = { sha256, sizeBytes: Buffer.byteLength(text), text };
  const isLink = foundValue<StatValue>(answers['stat'])?.type === 'link';
  const stat: Answer = { status: 'found', value: { ...newFileStat, sizeBytes: source.sizeBytes } };
  return {
    answers: {
      source: fileAnswer(source),
      // Following a link changes its target and leaves the link itself.
      ...(isLink ? {} : { stat }),
      otherStat: stat,
      sources: sourcesWithout(answers['sources'], replaces),
      ...(answers['directory'] === undefined ? {} : { directory: directoryAnswer }),
      ...(key === null ? {} : { [`file ${key.path}`]: fileAnswer(key.body), keyrings: directoryAnswer }),
      ...Object.fromEntries(replaces.map((path) => [`file ${path}`, { status: 'absent' as const }])),
    },
    others: [
      ...predictEditable(sourcesPath(declared), source),
      ...(key === null ? [] : predictEditable(key.path, key.body)),
      ...replaces.flatMap((path) => predictEditable(path, null)),
    ],
  };
}

function predictRemoval(declared: RepositoryDeclared, answers: Answers): Prediction {
  const { observed } = observeRepository(declared, answers);
  const removed = observed.kind === 'present' ? filesToRemove(observed.state).map((file) => file.path) : [];
  const gone: Answer = { status: 'absent' };
  return {
    answers: {
      source: gone,
      stat: gone,
      otherStat: gone,
      ...Object.fromEntries(removed.map((path) => [`file ${path}`, gone])),
    },
    others: predictEditable(sourcesPath(declared), null),
  };
}

/** The bytes are predicted as they will be read, so that nothing is left to be done. */
function fileAnswer(body: Body | null): Answer {
  if (body === null) return { status: 'absent' };
  const { sha256, text } = body;
  return {
    status: 'found',
    value: text === undefined ? { sha256 } : { sha256, base64: Buffer.from(text).toString('base64') },
  };
}

function sourcesWithout(answer: Answer | undefined, files: readonly string[]): Answer {
  const entries = foundValue<PackageSourcesValue>(answer)?.entries ?? [];
  const value = { entries: entries.filter((entry) => !files.includes(entry.file)).map((entry) => ({ ...entry })) };
  return { status: 'found', value };
}

/** Lists that are not refreshed here are older than the sources afterwards, also those that an earlier change of the plan refreshes. */
function predictManager({ form, state, refresh, enabled }: RepositoryDeclared, answers: Answers): Answers {
  const before = foundValue<PackageManagerValue>(answers['manager']);
  if (before === undefined) return { manager: { status: 'found', value: noLists } };
  // dnf, zypper and apk look themselves whether their repositories are others than they were.
  if (form !== 'apt' || before.manager !== undefined) return {};
  if (before.lists === 'missing' || (state === 'present' && refresh && enabled)) return {};
  return { manager: { status: 'found', value: { ...before, lists: 'outdated' } } };
}

/** Of a node on which apt comes only with this plan. */
const noLists: PackageManagerValue = { lists: 'missing', ageSeconds: 0, interrupted: false };

const directoryAnswer: Answer = { status: 'found', value: newDirectoryStat };
