import type { JsonObject, Operation } from '@setpoint/model';
import type { Table } from '../codec/index.ts';
import type { ValueFormat } from '../values/format.ts';

/** One value of a device: where it lies and how it is read. */
export type Cell = {
  readonly name: string;
  readonly table: Table;
  readonly address: number;
  /** Where it is read, which some devices keep apart; null when it cannot be read. */
  readonly readAddress: number | null;
  readonly format: ValueFormat;
  /** Nothing that it holds is told. */
  readonly isSensitive: boolean;
};

/** Which function writes a register: `auto` takes 6 for one register and 16 for several, 5 for a coil. */
export type WriteMethod = 'auto' | 'single' | 'multiple' | 'mask';

/**
 * A value on its way to a device. Words are hexadecimal text (`05AA 0001`), so that they are hidden wherever the value is; the mask
 * tells the bits of each word that belong to the value.
 */
export type CellWrite = {
  readonly cell: Cell;
  readonly words: string;
  readonly mask: readonly number[];
  readonly method: WriteMethod;
  /** How long the device takes until the value can be read back, or has its effect. */
  readonly settleMs: number;
  /** The value for people: `1450 rpm`. */
  readonly text: string;
};

/** What another value must be before anything is written. */
export type Condition = {
  readonly cell: Cell;
  readonly test:
    | { readonly kind: 'is' | 'not'; readonly words: string; readonly mask: readonly number[]; readonly text: string }
    /** Decimal texts; null is open. */
    | { readonly kind: 'between'; readonly min: string | null; readonly max: string | null };
};

/** What a set of adjacent writes needs around it. */
export type Surroundings = {
  /** Written in this order before the first write, and put back in the opposite order after the last, also after a failure. */
  readonly guard: readonly CellWrite[];
  readonly restoresGuard: boolean;
  /** Written once at the end when anything was written: makes it permanent. */
  readonly persist: CellWrite | null;
};

/** The only action of the channel: writes one value and proves it. */
export type WriteAction = Surroundings & {
  readonly kind: 'write';
  readonly write: CellWrite;
  /** The words that the plan found; null when nothing may be compared. */
  readonly before: string | null;
  readonly expect: readonly Condition[];
  /** Decimal text: how far the value read back may be from the declared one. */
  readonly tolerance: string | null;
  /** False: an act, such as a command register that clears itself; sent once and never compared. */
  readonly isState: boolean;
  /** The device holds something that is not permanent yet, so it is committed even when nothing has to be written. */
  readonly isUncommitted: boolean;
};

/** The action as an operation carries it. */
export function toAction(action: WriteAction): Operation['action'] {
  return action as unknown as JsonObject & { readonly kind: string };
}

/** The action of an operation; undefined when it is of another channel. */
export function readAction(action: Operation['action']): WriteAction | undefined {
  return action.kind === 'write' && 'write' in action ? (action as unknown as WriteAction) : undefined;
}

/** Words as the text that actions carry. */
export function wordsText(words: readonly number[]): string {
  return words.map((word) => word.toString(16).toUpperCase().padStart(4, '0')).join(' ');
}

/** The words of such a text. */
export function textWords(text: string): readonly number[] {
  return text.split(' ').map((word) => Number.parseInt(word, 16));
}

/** How messages name a value: `speed_setpoint (holding 107)`. */
export function describeCell({ name, table, address }: Cell): string {
  return `${name} (${table} ${address})`;
}
