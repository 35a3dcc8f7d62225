import { Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { nameProblems } from '../server-object/names.ts';

/** An extension as declared; null leaves what is there. */
export type ExtensionDeclared = {
  readonly identity: string;
  readonly name: string;
  readonly state: 'present' | 'absent';
  /** Empty: the database of the node's settings. */
  readonly database: string;
  /** `default` for that of the server's files. */
  readonly version: string | null;
  readonly schema: string | null;
  readonly cascade: boolean;
};

export const extensionSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the extension is there. Default: present.',
      }),
    ),
    database: Type.Optional(
      Type.String({ description: 'Database that it is in. Default: that of the node.', minLength: 1 }),
    ),
    version: Type.Optional(
      Type.String({
        description:
          'Version, or `default` for the one that the files on the server bring. A new extension gets the default one and an existing one keeps its own when not declared.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    schema: Type.Optional(
      Type.String({
        description: 'Schema that holds its objects. Default for a new one: what the extension says, or public.',
        minLength: 1,
      }),
    ),
    cascade: Type.Optional(Type.Boolean({ description: 'Create the extensions that it needs, too. Default: false.' })),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareExtension({
  identity,
  properties,
}: TypedInput<typeof extensionSchema>): TypedDeclaration<ExtensionDeclared> {
  const at = identity.lastIndexOf('/');
  const [place, name] = at < 0 ? ['', identity] : [identity.slice(0, at), identity.slice(at + 1)];
  const { database = place, schema, state = 'present', version, cascade } = properties;
  const problems = [
    ...nameProblems({ '': name, schema }),
    ...(place !== '' && database !== place
      ? [
          {
            property: 'database',
            detail: `The identity says that it is in "${place}", and this says "${database}".`,
            hint: 'remove one of them',
          },
        ]
      : []),
    ...(state === 'absent' && cascade === true
      ? [{ property: 'cascade', detail: 'What needs an extension is never dropped with it.', hint: 'remove `cascade`' }]
      : []),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared = {
    identity,
    name,
    state,
    database,
    version: version ?? null,
    schema: schema ?? null,
    cascade: cascade ?? false,
  };
  return { kind: 'declared', identity, declared };
}
