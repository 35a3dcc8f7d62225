/** Cuts so many characters off, as the server counts them: a character outside of the basic plane is one. */
export function withoutHead(text: string, length: number): string {
  return Array.from(text).slice(length).join('');
}
