import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { bodyOf, type Expectation, type ShAction, type WriteFileAction } from '../operations/action.ts';
import { stepLibrary, writeFileLibrary } from '../operations/library.ts';

/** One step as the program needs it; `id` names its records, `needs` are ids of the same program. */
export type WaveStep = {
  readonly id: number;
  readonly action: ShAction;
  readonly timeoutSeconds: number;
  readonly needs: readonly number[];
};

/** The shell text that executes all steps in order, with a record before and after each. */
export function waveProgram(steps: readonly WaveStep[]): ShellText {
  const writes = steps.some((step) => step.action.kind === 'write-file');
  const calls = steps.map((step) => {
    const name = shRaw(`sp_o${step.id}`);
    const size = bodyOf(step.action)?.sizeBytes ?? 0;
    return sh`${name}() { ${actionText(step)}; }\nsp_step ${step.id} ${size} ${name} ${step.needs}\n`;
  });
  const hello = shRaw('sp_record "hello" 0 "$$"\n');
  return shJoin([stepLibrary, ...(writes ? [writeFileLibrary] : []), hello, ...calls], '');
}

function actionText(step: WaveStep): ShellText {
  const { action, timeoutSeconds } = step;
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
    action.follow ? 1 : 0,
    action.backup ?? '-',
    action.check ?? '-',
    action.inPlace ? 1 : 0,
  ]}`;
}

function expectationWord(expect: Expectation): string {
  return expect.kind === 'sha256' ? expect.sha256 : expect.kind;
}
