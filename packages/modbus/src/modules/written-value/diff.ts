import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import { textWords } from '../../driver/action.ts';
import { isSame } from '../../driver/write-request.ts';
import { formatWords, withinTolerance } from '../../values/index.ts';
import type { ValueDeclared, ValueState } from './declared.ts';

/** The value and its raw words where they differ; an act is one edit that nothing can verify. */
export function diffValue(declared: ValueDeclared, observed: Observed<ValueState>): readonly Edit[] {
  if (!differs(declared, observed)) return [];
  const { write, value, when, isSensitive } = declared;
  const hidden = isSensitive ? { sensitive: true as const } : {};
  const raw = editValue(formatWords(textWords(write.words)));
  if (when.kind === 'act') {
    return [
      {
        path: 'value',
        before: beforeOf(observed, () => ({ kind: 'absent' })),
        after: editValue(value),
        act: true,
        ...hidden,
      },
      { path: 'value.raw', before: { kind: 'absent' }, after: raw, act: true, ...hidden },
    ];
  }
  return [
    { path: 'value', before: beforeOf(observed, shownValue), after: editValue(value), ...hidden },
    {
      path: 'value.raw',
      before: beforeOf(observed, ({ words }) => editValue(formatWords(words))),
      after: raw,
      ...hidden,
    },
  ];
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
