import type { Edit, Operation } from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import { removalScript } from '../modules/file/removal-script.ts';
import type { Expectation, WriteFileAction } from '../operations/action.ts';
import { runOperation } from '../operations/run-operation.ts';
import { parentOf } from '../paths/absolute-path.ts';
import type { FoundText, SettingDeclared, SettingState, SettingText, SettingWriter } from './setting.ts';
import { type Wanted, wantedText } from './wanted.ts';

/** A file of a megabyte. */
const writeDeadlineMs = 60_000;

/** What is known when the texts of a setting are written. */
export type TextsWork<Part> = {
  readonly declared: SettingDeclared<Part>;
  readonly edits: readonly Edit[];
  readonly texts: SettingState<unknown>['texts'];
  /** Names of texts whose directory is not there, or may not be. */
  readonly missing: readonly string[];
};

/** One write or removal for each text that has an edit. Its title does not depend on what was found. */
export function textOperations<Part>(work: TextsWork<Part>, write: SettingWriter<Part>): readonly Operation[] {
  const { declared, edits, texts, missing } = work;
  return Object.entries(declared.texts).flatMap(([name, text]) => {
    if (!edits.some(({ path }) => path === name)) return [];
    const found = texts[name] ?? { kind: 'absent' };
    const wanted = wantedText(declared, { name, texts }, write);
    if (wanted.kind === 'gone') return [removeText(text, found)];
    const makes = text.isOwn && missing.includes(name) ? [makeDirectory(parentOf(text.path))] : [];
    return [...makes, writeText(text, found, wanted)];
  });
}

function makeDirectory(path: string): Operation {
  return runOperation({
    title: `make the directory ${path}`,
    script: sh`umask 022; mkdir -p -- ${path}`,
    timeoutMs: 30_000,
    repeatable: true,
  });
}

function writeText({ path, follow, backup }: SettingText, found: FoundText, wanted: Wanted): Operation {
  const content = wanted.kind === 'content' ? wanted : undefined;
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    // Nothing is written on a text that is not known yet: the change is planned again when it is.
    sha256: content?.sha256 ?? '',
    sizeBytes: content?.sizeBytes ?? 0,
    ...(content?.bytes === undefined ? {} : { bytes: content.bytes.toString('base64') }),
    mode: null,
    createMode: '0644',
    owner: null,
    group: null,
    expect: expectation(found),
    follow,
    backup: backup === true && found.kind === 'present' ? `${path}.${found.sha256.slice(0, 12)}.bak` : null,
    check: null,
    inPlace: false,
  };
  return { title: `write ${path}`, action, timeoutMs: writeDeadlineMs, hazards: [], repeatable: true };
}

function expectation(found: FoundText): Expectation {
  if (found.kind === 'absent') return { kind: 'absent' };
  return found.kind === 'unknown' ? { kind: 'any' } : { kind: 'sha256', sha256: found.sha256 };
}

function removeText({ path }: SettingText, found: FoundText): Operation {
  const state = found.kind === 'present' ? found : undefined;
  return runOperation({
    title: `remove ${path}`,
    script: removalScript(path, state),
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
  });
}
