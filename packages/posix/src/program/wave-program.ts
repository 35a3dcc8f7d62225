import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { bodyOf, type Expectation, type ShAction, type WriteFileAction } from '../operations/action.ts';
import { createFilesLibrary } from '../operations/create-files.ts';
import { stepLibrary, writeFileLibrary } from '../operations/library.ts';
import { newFilesText } from './new-files.ts';
import type { WavePart } from './wave-parts.ts';

/** One step as the program needs it; `id` names its records, `needs` are ids of the same program. */
export type WaveStep = {
  readonly id: number;
  readonly action: ShAction;
  readonly timeoutSeconds: number;
  readonly needs: readonly number[];
};

/** What goes with the parts of a wave. */
export type WaveCompany = {
  /** As `underSafeguardText`: no step starts once it has begun to undo. */
  readonly safeguard?: ShellText | undefined;
  /** As `askProgram`: it runs when every step was done. */
  readonly ask?: ShellText | undefined;
};

/** The shell text that executes all parts in order, with a record before and after each step. */
export function waveProgram(parts: readonly WavePart[], { safeguard = sh``, ask }: WaveCompany = {}): ShellText {
  const creates = parts.some(({ kind }) => kind === 'new-files');
  const writes = creates || parts.some((part) => part.kind === 'step' && part.step.action.kind === 'write-file');
  const hello = shRaw('sp_record "hello" 0 "$$"\n');
  const runs = parts.some((part) => part.kind === 'step' && part.step.action.kind === 'run');
  // Steps run in shells of their own, so what they all ask is asked before them.
  const known = runs ? [shRaw('sp_timeout_help=$(timeout --help 2>&1)\n')] : [];
  const libraries = [
    stepLibrary,
    safeguard,
    ...known,
    ...(writes ? [writeFileLibrary] : []),
    ...(creates ? [createFilesLibrary] : []),
  ];
  return shJoin([...libraries, hello, ...parts.map(partText), ...(ask === undefined ? [] : [afterwards(ask)])], '');
}

/** What is asked keeps nobody off the node, even if it hangs. */
function afterwards(ask: ShellText): ShellText {
  return sh`if [ "$sp_undone" = ' ' ]; then exec 9<&-
sp_record answering 0
${ask}fi
`;
}

function partText(part: WavePart): ShellText {
  switch (part.kind) {
    case 'step':
      return stepText(part.step);
    case 'new-files':
      return newFilesText(part.files, ({ action }) => writeFileText(action));
    default:
      return part satisfies never;
  }
}

function stepText(step: WaveStep): ShellText {
  const name = shRaw(`sp_o${step.id}`);
  const size = bodyOf(step.action)?.sizeBytes ?? 0;
  return sh`${name}() { ${actionText(step)}; }\nsp_step ${step.id} ${size} ${name} ${step.needs}\n`;
}

function actionText(step: WaveStep): ShellText {
  const { action, timeoutSeconds } = step;
  if (action.kind === 'run' && action.isBrief === true) return sh`sp_brief ${action.script}`;
  switch (action.kind) {
    case 'write-file':
      return writeFileText(action);
    case 'run':
      return sh`sp_run ${timeoutSeconds} ${action.script} ${action.stdin === null ? '-' : action.stdin.sizeBytes}`;
    default:
      return action satisfies never;
  }
}

function writeFileText(action: WriteFileAction): ShellText {
  return sh`sp_write ${[
    action.path,
    action.sizeBytes,
    action.sha256,
    action.mode ?? '-',
    action.createMode,
    action.owner ?? '-',
    action.group ?? '-',
    expectationWord(action.expect),
    action.follow ? (action.leadsTo ?? 1) : 0,
    action.backup ?? '-',
    action.check ?? '-',
    action.inPlace ? 1 : 0,
    ...(action.trial === undefined ? [] : [action.trial]),
  ]}`;
}

function expectationWord(expect: Expectation): string {
  return expect.kind === 'sha256' ? expect.sha256 : expect.kind;
}
