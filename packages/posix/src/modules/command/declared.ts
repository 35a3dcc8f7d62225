import type { Body, DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';

/** A command as declared, in canonical form. */
export type CommandDeclared = {
  readonly name: string;
  readonly program: Program;
  readonly guards: Guards;
  readonly always: boolean;
  readonly cwd: string | null;
  readonly env: Readonly<Record<string, string>>;
  /** What the command reads from its standard input; null gives it nothing to read. */
  readonly stdin: Body | null;
  readonly timeoutSeconds: number;
  readonly successCodes: readonly number[];
};

/** What is run: a script for an interpreter, or a program with its arguments. */
export type Program =
  | { readonly kind: 'script'; readonly text: string; readonly interpreter: string | null }
  | { readonly kind: 'argv'; readonly words: readonly string[] };

/** What tells whether the command has to run; each one alone can make it needless. */
export type Guards = {
  /** Needless when all of these are there and none is older than an input. */
  readonly creates: readonly string[];
  readonly inputs: readonly string[];
  /** Needless when one of these is not there. */
  readonly removes: readonly string[];
  /** Needless when this script succeeds. */
  readonly unless: string | null;
  /** Needless when this script fails. */
  readonly onlyIf: string | null;
  /** The two scripts only read, so they may run while planning. */
  readonly isSafe: boolean;
};

const pathList = (description: string) =>
  Type.Optional(
    Type.Union([Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })], {
      description,
    }),
  );

export const commandSchema = Type.Object(
  {
    run: Type.Optional(Type.String({ description: 'Shell script to run.', minLength: 1 })),
    argv: Type.Optional(
      Type.Array(Type.String(), {
        description: 'Program and arguments, run without a shell: nothing in them is expanded.',
        minItems: 1,
      }),
    ),
    interpreter: Type.Optional(
      Type.String({
        description: 'Program that reads the script, such as `/bin/bash` or `python3`. Default: /bin/sh.',
        minLength: 1,
      }),
    ),
    creates: pathList(
      'Path, or pattern such as `/opt/app-*.jar`, that the command makes: while it is there, nothing is run.',
    ),
    inputs: pathList(
      'Files that the result is made from: when one is newer than what `creates` names, the command runs again.',
    ),
    removes: pathList('Path or pattern that the command does away with: when it is not there, nothing is run.'),
    unless: Type.Optional(
      Type.String({ description: 'Shell script; when it succeeds, nothing is run.', minLength: 1 }),
    ),
    only_if: Type.Optional(Type.String({ description: 'Shell script; when it fails, nothing is run.', minLength: 1 })),
    safe_guard: Type.Optional(
      Type.Boolean({
        description:
          'The scripts of `unless` and `only_if` only read, so the plan may run them. Otherwise they run in the apply alone, right before the command. Default: false.',
      }),
    ),
    always: Type.Optional(
      Type.Boolean({ description: 'Run in every apply. Required when nothing tells whether the command is needed.' }),
    ),
    cwd: Type.Optional(Type.String({ description: 'Directory to run in. Default: /.', minLength: 1 })),
    env: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: 'Environment variables of the command.' }),
    ),
    stdin: Type.Optional(
      Type.String({
        description: 'Text that the command reads from its standard input, byte by byte. The place for secrets.',
        'x-body': 'text',
      }),
    ),
    timeout_seconds: Type.Optional(
      Type.Integer({
        description: 'The command and its children are ended after this time. Default: 300.',
        minimum: 1,
        maximum: 86_400,
      }),
    ),
    success_codes: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0, maximum: 255 }), {
        description: 'Exit codes that count as success. Default: 0.',
        minItems: 1,
      }),
    ),
  },
  { additionalProperties: false },
);

type Properties = Static<typeof commandSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareCommand({
  identity,
  properties,
  body,
}: TypedInput<typeof commandSchema>): TypedDeclaration<CommandDeclared> {
  const problems = [...programProblems(properties), ...guardProblems(properties), ...placeProblems(properties)];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: CommandDeclared = {
    name: identity,
    program:
      properties.argv === undefined
        ? { kind: 'script', text: properties.run ?? '', interpreter: properties.interpreter ?? null }
        : { kind: 'argv', words: properties.argv },
    guards: {
      creates: paths(properties.creates),
      inputs: paths(properties.inputs),
      removes: paths(properties.removes),
      unless: properties.unless ?? null,
      onlyIf: properties.only_if ?? null,
      isSafe: properties.safe_guard ?? false,
    },
    always: properties.always ?? false,
    cwd: properties.cwd ?? null,
    env: properties.env ?? {},
    stdin: body ?? null,
    timeoutSeconds: properties.timeout_seconds ?? 300,
    successCodes: properties.success_codes ?? [0],
  };
  return { kind: 'declared', identity, declared };
}

