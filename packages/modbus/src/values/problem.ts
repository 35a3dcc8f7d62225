/** Why a declared value cannot be written, and how to fix that. */
export type InvalidValue = { readonly kind: 'invalid'; readonly detail: string; readonly hint?: string };

export function invalidValue(detail: string, hint?: string): InvalidValue {
  return { kind: 'invalid', detail, ...(hint === undefined ? {} : { hint }) };
}

/** A declared value as it is told in a message: cut when it is long, and without control characters. */
export function tellValue(value: unknown): string {
  const text =
    typeof value === 'number' ? (Object.is(value, -0) ? '0' : String(value)) : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
