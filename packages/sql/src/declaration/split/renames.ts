import type { Conversion, Rename } from '../declaration.ts';
import type { SqlDialect } from './dialect.ts';
import type { Group } from './group.ts';
import { type RenameDirective, readRenameDirective } from './rename-directive.ts';
import { type NamedItem, readStatementShape, type StatementShape } from './statement-shape.ts';
import { type Token, textOf } from './token.ts';

/** A rename or a conversion that a comment asks for, or what is wrong with the comment; `offset` is where the comment begins. */
export type FoundRename =
  | { readonly kind: 'rename'; readonly rename: Omit<Rename, 'at'>; readonly offset: number }
  | { readonly kind: 'conversion'; readonly conversion: Conversion; readonly offset: number }
  | { readonly kind: 'problem'; readonly message: string; readonly hint: string; readonly offset: number };

type Statement = Group & { readonly kind: 'statement' };

/**
 * The renames that the comments in and around a statement ask for. A comment belongs to the item before it on its line, else, right
 * behind an opening parenthesis or outside of the list, to the whole statement. `setpoint:renamed_from` on a line of its own
 * belongs to what comes next. The first of several for one thing counts. Parents in `from` are named as they are declared.
 */
export function findRenames(dialect: SqlDialect, text: string, statement: Statement): readonly FoundRename[] {
  const inside = statement.tokens.filter(({ kind }) => kind === 'comment');
  const directives = [...statement.before, ...inside, ...statement.after].flatMap((comment) => {
    const directive = readRenameDirective(dialect, textOf(text, comment));
    return directive === undefined ? [] : [{ comment, directive }];
  });
  if (directives.length === 0) return [];
  const tokens = statement.tokens.filter(({ kind }) => kind !== 'comment');
  const shape = readStatementShape({ dialect, text }, tokens);
  const found = directives.map(({ comment, directive }) => {
    const item = shape === undefined ? undefined : itemOf({ text, tokens, shape }, comment, directive);
    return directive.kind === 'using'
      ? readConversion(dialect, item, { expression: directive.expression, offset: comment.start })
      : readRename(item, comment, directive);
  });
  return found.filter((one, index) => found.findIndex((other) => renamesSame(one, other)) === index);
}

function itemOf(
  { text, tokens, shape }: { readonly text: string; readonly tokens: readonly Token[]; readonly shape: StatementShape },
  comment: Token,
  directive: RenameDirective,
): NamedItem {
  if (comment.start < shape.list.start || comment.start > shape.list.end) return shape.object;
  const isOnOwnLine = text.slice(text.lastIndexOf('\n', comment.start) + 1, comment.start).trim() === '';
  const before = shape.items.findLast(({ start }) => start < comment.start);
  const next = shape.items.find(({ start }) => start > comment.start);
  if (directive.kind !== 'malformed' && directive.leads && isOnOwnLine) {
    // Behind the last item there is nothing that it could lead.
    const closing = tokens.find(({ start }) => start > comment.start);
    return next ?? (closing === undefined ? shape.object : (before ?? shape.object));
  }
  return before ?? shape.object;
}

function readConversion(
  dialect: SqlDialect,
  item: NamedItem | undefined,
  { expression, offset }: { readonly expression: string; readonly offset: number },
): FoundRename {
  if (dialect === 'postgres' && item?.kind === 'column') {
    return { kind: 'conversion', offset, conversion: { column: item.name, using: expression } };
  }
  return {
    kind: 'problem',
    offset,
    message: 'Only a column of PostgreSQL can say how its values become those of another type.',
    hint: 'Put the comment on the line of the column, or on the line above it.',
  };
}

function readRename(
  item: NamedItem | undefined,
  comment: Token,
  directive: Exclude<RenameDirective, { readonly kind: 'using' }>,
): FoundRename {
  const offset = comment.start;
  if (directive.kind === 'malformed') {
    return {
      kind: 'problem',
      offset,
      message: 'This comment asks for a rename and does not say from which name.',
      hint: 'Write `-- setpoint:renamed_from old_name`.',
    };
  }
  if (item?.kind === undefined) {
    const what = item === undefined ? 'this statement' : `a ${item.noun}`;
    return {
      kind: 'problem',
      offset,
      message: `There is nothing to rename in ${what}.`,
      hint: 'Put the comment on the line of what has a new name, or on the line above it; leave it out elsewhere.',
    };
  }
  const outer = item.name.slice(0, -1);
  const from =
    item.kind === 'enum value'
      ? [...outer, directive.label]
      : directive.from.length > 1
        ? directive.from
        : [...outer, ...directive.from];
  return { kind: 'rename', offset, rename: { kind: item.kind, from, to: item.name } };
}

function renamesSame(one: FoundRename, other: FoundRename): boolean {
  if (one.kind !== 'rename' || other.kind !== 'rename') return one === other;
  return one.rename.kind === other.rename.kind && one.rename.to.join('\0') === other.rename.to.join('\0');
}
