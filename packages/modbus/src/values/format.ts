/**
 * In which order the bytes of a value stand on the wire; A is the highest one. `CDAB` swaps words, `BADC` swaps the bytes of each
 * word, `DCBA` does both. With four registers words are reversed as a whole: `GH EF CD AB`. In one register only bytes can be swapped.
 */
export type ByteOrder = 'ABCD' | 'CDAB' | 'BADC' | 'DCBA';

/** True or false: one bit of a register, or a whole register or coil, where zero is false and everything else is true. */
export type BoolFormat = { readonly kind: 'bool'; readonly bit: number | null };

/** What an engineer reads in place of raw numbers: value = raw × scale + offset, exactly, in the unit. */
export type Scaling = {
  /** Decimal text, not zero. */
  readonly scale: string;
  readonly offset: string;
  /** Label such as `rpm`, or empty. */
  readonly label: string;
};

/** The name of one raw number, written as decimal text. */
export type EnumName = { readonly name: string; readonly raw: string };

/** A whole number: `width` bits from bit `shift` of its registers, counted from the lowest one. */
export type IntegerFormat = Scaling & {
  readonly kind: 'integer';
  readonly encoding: 'signed' | 'unsigned' | 'bcd';
  readonly registers: 1 | 2 | 4;
  readonly shift: number;
  readonly width: number;
  readonly order: ByteOrder;
  /** Names of raw numbers; with names, no other number can be declared. Empty: a plain number. */
  readonly names: readonly EnumName[];
  /** Raw bits, as decimal text without a sign, by which the device says that it has no value. */
  readonly notAvailable: readonly string[];
};

/** A binary floating point number of IEEE 754. */
export type FloatFormat = Scaling & {
  readonly kind: 'float';
  readonly width: 16 | 32 | 64;
  readonly order: ByteOrder;
  /** Raw bits as decimal text; `NaN` stands for all of its patterns. */
  readonly notAvailable: readonly string[];
};

/** Text of single bytes in Latin-1, two in each register or one in its higher or lower byte. */
export type TextFormat = {
  readonly kind: 'text';
  readonly registers: number;
  readonly packing: 'both' | 'high' | 'low';
  /** Only the order of the two bytes of a register counts; the registers of a text always go forward. */
  readonly order: ByteOrder;
  /** What fills the rest. A text ends at its first NUL; with spaces, those at its end are dropped too. */
  readonly padding: 'nul' | 'space';
};

/** How a value lies in registers, as plain data. */
export type ValueFormat = BoolFormat | IntegerFormat | FloatFormat | TextFormat;

/** Registers (or coils) that a value takes. */
export function wordCount(format: ValueFormat): number {
  switch (format.kind) {
    case 'bool':
      return 1;
    case 'integer':
    case 'text':
      return format.registers;
    case 'float':
      return format.width / 16;
    default:
      return format satisfies never;
  }
}