/** True for a pattern, which is looked for by expansion and not by name. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

function paths(value: string | readonly string[] | undefined): readonly string[] {
  const list = typeof value === 'string' ? [value] : (value ?? []);
  return list.map((path) => {
    const canonical = canonicalPath(path);
    return canonical.kind === 'path' ? canonical.path : path;
  });
}

function programProblems({ run, argv, interpreter }: Properties): readonly DeclarationProblem[] {
  if ((run === undefined) === (argv === undefined)) {
    return [
      run === undefined
        ? { property: '', detail: 'What to run is not declared.', hint: 'add `run:` with a script, or `argv:`' }
        : {
            property: 'argv',
            detail: '"run" and "argv" both say what to run; only one can.',
            hint: 'remove argv or run',
          },
    ];
  }
  const words = Object.entries({ run: [run], argv, interpreter: [interpreter] });
  const withNul = words.filter(([, values = []]) => values.some((value) => value?.includes('\0')));
  return [
    ...withNul.map(([property]) => ({ property, detail: 'A program cannot hold a NUL byte.' })),
    ...(interpreter !== undefined && run === undefined
      ? [
          {
            property: 'interpreter',
            detail: 'There is no script to interpret.',
            hint: 'declare `run:` instead of argv',
          },
        ]
      : []),
    ...(argv?.[0] === '' ? [{ property: 'argv', detail: 'The first word names the program; it is empty.' }] : []),
  ];
}

function guardProblems(properties: Properties): readonly DeclarationProblem[] {
  const { creates, inputs, removes, unless, only_if: onlyIf, safe_guard: isSafe, always } = properties;
  const hasScript = unless !== undefined || onlyIf !== undefined;
  const hasGuard = hasScript || creates !== undefined || removes !== undefined;
  const problems: DeclarationProblem[] = [];
  if (!hasGuard && always !== true) {
    problems.push({
      property: '',
      detail: 'Nothing tells when this command is needed, so every apply would have to run it.',
      hint: 'add `creates:`, `removes:`, `unless:` or `only_if:`; or `always: true` if it really has to run every time',
    });
  }
  if (hasGuard && always === true) {
    problems.push({
      property: 'always',
      detail: 'The command is declared to run always and to be needless at times; only one can hold.',
      hint: 'remove always, or the guards',
    });
  }
  if (isSafe !== undefined && !hasScript) {
    problems.push({ property: 'safe_guard', detail: 'There is no `unless` and no `only_if` that could be safe.' });
  }
  if (inputs !== undefined && creates === undefined) {
    problems.push({
      property: 'inputs',
      detail: 'Inputs are compared with what the command makes, and that is not declared.',
      hint: 'add `creates:`',
    });
  }
  return problems;
}

function placeProblems({ creates, inputs, removes, cwd, env = {} }: Properties): readonly DeclarationProblem[] {
  const places = Object.entries({ creates, inputs, removes, cwd });
  const wrongPaths = places.flatMap(([property, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).flatMap((path) => {
      const result = canonicalPath(path);
      return result.kind === 'invalid' ? [{ property, detail: result.detail, hint: result.hint }] : [];
    }),
  );
  const patterns = typeof inputs === 'string' ? [inputs] : (inputs ?? []);
  const compared =
    inputs === undefined ? [] : [...patterns, ...(typeof creates === 'string' ? [creates] : (creates ?? []))];
  const wrongPatterns = compared.some(isPattern)
    ? [
        {
          property: 'inputs',
          detail: 'Times can be compared of named files only, not of patterns.',
          hint: 'name the files',
        },
      ]
    : [];
  const wrongNames = Object.entries(env).flatMap(([name, value]) =>
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !value.includes('\0')
      ? []
      : [{ property: 'env', detail: `"${name}" cannot be an environment variable.` }],
  );
  return [...wrongPaths, ...wrongPatterns, ...wrongNames];
}
