import type { Json } from '@setpoint/model';
import type { CellWrite, Condition, Surroundings } from '../../driver/action.ts';
import type { RegisterDefinition } from '../../profiles/index.ts';

/** A register or coil as declared, in canonical form: everything that its profile says of it is in here. */
export type ValueDeclared = Surroundings & {
  readonly write: CellWrite;
  /** The value in the form that reading gives it. */
  readonly value: Json;
  /** Decimal text; null: the very same bits, or another form of the same number. */
  readonly tolerance: string | null;
  /** Decimal text: the most that one run may move it. */
  readonly maxStep: string | null;
  readonly expect: readonly Condition[];
  /** How often it is written: until it holds the value, or as an act. */
  readonly when: WriteWhen;
  /** Holds while the device has something that is not permanent yet; null where it does not say. */
  readonly pending: Condition | null;
  /** What every write wears out; null where writing costs nothing. */
  readonly wear: RegisterDefinition['wear'];
  /** Nothing of the value is shown. */
  readonly isSensitive: boolean;
};

/** A state is written when it differs. An act, such as a reset command, is written once in an apply, unless all conditions hold. */
export type WriteWhen = { readonly kind: 'state' } | { readonly kind: 'act'; readonly unless: readonly Condition[] };

/** What a register or coil holds; `value` and `text` are null when its bits are no value of the declared type. */
export type ValueState = {
  readonly words: readonly number[];
  readonly value: Json;
  readonly text: string | null;
  /** Something that the device holds is not permanent yet. */
  readonly isUncommitted: boolean;
};
