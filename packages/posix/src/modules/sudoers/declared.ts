import { createHash } from 'node:crypto';
import type { Body, DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { canonicalPath, nameOf, parentOf } from '../../paths/absolute-path.ts';
import type { FileDeclared } from '../file/declared.ts';
import { ruleProblems, ruleSchema, sudoersText } from './rules.ts';

/** A file of sudoers as declared: a file of root whose content sudo understands. */
export type SudoersDeclared = FileDeclared & {
  /** `visudo` must find the content right before it takes its place. */
  readonly validates: boolean;
  /** The content was made from rules, so the body holds all of it. */
  readonly isMade: boolean;
};

/** Where sudo looks on every usual system. */
export const sudoersDirectory = '/etc/sudoers.d';

export const sudoersSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the file is there. Default: present.',
      }),
    ),
    content: Type.Optional(
      Type.String({ description: 'The whole file, as sudoers(5) describes it.', 'x-body': 'text' }),
    ),
    source: Type.Optional(
      Type.String({ description: 'Path of a file beside the playbook.', 'x-body': 'file', minLength: 1 }),
    ),
    template: Type.Optional(
      Type.String({
        description: 'Path of a Jinja template beside the playbook, rendered for each node.',
        'x-body': 'template',
        minLength: 1,
      }),
    ),
    rules: Type.Optional(
      Type.Array(ruleSchema, {
        description: 'Who may run what, instead of a content. Special characters of sudoers are written for you.',
        minItems: 1,
      }),
    ),
    defaults: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Settings above the rules, each what follows the word Defaults: `!requiretty`, or with `:USER`, `@HOST`, `>RUNAS` or `!/COMMAND` before it for those alone.',
      }),
    ),
    validate: Type.Optional(
      Type.Boolean({
        description:
          'Let `visudo` read the new file, and all of sudoers together with it, before it takes its place. Where it is wrong, the old file stays. Without `visudo` on the node the declaration is refused. Default: true.',
      }),
    ),
  },
  { additionalProperties: false },
);

type Properties = Static<typeof sudoersSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareSudoers({
  identity,
  properties,
  body,
}: TypedInput<typeof sudoersSchema>): TypedDeclaration<SudoersDeclared> {
  const place = canonicalPath(identity.includes('/') ? identity : `${sudoersDirectory}/${identity}`);
  const problems = [
    ...(place.kind === 'invalid' ? [{ property: '', detail: place.detail, hint: place.hint }] : []),
    ...nameProblems(identity.slice(identity.lastIndexOf('/') + 1)),
    ...contentProblems(properties, body !== undefined),
    ...(properties.rules ?? []).flatMap(ruleProblems),
    ...(properties.defaults ?? []).flatMap(defaultProblems),
  ];
  if (problems.length > 0 || place.kind === 'invalid') return { kind: 'invalid', problems };
  const { path } = place;
  const isAbsent = properties.state === 'absent';
  const made = properties.rules ?? properties.defaults;
  const declared: SudoersDeclared = {
    path,
    state: isAbsent ? 'absent' : 'present',
    body:
      made === undefined ? (body ?? null) : textBody(sudoersText(properties.defaults ?? [], properties.rules ?? [])),
    isMade: made !== undefined,
    validates: properties.validate ?? true,
    ownership: isAbsent ? { owner: null, group: null, mode: null } : { owner: 'root', group: 'root', mode: '0440' },
    createOnly: false,
    backup: false,
    check: null,
    follow: false,
    inPlace: false,
  };
  return { kind: 'declared', identity: parentOf(path) === sudoersDirectory ? nameOf(path) : path, declared };
}

/** sudo skips such files without a word (sudoers(5), "Including other files from within sudoers"). */
function nameProblems(name: string): readonly DeclarationProblem[] {
  if (name.includes('.') || name.endsWith('~')) {
    const detail = `sudo ignores files with a dot in their name or a tilde at its end, so "${name}" would grant nothing.`;
    return [
      { property: '', detail, hint: `name it ${name.replaceAll(/[.~]+/g, '-').replaceAll(/^-|-$/g, '') || 'ops'}` },
    ];
  }
  if (/^[A-Za-z0-9_][A-Za-z0-9_+@-]*$/.test(name)) return [];
  const detail = `"${name}" is no name for a file of sudoers.`;
  return [{ property: '', detail, hint: 'use letters, digits, _ and -' }];
}

function contentProblems(properties: Properties, hasBody: boolean): readonly DeclarationProblem[] {
  const given = (['content', 'source', 'template', 'rules', 'defaults'] as const).filter(
    (name) => properties[name] !== undefined,
  );
  const [first, second] = given;
  if (properties.state === 'absent') {
    if (first === undefined) return [];
    const detail = `A file that is declared absent has no ${first}.`;
    return [{ property: first, detail, hint: `remove ${first}, or state: absent` }];
  }
  if (first === undefined && hasBody) return [];
  if (first === undefined) {
    const hint = 'add `rules:`, or `content:`, `source:` or `template:`';
    return [{ property: '', detail: 'It is not said who may do what.', hint }];
  }
  if (second === undefined || first === 'rules') return [];
  const detail = `"${second}" and "${first}" both give the content; only one can.`;
  return [{ property: second, detail, hint: `remove ${first} or ${second}` }];
}

function defaultProblems(text: string): readonly DeclarationProblem[] {
  if (!/[\n\0]/.test(text)) return [];
  return [{ property: 'defaults', detail: 'A setting stands on one line.', hint: 'list each setting by itself' }];
}

function textBody(text: string): Body {
  const bytes = Buffer.from(text);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, text };
}
