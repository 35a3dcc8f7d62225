import { parseReference } from './names.ts';
import { memberPath, type Piece, piece } from './pieces.ts';
import type { Rendering } from './rendering.ts';
import type { CheckInput, Deferrable, ForeignKeyAction, ForeignKeyInput, KeyInput, TableInput } from './table.ts';

/** Constraints that stand inside of CREATE TABLE: its keys and checks, each as pieces of its own. */
export function tableConstraints(rendering: Rendering, path: string, table: TableInput): readonly (readonly Piece[])[] {
  const { primary_key: primaryKey, unique = {}, checks = {} } = table;
  return [
    ...(primaryKey === undefined ? [] : [primaryKeyPieces(rendering, `${path}.primary_key`, readKey(primaryKey))]),
    ...Object.entries(unique).map(([name, input]) => {
      const at = memberPath(`${path}.unique`, name);
      return [piece(at, `CONSTRAINT ${rendering.name([name])} UNIQUE${keyText(rendering, at, readKey(input))}`)];
    }),
    ...Object.entries(checks).map(([name, input]) => {
      const at = memberPath(`${path}.checks`, name);
      const { expression } = readCheck(input);
      return [piece(at, `CONSTRAINT ${rendering.name([name])} CHECK (${rendering.sql(at, expression)})`)];
    }),
  ];
}

/** The foreign key as a clause: `CONSTRAINT … FOREIGN KEY …`. */
export function foreignKeyText(
  rendering: Rendering,
  path: string,
  input: ForeignKeyInput & { readonly name: string },
): string {
  const reference = parseReference(input.references);
  if (reference === undefined) {
    rendering.problem(`${path}.references`, `\`${input.references}\` names no table.`, 'Write `table (column)`.');
    return '';
  }
  if (rendering.dialect === 'mysql' && reference.columns.length === 0) {
    rendering.problem(
      `${path}.references`,
      'The columns that it leads to are missing.',
      `Write \`${input.references} (column)\`.`,
    );
  }
  rendering.only('postgres', `${path}.match`, input.match);
  const { name } = rendering;
  return [
    `CONSTRAINT ${name([input.name])} FOREIGN KEY (${columnList(rendering, input.columns)})`,
    `REFERENCES ${name(reference.table)}${reference.columns.length === 0 ? '' : ` (${columnList(rendering, reference.columns)})`}`,
    input.match === 'full' ? 'MATCH FULL' : '',
    actionText('DELETE', input.on_delete),
    actionText('UPDATE', input.on_update),
    deferrableText(rendering, path, input.deferrable),
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** The short form of a key is its columns. */
export function readKey(input: readonly string[] | KeyInput): KeyInput {
  return isList(input) ? { columns: input } : input;
}

/** The short form of a check is its expression. */
export function readCheck(input: string | CheckInput): CheckInput {
  return typeof input === 'string' ? { expression: input } : input;
}

/** Names, quoted, comma between. */
export function columnList(rendering: Rendering, columns: readonly string[]): string {
  return columns.map((column) => rendering.name([column])).join(', ');
}

/** True for a list; unlike `Array.isArray` it knows lists that may not be changed. */
export function isList<Item, Other>(value: readonly Item[] | Other): value is readonly Item[] {
  return Array.isArray(value);
}

function primaryKeyPieces(rendering: Rendering, path: string, key: KeyInput): readonly Piece[] {
  rendering.only('postgres', `${path}.name`, key.name);
  const name =
    key.name === undefined || rendering.dialect === 'mysql' ? '' : `CONSTRAINT ${rendering.name([key.name])} `;
  return [piece(path, `${name}PRIMARY KEY${keyText(rendering, path, key)}`)];
}

function keyText(rendering: Rendering, path: string, key: KeyInput): string {
  const { only } = rendering;
  only('postgres', `${path}.include`, key.include);
  only('postgres', `${path}.nulls_not_distinct`, key.nulls_not_distinct);
  const nulls = key.nulls_not_distinct === true ? ' NULLS NOT DISTINCT' : '';
  const include = key.include === undefined ? '' : ` INCLUDE (${columnList(rendering, key.include)})`;
  const deferrable = deferrableText(rendering, path, key.deferrable);
  return `${nulls} (${columnList(rendering, key.columns)})${include}${deferrable === '' ? '' : ` ${deferrable}`}`;
}

function deferrableText({ only }: Rendering, path: string, deferrable: Deferrable | undefined): string {
  only('postgres', `${path}.deferrable`, deferrable);
  if (deferrable === undefined) return '';
  return deferrable === 'initially_deferred' ? 'DEFERRABLE INITIALLY DEFERRED' : 'DEFERRABLE';
}

function actionText(event: 'DELETE' | 'UPDATE', action: ForeignKeyAction | undefined): string {
  if (action === undefined || action === 'no_action') return '';
  return `ON ${event} ${action.replace('_', ' ').toUpperCase()}`;
}
