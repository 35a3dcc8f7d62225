import type { Rename } from '../declaration.ts';
import { columnPath, readColumn } from './columns.ts';
import { readCheck, readKey } from './constraints.ts';
import { readIndex } from './indexes.ts';
import { parseName } from './names.ts';
import { memberPath } from './pieces.ts';
import type { Rendering } from './rendering.ts';
import type { RenamedFrom, TableInput } from './table.ts';

type Renamed = {
  readonly kind: Rename['kind'];
  readonly path: string;
  readonly to: readonly string[];
  readonly from: RenamedFrom | undefined;
};

/** The renames that a table and what is in it ask for; parents are named as they are declared. */
export function tableRenames(
  rendering: Rendering,
  { path, name, input }: { readonly path: string; readonly name: readonly string[]; readonly input: TableInput },
): readonly Rename[] {
  const { columns, indexes = {} } = input;
  const isPostgres = rendering.dialect === 'postgres';
  const schema = name.slice(0, -1);
  const renamed: readonly Renamed[] = [
    { kind: 'table', path, to: name, from: input.renamed_from },
    ...Object.entries(columns).map(([column, written]): Renamed => {
      return {
        kind: 'column',
        path: columnPath(path, column),
        to: [...name, column],
        from: readColumn(written).renamed_from,
      };
    }),
    ...Object.entries(indexes).map(([index, written]): Renamed => {
      const to = isPostgres ? [...schema, index] : [...name, index];
      return { kind: 'index', path: memberPath(`${path}.indexes`, index), to, from: readIndex(written).renamed_from };
    }),
    ...constraintsOf(path, input, isPostgres).map((one): Renamed => ({ ...one, to: [...name, ...one.to] })),
  ];
  return renamed.flatMap((one) => toRenames(rendering, one));
}

function constraintsOf(path: string, input: TableInput, isPostgres: boolean): readonly Renamed[] {
  const { primary_key: primaryKey, unique = {}, checks = {}, foreign_keys: foreignKeys = {} } = input;
  const key = primaryKey === undefined ? undefined : readKey(primaryKey);
  return [
    ...(key?.name === undefined
      ? []
      : [{ kind: 'constraint' as const, path: `${path}.primary_key`, to: [key.name], from: key.renamed_from }]),
    ...Object.entries(unique).map(([name, written]): Renamed => {
      const kind = isPostgres ? 'constraint' : 'index';
      return { kind, path: memberPath(`${path}.unique`, name), to: [name], from: readKey(written).renamed_from };
    }),
    ...Object.entries(checks).map(([name, written]): Renamed => {
      return {
        kind: 'constraint',
        path: memberPath(`${path}.checks`, name),
        to: [name],
        from: readCheck(written).renamed_from,
      };
    }),
    ...Object.entries(foreignKeys).map(([name, written]): Renamed => {
      return {
        kind: 'constraint',
        path: memberPath(`${path}.foreign_keys`, name),
        to: [name],
        from: written.renamed_from,
      };
    }),
  ];
}

function toRenames(rendering: Rendering, { kind, path, to, from }: Renamed): readonly Rename[] {
  if (from === undefined) return [];
  const names = typeof from === 'string' ? [from] : from;
  return names.flatMap((written) => {
    // Only a table is known by more than its own name.
    const parts = kind === 'table' ? parseName(written) : [written];
    if (parts === undefined) {
      rendering.problem(`${path}.renamed_from`, `\`${written}\` is no name of a table.`);
      return [];
    }
    const former = parts.length > 1 ? parts : [...to.slice(0, -1), ...parts];
    return [{ kind, from: former, to, at: path }];
  });
}
