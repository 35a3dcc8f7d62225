import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { nameProblems } from '../server-object/names.ts';

/** Statements as declared, with what tells whether they are needed. */
export type QueryDeclared = {
  readonly label: string;
  readonly text: string;
  /** Empty: the database of the node's settings. */
  readonly database: string;
  /** Needless when it gives rows; null: not asked. */
  readonly unless: string | null;
  /** Needless when it gives none. */
  readonly onlyIf: string | null;
  readonly always: boolean;
  readonly isTransaction: boolean;
  readonly timeoutSeconds: number;
};

export const querySchema = Type.Object(
  {
    run: Type.String({
      description: 'Statements to run, with semicolons between them; in one transaction unless `transaction: false`.',
      minLength: 1,
    }),
    unless: Type.Optional(
      Type.String({
        description:
          'SELECT; when it gives rows, nothing is run. It runs in a transaction that may only read, in the plan and right before the statements.',
        minLength: 1,
      }),
    ),
    only_if: Type.Optional(
      Type.String({
        description: 'SELECT; when it gives no rows, nothing is run. Asked as `unless` is.',
        minLength: 1,
      }),
    ),
    always: Type.Optional(
      Type.Boolean({
        description: 'Run in every apply. Required when nothing tells whether the statements are needed.',
      }),
    ),
    database: Type.Optional(
      Type.String({ description: 'Database to run in. Default: that of the node.', minLength: 1 }),
    ),
    transaction: Type.Optional(
      Type.Boolean({
        description:
          'Run all statements in one transaction. False for those that PostgreSQL takes outside of one only, such as VACUUM and CREATE INDEX CONCURRENTLY: each then counts by itself. MySQL and MariaDB commit before and after statements that define something. Default: true.',
      }),
    ),
    timeout_seconds: Type.Optional(
      Type.Integer({
        description: 'Each statement is ended after this time. Default: 300.',
        minimum: 1,
        maximum: 86_400,
      }),
    ),
  },
  { additionalProperties: false },
);

type Properties = Static<typeof querySchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareQuery({
  identity,
  properties,
}: TypedInput<typeof querySchema>): TypedDeclaration<QueryDeclared> {
  const problems = [...nameProblems({ '': identity, database: properties.database }), ...guardProblems(properties)];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: QueryDeclared = {
    label: identity,
    text: properties.run,
    database: properties.database ?? '',
    unless: properties.unless ?? null,
    onlyIf: properties.only_if ?? null,
    always: properties.always ?? false,
    isTransaction: properties.transaction ?? true,
    timeoutSeconds: properties.timeout_seconds ?? 300,
  };
  return { kind: 'declared', identity, declared };
}

function guardProblems({ run, unless, only_if: onlyIf, always }: Properties): readonly DeclarationProblem[] {
  const hasGuard = unless !== undefined || onlyIf !== undefined;
  const withNul = Object.entries({ run, unless, only_if: onlyIf }).filter(([, text]) => text?.includes('\0'));
  return [
    ...withNul.map(([property]) => ({ property, detail: 'SQL cannot hold a NUL byte.' })),
    ...(!hasGuard && always !== true
      ? [
          {
            property: '',
            detail: 'Nothing tells when these statements are needed, so every apply would have to run them.',
            hint: 'add `unless:` or `only_if:`; or `always: true` if they really have to run every time',
          },
        ]
      : []),
    ...(hasGuard && always === true
      ? [
          {
            property: 'always',
            detail: 'The statements are declared to run always and to be needless at times; only one can hold.',
            hint: 'remove always, or the guards',
          },
        ]
      : []),
  ];
}
