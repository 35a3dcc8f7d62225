/** The bytes of an amount of memory: digits with k, m or g; NaN where it is none. */
export function bytesOf(memory: string): number {
  const [, digits, unit = ''] = /^(\d{1,15})([kmg]?)b?$/i.exec(memory) ?? [];
  return digits === undefined ? Number.NaN : Number(digits) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
}

/** The bytes of memory and swap together; -1 for no limit. */
export function swapBytesOf(memory: string): number {
  return memory === 'unlimited' || memory === '-1' ? -1 : bytesOf(memory);
}
