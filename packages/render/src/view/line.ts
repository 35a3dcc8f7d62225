/** What a line of a rendered change says, so that each format can give it its own look. */
export type LineRole = 'plain' | 'added' | 'removed' | 'context' | 'note' | 'hazard';

/** One line of a rendered change: escaped text without indentation, how deep it stands, and what it says. */
export type Line = { readonly role: LineRole; readonly depth: number; readonly text: string };
