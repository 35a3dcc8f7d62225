import { createHash } from 'node:crypto';
import type { Body, DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { declareOwnership, ownershipProperties } from '../../ownership/ownership.ts';
import type { FileDeclared, FileState } from '../file/declared.ts';
import { isTemplate, readUnitName, type UnitName, type UnitScope } from './unit-name.ts';
import { formatUnit, sectionProblems, type UnitSections, unitSections } from './unit-text.ts';

/** A unit file or drop-in as declared, in canonical form. */
export type UnitDeclared = {
  readonly scope: UnitScope;
  readonly unit: string;
  readonly dropIn: string | null;
  /** The file that holds it. */
  readonly file: FileDeclared;
  /** The content was put together from declared options, so no body store has it. */
  readonly isMade: boolean;
  readonly verify: VerifyLevel;
  /** Whether the unit is to run and to start at boot; null leaves it, which a file that is to be there always does in a playbook. */
  readonly running: boolean | null;
  readonly enabled: boolean | null;
};

/** What is found around the file: of the unit as systemd knows it, and of the places where it may stand. */
export type UnitLook = {
  /** A link to /dev/null stands in the place of the unit file. */
  readonly isMasked: boolean;
  /** The directory of the drop-in is there; true for a unit file. */
  readonly hasDirectory: boolean;
  /** Where a unit of the same name stands that is not the administrator's; null when there is none. */
  readonly vendor: string | null;
  /** systemd has not read the files as they are now. */
  readonly needsReload: boolean;
  readonly isRunning: boolean;
  readonly isEnabled: boolean;
};

export type UnitState = { readonly file: FileState | null; readonly look: UnitLook };

const options = (section: string, what: string) =>
  Type.Optional(
    Type.Object(
      {},
      {
        description: `Options of the section [${section}]: ${what}. A list writes an option several times.`,
        additionalProperties: {
          type: ['string', 'boolean', 'array'],
          items: { type: ['string', 'boolean'], 'x-source-text': true },
          'x-source-text': true,
        },
      },
    ),
  );

/** How much `systemd-analyze verify` may say of a new file. */
export type VerifyLevel = 'strict' | 'errors' | 'none';

export const unitSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description:
          'Whether the file is there. A unit file that is removed is stopped and disabled first, unless the node has another unit of that name, which comes into force again; one of accounts is not stopped. Default: present.',
      }),
    ),
    content: Type.Optional(Type.String({ description: 'The whole file, written in the playbook.', 'x-body': 'text' })),
    source: Type.Optional(
      Type.String({ description: 'Path of a file beside the playbook.', 'x-body': 'file', minLength: 1 }),
    ),
    template: Type.Optional(
      Type.String({ description: 'Path of a Jinja template beside the playbook.', 'x-body': 'template', minLength: 1 }),
    ),
    Unit: options('Unit', 'description, dependencies and order'),
    Service: options('Service', 'what a .service runs, and how'),
    Socket: options('Socket', 'where a .socket listens'),
    Timer: options('Timer', 'when a .timer elapses'),
    Path: options('Path', 'what a .path watches'),
    Mount: options('Mount', 'what a .mount mounts'),
    Automount: options('Automount', 'where an .automount waits'),
    Swap: options('Swap', 'what a .swap uses'),
    Slice: options('Slice', 'the limits of a .slice'),
    Install: options('Install', 'what enabling the unit means'),
    mode: ownershipProperties.mode,
    verify: Type.Optional(
      Type.Union([Type.Literal('strict'), Type.Literal('errors'), Type.Literal('none')], {
        description:
          'What `systemd-analyze verify` must not find in the new file, or else the old one stays: `strict` anything, such as an option that systemd does not know; `errors` what keeps the unit from being loaded or started, such as a program that is not there; `none` is not verified. Default: strict.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** The schema's own type does not know the options. */
type UnitProperties = Omit<Static<typeof unitSchema>, keyof UnitSections> & UnitSections;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareUnit({
  identity,
  properties: given,
  body,
}: TypedInput<typeof unitSchema>): TypedDeclaration<UnitDeclared> {
  const properties = given as UnitProperties;
  const name = readUnitName(identity);
  if ('detail' in name) return { kind: 'invalid', problems: [name] };
  const { ownership, problems: modeFaults } = declareOwnership(properties.mode === undefined ? {} : properties);
  const made = formatUnit(properties);
  const problems = [...modeFaults, ...contentProblems(name, properties), ...sectionProblems(name.unit, properties)];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const isAbsent = properties.state === 'absent';
  const { scope, unit, dropIn } = name;
  const isWhole = isAbsent && dropIn === null && !isTemplate(unit) && scope === 'system';
  const file: FileDeclared = {
    path: name.path,
    state: properties.state ?? 'present',
    body: body ?? (made === undefined ? null : bodyOf(made)),
    createOnly: false,
    ownership,
    backup: false,
    check: null,
    follow: false,
    inPlace: false,
  };
  const gone = isWhole ? false : null;
  const verify = properties.verify ?? 'strict';
  const declared: UnitDeclared = {
    scope,
    unit,
    dropIn,
    file,
    isMade: made !== undefined,
    verify,
    running: gone,
    enabled: gone,
  };
  const owned = scope === 'user' ? `user/${unit}` : unit;
  return { kind: 'declared', identity: dropIn === null ? owned : `${owned}#${dropIn}`, declared };
}

function bodyOf(text: string): Body {
  const bytes = Buffer.from(text);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, text };
}

function contentProblems({ dropIn }: UnitName, properties: UnitProperties): readonly DeclarationProblem[] {
  const sections = unitSections.filter((section) => properties[section] !== undefined);
  const whole = (['content', 'source', 'template'] as const).filter((name) => properties[name] !== undefined);
  const [first, second] = [...whole, ...sections.slice(0, 1)];
  if (second !== undefined) {
    const detail = `"${second}" and "${first}" both give the content; only one can.`;
    return [{ property: second, detail, hint: `remove ${first} or ${second}` }];
  }
  if (properties.state === 'absent')
    return first === undefined
      ? []
      : [{ property: first, detail: 'What is declared absent has no content.', hint: `remove ${first}` }];
  if (first !== undefined) return [];
  const hint = `add \`content:\`, or sections such as \`${dropIn === null ? 'Unit' : 'Service'}:\``;
  return [{ property: 'content', detail: 'Nothing says what stands in the file.', hint }];
}
