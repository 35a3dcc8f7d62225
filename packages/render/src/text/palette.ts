/**
 * How text is coloured: one function per colour; `plainPalette` leaves text alone. Nothing in
 * this package writes an escape code itself, so colour is entirely the caller's decision.
 */
export type Palette = {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly magenta: (text: string) => string;
};

/** No colour. */
export const plainPalette: Palette = {
  bold: same,
  dim: same,
  red: same,
  green: same,
  yellow: same,
  cyan: same,
  magenta: same,
};

/** What every text for a terminal needs to know: the colours, and the width in columns (at least 40 are assumed). */
export type TextOptions = { readonly palette: Palette; readonly width: number };

/** The narrowest width that layouts are made for. */
export const minWidth = 40;

function same(text: string): string {
  return text;
}
