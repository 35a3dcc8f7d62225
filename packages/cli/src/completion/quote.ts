/** A word for bash and zsh that nothing in it can end or expand. */
export function quoteWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A word for fish, whose single quotes know two escapes. */
export function quoteFishWord(text: string): string {
  return `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
