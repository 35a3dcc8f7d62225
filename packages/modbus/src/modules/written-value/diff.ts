import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import { type CellWrite, textWords } from '../../driver/action.ts';
import { isSame } from '../../driver/write-request.ts';
import { formatWords, withinTolerance } from '../../values/index.ts';
import type { ValueDeclared, ValueState } from './declared.ts';

/** The value and its raw words where they differ; an act without conditions is one that nothing can verify. */
export function diffValue(declared: ValueDeclared, observed: Observed<ValueState>): readonly Edit[] {
  if (!differs(declared, observed)) return uncommittedEdits(observed);
  const { write, value, when, isSensitive } = declared;
  const hidden = isSensitive ? { sensitive: true as const } : {};
  if (when.kind === 'act') {
    // Whether it was needed can be read again only where something tells it.
    const act = {
      before: beforeOf(observed, nothing),
      ...(when.unless.length === 0 ? { act: true as const } : {}),
      ...hidden,
    };
    return [
      { path: 'run', after: editValue(value), ...act },
      { path: 'run.raw', after: rawAfter(write, observed), ...act },
    ];
  }
  return [
    { path: 'value', before: beforeOf(observed, shownValue), after: editValue(value), ...hidden },
    {
      path: 'value.raw',
      before: beforeOf(observed, ({ words }) => editValue(formatWords(words))),
      after: rawAfter(write, observed),
      ...hidden,
    },
  ];
}

/** The value is as declared, but the device would forget it. */
function uncommittedEdits(observed: Observed<ValueState>): readonly Edit[] {
  if (observed.kind !== 'present' || !observed.state.isUncommitted) return [];
  return [{ path: 'persist', before: editValue('not permanent yet'), after: editValue('permanent') }];
}

/** True when there is something to write, or nobody can tell. */
export function differs({ write, value, tolerance, when }: ValueDeclared, observed: Observed<ValueState>): boolean {
  if (observed.kind !== 'present') return true;
  if (when.kind === 'act') return false;
  const { words } = observed.state;
  return (
    !isSame(words, write.words, write.mask) &&
    !withinTolerance(write.cell.format, value, { words, tolerance: tolerance ?? '0' })
  );
}

/** The registers as they will be, with the bits that belong to others as they are. */
function rawAfter({ words, mask }: CellWrite, observed: Observed<ValueState>): EditValue {
  const others = observed.kind === 'present' ? observed.state.words : [];
  const merged = textWords(words).map((word, index) => {
    const own = mask[index] ?? 0xffff;
    return (word & own) | ((others[index] ?? 0) & ~own & 0xffff);
  });
  return editValue(formatWords(merged));
}

function nothing(): EditValue {
  return { kind: 'absent' };
}

/** Bits that are no value of the declared type are shown as they are. */
function shownValue({ value, words }: ValueState): EditValue {
  return editValue(value ?? formatWords(words));
}

function beforeOf(observed: Observed<ValueState>, present: (state: ValueState) => EditValue): EditValue {
  switch (observed.kind) {
    case 'present':
      return present(observed.state);
    case 'absent':
      return { kind: 'absent' };
    case 'unknown':
      return { kind: 'unknown', cause: observed.cause };
    default:
      return observed satisfies never;
  }
}
