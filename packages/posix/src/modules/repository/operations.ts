import { createHash } from 'node:crypto';
import {
  type Body,
  type Edit,
  type Hazard,
  isUnknown,
  type Observed,
  type Operation,
  type Work,
} from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import type { Expectation, WriteFileAction } from '../../operations/action.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { removalScript } from '../file/removal-script.ts';
import { lockWaitSeconds } from '../package/lock-wait.ts';
import { type FoundFile, type RepositoryDeclared, type RepositoryState, sourcesPath } from './declared.ts';
import { forms } from './form.ts';
import { filesToRemove, keptKeys } from './leftovers.ts';
import { keyInPlace, refreshScript } from './refresh-script.ts';

const writeDeadlineMs = 60_000;
const refreshTimeoutMs = 600_000 + lockWaitSeconds * 1000;

/** The work that makes the edits true: first it is proved that the repository works, then its key and its file are put in place. */
export function repositoryOperations(
  declared: RepositoryDeclared,
  edits: readonly Edit[],
  observed: Observed<RepositoryState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const state = observed.kind === 'present' ? observed.state : undefined;
  if (declared.whole !== null) return { operations: wholeOperations(declared, edits, state), reasons: [] };
  if (declared.state === 'absent')
    return { operations: removalOperations(declared, state), reasons: reasonsToKeep(state) };
  return { operations: presenceOperations(declared, edits, state), reasons: [] };
}

function presenceOperations(
  declared: RepositoryDeclared,
  edits: readonly Edit[],
  state: RepositoryState | undefined,
): readonly Operation[] {
  const { key, refresh, enabled } = declared;
  const changesKey = edits.some((edit) => edit.path === 'key');
  const changesSource = edits.some((edit) => edit.path !== 'key' && edit.path !== 'replaces');
  const isProved = refresh && enabled && (changesKey || changesSource);
  return [
    ...(isProved ? [refreshLists(declared)] : []),
    ...missingDirectories(declared, { changesKey, changesSource, state }).map(makeDirectory),
    ...(changesKey && key !== null ? [writeKey(key, state)] : []),
    ...(isProved ? [] : trustKey(declared, edits)),
    ...(changesSource ? [writeSource(declared, state, isProved)] : []),
    ...(state?.replaced ?? []).filter((file) => file.sha256 !== null).map(removeFile),
  ];
}

function missingDirectories(
  { form, key }: RepositoryDeclared,
  {
    changesKey,
    changesSource,
    state,
  }: { readonly changesKey: boolean; readonly changesSource: boolean; readonly state: RepositoryState | undefined },
): readonly string[] {
  const { directory, keyrings } = forms[form];
  return [
    ...(directory !== undefined && changesSource && state?.hasDirectory !== true ? [directory] : []),
    ...(key !== null && changesKey && state?.hasKeyrings !== true ? [keyrings] : []),
  ];
}

function refreshLists(declared: RepositoryDeclared): Operation {
  return runOperation({
    title: `refresh the package lists of ${declared.name}`,
    script: refreshScript(declared),
    timeoutMs: refreshTimeoutMs,
    repeatable: true,
    ...(declared.key === null ? {} : { stdin: declared.key.body }),
  });
}

function makeDirectory(path: string): Operation {
  return runOperation({
    title: `create ${path}`,
    script: sh`[ -d ${path} ] || mkdir -p -m 0755 -- ${path}`,
    timeoutMs: 30_000,
    repeatable: true,
  });
}

/** zypper takes no key that rpm does not have; the trial of the lists brings it there. */
function trustKey(declared: RepositoryDeclared, edits: readonly Edit[]): readonly Operation[] {
  const path = keyInPlace(declared);
  const isChanged = edits.some((edit) => edit.path === 'key' || edit.path === 'signed_by');
  if (declared.form !== 'zypper' || path === undefined || !isChanged) return [];
  return [
    runOperation({
      title: `give rpm the key ${path}`,
      script: sh`rpm --import ${path}`,
      timeoutMs: 60_000,
      repeatable: true,
    }),
  ];
}

function writeKey(
  { path, body }: { readonly path: string; readonly body: Body },
  state: RepositoryState | undefined,
): Operation {
  return writeFile(path, { body, expect: expectation(state?.keys[0]), hazards: [] });
}

function writeSource(declared: RepositoryDeclared, state: RepositoryState | undefined, isProved: boolean): Operation {
  const bytes = Buffer.from(forms[declared.form].format(declared.name, declared.fields));
  const body = { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length };
  const message = `packages from ${declared.name} are installed as root although nobody signed them`;
  const hazards: readonly Hazard[] = declared.trusted ? [{ kind: 'privilege', message }] : [];
  const operation = writeFile(sourcesPath(declared), { body, expect: expectation(state?.source), hazards });
  const action = {
    ...operation.action,
    bytes: bytes.toString('base64'),
    ...(isProved && declared.form === 'apt' ? { trial: listsAreNewer } : {}),
  };
  return { ...operation, action };
}

/** The lists of the repository are there already, so its file must not make them count as older than it. */
const listsAreNewer = 'touch -c -- /var/lib/apt/lists/partial';

type WrittenFile = {
  readonly body: Pick<Body, 'sha256' | 'sizeBytes'>;
  readonly expect: Expectation;
  readonly hazards: readonly Hazard[];
};

function writeFile(path: string, { body, expect, hazards }: WrittenFile): Operation {
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    sha256: body.sha256,
    sizeBytes: body.sizeBytes,
    mode: null,
    createMode: '0644',
    owner: null,
    group: null,
    expect,
    follow: true,
    backup: null,
    check: null,
    inPlace: false,
  };
  return { title: `write ${path}`, action, timeoutMs: writeDeadlineMs, hazards, repeatable: true };
}

function expectation(found: FoundFile | undefined): Expectation {
  if (found === undefined || isUnknown(found.sha256)) return { kind: 'any' };
  return found.sha256 === null ? { kind: 'absent' } : { kind: 'sha256', sha256: found.sha256 };
}

function removalOperations(declared: RepositoryDeclared, state: RepositoryState | undefined): readonly Operation[] {
  if (state === undefined) return [removeFile({ path: sourcesPath(declared), sha256: null, sizeBytes: 0 })];
  return filesToRemove(state).map(removeFile);
}

function reasonsToKeep(state: RepositoryState | undefined): readonly string[] {
  if (state === undefined) return [];
  return keptKeys(state).map(({ path }) => `${path} stays: another source is bound to it`);
}

function removeFile(file: FoundFile): Operation {
  const { path, sha256, sizeBytes } = file;
  return runOperation({
    title: `remove ${path}`,
    script: removalScript(path, sha256 === null ? undefined : { sha256, sizeBytes }),
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
  });
}

function wholeOperations(
  { whole }: RepositoryDeclared,
  edits: readonly Edit[],
  state: RepositoryState | undefined,
): readonly Operation[] {
  return (whole ?? [])
    .filter(({ path }) => edits.some((edit) => edit.path === path))
    .map(({ path, body }) => {
      const found = state?.replaced.find((file) => file.path === path);
      if (body === null) return removeFile(found ?? { path, sha256: null, sizeBytes: 0 });
      return writeFile(path, { body, expect: expectation(found), hazards: [] });
    });
}
