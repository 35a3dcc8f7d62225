import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { parentOf } from '../paths/absolute-path.ts';
import type { NewFile } from './wave-parts.ts';

/** Files that get the same owner, group and mode in the same directory. */
type FileSet = { readonly directory: string; readonly files: readonly NewFile[] };

/** The call that creates the files together; `callOne` is the name of the function that creates one of them. */
export function newFilesText(files: readonly NewFile[], callOne: (file: NewFile) => ShellText): ShellText {
  const sets = setsOf(files);
  const firstId = files[0]?.step.id ?? 0;
  const numbered = sets.map((set, index) => ({ set, number: shRaw(`${firstId}_${index}`) }));
  const directories = [...new Set(sets.map((set) => set.directory))];
  const prepare = shJoin(
    [
      ...directories.map((directory) => sh`sp_clear ${directory}`),
      ...numbered.map(({ set, number }) => prepareText(set, number)),
    ],
    ' &&\n',
  );
  const all = shRaw(`sp_all${firstId}`);
  const words = files.flatMap(({ step }) => [`id=${step.id}`, ...step.needs]);
  return shJoin(
    [
      ...files.map((file) => contentText(file, callOne(file))),
      ...numbered.map(({ set, number }) => setText(set, number)),
      sh`${all}() {\n${prepare}\n}\nsp_create ${all} ${words}\n`,
    ],
    '',
  );
}

function setsOf(files: readonly NewFile[]): readonly FileSet[] {
  const sets = Map.groupBy(files, ({ action }) =>
    JSON.stringify([parentOf(action.path), action.owner, action.group, action.mode ?? action.createMode]),
  );
  return [...sets.values()].map((group) => ({ directory: parentOf(group[0]?.action.path ?? '/'), files: group }));
}

/** The content once, and the step that writes it alone, which takes it as its standard input. */
function contentText({ step, text }: NewFile, alone: ShellText): ShellText {
  const id = shRaw(String(step.id));
  return sh`sp_text${id}() { printf %s ${text}; }\nsp_o${id}() { sp_text${id} | ${alone}; }\n`;
}

function setText({ files }: FileSet, number: ShellText): ShellText {
  const fills = files.map((file) => sh`sp_text${shRaw(String(file.step.id))} >${localName(file)}`);
  const tells = files.map((file) => sh`sp_tell ${file.step.id} ${file.action.path}\n`);
  return sh`sp_files${number}() { "$@" ${files.map(localName)}; }
sp_fill${number}() { ${shJoin(fills, ' &&\n')}; }
sp_tell${number}() {\n${shJoin(tells, '')}}\n`;
}

function prepareText({ directory, files }: FileSet, number: ShellText): ShellText {
  const action = files[0]?.action;
  const sums = files.map((file) => `${file.action.sha256}  ${localName(file)}`).join('\n');
  const mode = action?.mode ?? action?.createMode ?? '';
  return sh`sp_prepare ${number} ${directory} ${action?.owner ?? '-'} ${action?.group ?? '-'} ${mode} ${sums}`;
}

function localName({ action }: NewFile): string {
  return `.${action.path.slice(action.path.lastIndexOf('/'))}`;
}
