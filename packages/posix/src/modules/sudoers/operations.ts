import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import type { FileState } from '../file/declared.ts';
import { fileOperations } from '../file/operations.ts';
import type { SudoersDeclared } from './declared.ts';
import { validates } from './observe.ts';
import { trialScript } from './trial-script.ts';

/** The work of a file, with the content read by `visudo` before it takes its place. */
export function sudoersOperations(
  declared: SudoersDeclared,
  edits: readonly Edit[],
  observed: Observed<FileState>,
): Work {
  const { operations, reasons } = fileOperations(declared, edits, observed);
  const hazards = sudoersHazards(declared, edits, observed);
  return { operations: operations.map((operation) => withTrial(declared, operation, hazards)), reasons };
}

function withTrial(declared: SudoersDeclared, operation: Operation, more: readonly Hazard[]): Operation {
  const hazards = [...operation.hazards, ...more];
  const { action, title } = operation;
  if (action.kind !== 'write-file') return { ...operation, hazards };
  const text = declared.isMade ? declared.body?.text : undefined;
  const bytes = text === undefined ? {} : { bytes: Buffer.from(text).toString('base64') };
  if (!validates(declared)) return { ...operation, hazards, action: { ...action, ...bytes } };
  return {
    ...operation,
    title: `${title}, once visudo has read it`,
    hazards,
    action: { ...action, ...bytes, trial: trialScript.shell },
  };
}

function sudoersHazards(
  { path, state, body }: SudoersDeclared,
  edits: readonly Edit[],
  observed: Observed<FileState>,
): readonly Hazard[] {
  if (!edits.some((edit) => edit.path === 'content' || edit.path === 'state')) return [];
  const before = linesOf(observed);
  const after = state === 'absent' ? [] : body?.text?.split('\n');
  const loses = before === undefined || after === undefined || before.some((line) => !after.includes(line));
  return [
    ...(state === 'absent'
      ? []
      : [{ kind: 'privilege', message: `${path} says who may run commands as others, root included` } as const]),
    ...(loses && observed.kind !== 'absent'
      ? [
          {
            kind: 'connectivity',
            message: `Rights that ${path} gave before are gone, also those of Setpoint if it has them from there`,
          } as const,
        ]
      : []),
  ];
}

/** What the file said before; undefined when that is not known. */
function linesOf(observed: Observed<FileState>): readonly string[] | undefined {
  if (observed.kind === 'absent') return [];
  if (observed.kind === 'unknown' || observed.state.sha256 === undefined || isUnknown(observed.state.sha256))
    return undefined;
  const { base64 } = observed.state;
  if (base64 === undefined) return undefined;
  return Buffer.from(base64, 'base64')
    .toString('utf8')
    .split('\n')
    .filter((line) => !/^\s*(?:#(?!\d|include)|$)/.test(line));
}
