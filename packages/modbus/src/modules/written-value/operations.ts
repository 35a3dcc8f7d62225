import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { describeAddress } from '../../addresses/index.ts';
import { type CellWrite, describeCell, toAction, wordsText } from '../../driver/action.ts';
import { phraseFor } from '../../driver/conditions.ts';
import { writeFunction } from '../../driver/write-request.ts';
import type { ValueDeclared, ValueState } from './declared.ts';

/** What connecting again and reading back may take beside the declared waits, at most. */
const overheadMs = 60_000;

/** One write, with everything that has to happen around it. */
export function valueOperations(declared: ValueDeclared, edits: readonly Edit[], observed: Observed<ValueState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { write, expect, guard, restoresGuard, persist, tolerance, when } = declared;
  const isState = when.kind === 'state';
  const isUncommitted = observed.kind === 'present' && observed.state.isUncommitted;
  const before = isState && observed.kind === 'present' ? wordsText(observed.state.words) : null;
  const operation: Operation = {
    title: `write ${describeCell(write.cell)}`,
    action: toAction({
      kind: 'write',
      write,
      before,
      expect,
      tolerance,
      isState,
      isUncommitted,
      guard,
      restoresGuard,
      persist,
    }),
    timeoutMs: overheadMs + write.settleMs,
    hazards: hazardsOf(declared),
    repeatable: isState,
  };
  return {
    operations: [operation],
    reasons: [countReason(declared), ...expect.map((each) => `${describeCell(each.cell)} ${phraseFor(each.test)}`)],
  };
}

function hazardsOf({ write, when, wear }: ValueDeclared): readonly Hazard[] {
  const name = describeCell(write.cell);
  const hazards: Hazard[] = [];
  if (when.kind === 'act')
    hazards.push({ kind: 'unrepeatable', message: `${name} is a command: writing it again does it again` });
  if (wear !== null) {
    const bears = wear.cycles === null ? 'bears only so many writes' : `bears ${wear.cycles} writes`;
    hazards.push({ kind: 'wear', message: `${name} is kept in ${memoryNames[wear.memory]} that ${bears}` });
  }
  return hazards;
}

const memoryNames = { eeprom: 'an EEPROM', flash: 'a flash memory' } as const;

/** What is written, how often and by which functions: `holding 107, rpm; 3 writes at most: run = false (FC5), the value (FC6), run back`. */
function countReason({ write, guard, restoresGuard, persist }: ValueDeclared): string {
  const { table, address, format } = write.cell;
  const unit = 'label' in format && format.label !== '' ? `, in ${format.label}` : '';
  const own = `FC${writeFunction(write)}`;
  const place = `${describeAddress(table, address)}${unit}`;
  if (guard.length === 0 && persist === null) return `${place}; 1 write (${own})`;
  const parts = [
    ...guard.map(tell),
    `the value (${own})`,
    ...(restoresGuard ? guard.map((each) => `${each.cell.name} back`) : []),
    ...(persist === null ? [] : [`${tell(persist)} to make it permanent`]),
  ];
  return `${place}; ${parts.length} writes at most: ${parts.join(', ')}`;
}

function tell(write: CellWrite): string {
  return `${write.cell.name} = ${write.text} (FC${writeFunction(write)})`;
}
