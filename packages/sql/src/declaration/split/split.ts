import type { Product } from '../../session/session.ts';
import type { Conversion, LoadProblem, Rename, SqlFile } from '../declaration.ts';
import { findIncluded, readCommand, strayInclude } from './commands.ts';
import { dialectOf, type SqlDialect } from './dialect.ts';
import { type Group, groupTokens } from './group.ts';
import { lexMysql } from './mysql-lexer.ts';
import { excerptAt, placesOf } from './positions.ts';
import { lexPostgres } from './postgres-lexer.ts';
import { findRenames } from './renames.ts';
import { readSessionStatement } from './session-statement.ts';
import { type Lexed, type Token, textOf } from './token.ts';

/** One statement of a declaration: an exact stretch of its file, without the delimiter. */
export type SqlStatement = {
  /** The file's path. */
  readonly file: string;
  readonly text: string;
  /** Where the text begins, both from 1. */
  readonly line: number;
  readonly column: number;
  /** Where the text begins in the file, in UTF-16 units from 0. */
  readonly offset: number;
  /**
   * `SET …` statements of the file that are in force here, oldest first: they are run before it, and undone after it. Settings that
   * change nothing in a declaration are left out.
   */
  readonly settings: readonly string[];
  /** Where its stretches come from when it was rendered from a playbook, in order; `line` and `column` are 0 then. */
  readonly parts?: readonly StatementPart[];
};

/** From `offset` on a statement comes from the property at `path`: `tables.orders.columns.total`. */
export type StatementPart = { readonly offset: number; readonly path: string };

/** A text cut into statements. */
export type SplitText = {
  readonly statements: readonly SqlStatement[];
  readonly renames: readonly Rename[];
  readonly conversions: readonly Conversion[];
  readonly problems: readonly LoadProblem[];
};

/** Cuts all files of a declaration into statements, in the order of the files. */
export function splitFiles(product: Product, files: readonly SqlFile[]): SplitText {
  const paths = files.map(({ path }) => path);
  const split = files.map((file) => splitStatements(product, file, paths));
  return {
    statements: split.flatMap(({ statements }) => statements),
    renames: split.flatMap(({ renames }) => renames),
    conversions: split.flatMap(({ conversions }) => conversions),
    problems: split.flatMap(({ problems }) => problems),
  };
}

/**
 * Cuts one file into statements as the product's own client does, and reads the renames that its comments ask for. Lines for the
 * client and statements about the session are taken out; what cannot be part of a declaration is a problem. `declared`: the paths
 * of all files of the declaration, which `\i` may name.
 */
export function splitStatements(product: Product, file: SqlFile, declared: readonly string[] = [file.path]): SplitText {
  const dialect = dialectOf(product);
  const { tokens, unclosed } = lex(dialect, file.text);
  const reading = newReading(file);
  if (unclosed !== undefined) {
    reading.problem(unclosed.start, { message: `This ${unclosed.what} is never closed.` });
    return reading.result();
  }
  for (const group of groupTokens(dialect, file.text, tokens)) takeGroup({ dialect, declared, reading }, file, group);
  return reading.result();
}

function lex(dialect: SqlDialect, text: string): Lexed {
  return dialect === 'postgres' ? lexPostgres(text) : lexMysql(text);
}

type Reading = {
  readonly problem: (offset: number, told: Pick<LoadProblem, 'message' | 'hint'>) => void;
  readonly set: (name: string, text: string) => void;
  readonly reset: (name: string) => void;
  readonly statement: (tokens: readonly Token[]) => void;
  readonly rename: (rename: Rename) => void;
  readonly conversion: (conversion: Conversion) => void;
  readonly line: (offset: number) => number;
  readonly result: () => SplitText;
};

function newReading(file: SqlFile): Reading {
  const place = placesOf(file.text);
  const statements: SqlStatement[] = [];
  const problems: LoadProblem[] = [];
  const renames: Rename[] = [];
  const conversions: Conversion[] = [];
  const settings = new Map<string, string>();
  return {
    problem: (offset, told) => {
      problems.push({ file: file.path, ...place(offset), ...told, excerpt: excerptAt(file.text, offset) });
    },
    set: (name, text) => {
      settings.delete(name);
      settings.set(name, text);
    },
    reset: (name) => {
      if (name === 'all') settings.clear();
      else settings.delete(name);
    },
    statement: (tokens) => {
      const offset = tokens[0]?.start ?? 0;
      const text = file.text.slice(offset, tokens.at(-1)?.end);
      statements.push({ file: file.path, text, ...place(offset), offset, settings: [...settings.values()] });
    },
    rename: (rename) => renames.push(rename),
    conversion: (conversion) => conversions.push(conversion),
    line: (offset) => place(offset).line,
    result: () => ({ statements, problems, renames, conversions }),
  };
}

type Circumstances = { readonly dialect: SqlDialect; readonly declared: readonly string[]; readonly reading: Reading };

function takeGroup({ dialect, declared, reading }: Circumstances, file: SqlFile, group: Group): void {
  switch (group.kind) {
    case 'command':
      takeCommand({ dialect, declared, reading }, file, group.token);
      return;
    case 'rows':
      return;
    case 'statement':
      takeStatement(dialect, { file, reading }, group);
      return;
    default:
      group satisfies never;
  }
}

function takeCommand({ declared, reading }: Circumstances, file: SqlFile, token: Token): void {
  const command = readCommand(textOf(file.text, token));
  if (command.kind === 'refuse') reading.problem(token.start, { message: command.message, hint: command.hint });
  if (command.kind !== 'include' || findIncluded(command, file.path, declared) !== undefined) return;
  reading.problem(token.start, strayInclude(command.path));
}

type Target = { readonly file: SqlFile; readonly reading: Reading };

function takeStatement(dialect: SqlDialect, target: Target, group: Group & { kind: 'statement' }): void {
  const { file, reading } = target;
  const offset = group.tokens[0]?.start ?? 0;
  const session = readSessionStatement(dialect, file.text, group.tokens);
  switch (session?.kind) {
    case undefined:
      break;
    case 'skip':
      return;
    case 'set':
      reading.set(session.name, file.text.slice(offset, group.tokens.at(-1)?.end));
      return;
    case 'reset':
      reading.reset(session.name);
      return;
    case 'refuse':
      reading.problem(offset, { message: session.message, hint: session.hint });
      return;
    default:
      session satisfies never;
  }
  if (isCopy(file.text, group.tokens)) {
    reading.problem(offset, {
      message: 'A declaration says what the database looks like, not which rows it holds.',
      hint: 'Leave COPY out; fill the table with a `query` resource.',
    });
    return;
  }
  reading.statement(group.tokens);
  for (const found of findRenames(dialect, file.text, group)) {
    if (found.kind === 'problem') reading.problem(found.offset, { message: found.message, hint: found.hint });
    else if (found.kind === 'conversion') reading.conversion(found.conversion);
    else reading.rename({ ...found.rename, at: `${file.path}:${reading.line(found.offset)}` });
  }
}

function isCopy(text: string, tokens: readonly Token[]): boolean {
  const first = tokens.find(({ kind }) => kind !== 'comment');
  return first !== undefined && textOf(text, first).toUpperCase() === 'COPY';
}
