import type { Body, DeclarationProblem, Unknown } from '@setpoint/model';
import type { Static, TypedDeclaration, TypedInput } from '@setpoint/sdk';
import { accountNameFault } from '../../accounts/name.ts';
import { type NumberRange, rangeProblems } from '../../accounts/number-range.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { ShadowValue } from '../../queries/shadow.ts';
import { dayOf } from './days.ts';
import { type DeclaredPassword, declarePassword } from './password.ts';
import type { userSchema } from './schema.ts';
import { declareSshKey, type SshKey, sshKeyProblems } from './ssh-key.ts';

/** A user as declared, in canonical form; null leaves what is there. */
export type UserDeclared = {
  readonly name: string;
  readonly state: 'present' | 'absent';
  readonly uid: number | null;
  /** Where a new account's number is looked for. */
  readonly uids: NumberRange;
  readonly nonUnique: boolean;
  /** Name or number of the primary group. */
  readonly group: string | null;
  /** Names or numbers, sorted, without repeats. */
  readonly groups: readonly string[] | null;
  readonly append: boolean;
  readonly comment: string | null;
  readonly home: string | null;
  readonly createHome: boolean;
  /** An existing account must have its home too. */
  readonly needsHome: boolean;
  readonly moveHome: boolean;
  readonly skeleton: string | null;
  readonly shell: string | null;
  readonly system: boolean;
  readonly password: DeclaredPassword | null;
  readonly updatePassword: 'always' | 'on_create';
  readonly locked: boolean | null;
  readonly ageing: Ageing;
  readonly sshKey: SshKey | null;
  /** Whether its own units run without a login; null when not managed. */
  readonly linger: boolean | null;
  readonly removeHome: boolean;
  readonly force: boolean;
};

/** The day fields of shadow(5) that can be declared, as days; -1 for not set, null when not managed. */
export type Ageing = {
  readonly expires: number | null;
  readonly password_min_days: number | null;
  readonly password_max_days: number | null;
  readonly password_warn_days: number | null;
  readonly password_inactive_days: number | null;
};

/** An account as found. */
export type UserState = {
  readonly uid: number | null;
  readonly gid: number | null;
  /** Name of the primary group; the number as text where the node knows no name. */
  readonly group: string;
  readonly groups: readonly { readonly name: string; readonly gid: number | null }[] | Unknown;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
  readonly local: boolean;
  /** False only when nothing stands at the home directory that is managed. */
  readonly hasHome: boolean | Unknown;
  readonly shadow: ShadowValue | Unknown;
  /** Whether the declared key of its own is there; null where it is not asked for. */
  readonly hasSshKey: boolean | Unknown | null;
  /** Null where it is not asked for. */
  readonly lingers: boolean | Unknown | null;
};

/** The home directory that is managed: the declared one, or the usual one. */
export function homeOf({ name, home }: Pick<UserDeclared, 'name' | 'home'>): string {
  return home ?? (name === 'root' ? '/root' : `/home/${name}`);
}

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareUser({
  identity,
  properties,
  body,
}: TypedInput<typeof userSchema>): TypedDeclaration<UserDeclared> {
  const password = readPassword(properties, body);
  const expires = properties.expires === undefined ? null : dayOf(properties.expires);
  const problems = [
    ...nameProblems(identity, properties),
    ...pathProblems(properties),
    ...combinationProblems(properties),
    ...rangeProblems('uid', rangeOf(properties), properties.uid),
    ...fieldProblems(properties, expires),
    ...(properties.ssh_key === undefined ? [] : sshKeyProblems(properties.ssh_key)),
    ...(password?.kind === 'invalid' ? [password.problem] : []),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: UserDeclared = {
    name: identity,
    state: properties.state ?? 'present',
    ...identityOf(properties),
    ...homeProperties(properties),
    password: password?.kind === 'password' ? password.password : null,
    updatePassword: properties.update_password ?? 'always',
    locked: properties.locked ?? null,
    ageing: ageingOf(properties, expires ?? null),
    sshKey: properties.ssh_key === undefined ? null : declareSshKey(properties.ssh_key),
    linger: properties.linger ?? null,
    removeHome: properties.remove_home ?? false,
    force: properties.force ?? false,
  };
  return { kind: 'declared', identity, declared };
}

type Properties = Static<typeof userSchema>;

function identityOf(properties: Properties) {
  return {
    uid: properties.uid ?? null,
    uids: rangeOf(properties),
    nonUnique: properties.non_unique ?? false,
    group: properties.group ?? null,
    groups: properties.groups === undefined ? null : [...new Set(properties.groups)].sort(),
    append: properties.append ?? false,
    comment: properties.comment ?? null,
    system: properties.system ?? false,
  };
}

function rangeOf({ uid_min, uid_max }: Properties): NumberRange {
  return { min: uid_min ?? null, max: uid_max ?? null };
}

function homeProperties(properties: Properties) {
  return {
    home: pathOf(properties.home),
    createHome: properties.create_home ?? properties.system !== true,
    needsHome: properties.create_home ?? false,
    moveHome: properties.move_home ?? false,
    skeleton: pathOf(properties.skeleton),
    shell: pathOf(properties.shell),
  };
}

/** The canonical form; a path that has none is a problem of its own. */
function pathOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const path = canonicalPath(text);
  return path.kind === 'path' ? path.path : text;
}

function ageingOf(properties: Properties, expires: number | null): Ageing {
  return {
    expires,
    password_min_days: properties.password_min_days ?? null,
    password_max_days: properties.password_max_days ?? null,
    password_warn_days: properties.password_warn_days ?? null,
    password_inactive_days: properties.password_inactive_days ?? null,
  };
}

function readPassword(properties: Properties, body: Body | undefined) {
  return properties.password === undefined || body === undefined ? undefined : declarePassword(body);
}

function nameProblems(identity: string, { group, groups = [], state }: Properties): readonly DeclarationProblem[] {
  const named = [
    { property: '', name: identity },
    ...[group ?? '0', ...groups]
      .filter((name) => !/^\d+$/.test(name))
      .map((name) => ({ property: name === group ? 'group' : 'groups', name })),
  ];
  const faults = named.flatMap(({ property, name }) => {
    const detail = accountNameFault(name);
    return detail === undefined ? [] : [{ property, detail }];
  });
  if (identity !== 'root' || state !== 'absent') return faults;
  return [...faults, { property: 'state', detail: 'Without the account root the node cannot be managed any more.' }];
}

function pathProblems(properties: Properties): readonly DeclarationProblem[] {
  return (['home', 'skeleton', 'shell'] as const).flatMap((property) => {
    const text = properties[property];
    if (text === undefined) return [];
    const path = canonicalPath(text);
    if (path.kind === 'invalid') return [{ property, detail: path.detail, hint: path.hint }];
    return /[:\n]/.test(text)
      ? [{ property, detail: `"${text}" has a colon or a line break, which passwd(5) cannot hold.` }]
      : [];
  });
}

function fieldProblems(
  { comment, expires }: Properties,
  day: number | null | undefined,
): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (comment !== undefined && /[:\n\0]/.test(comment)) {
    problems.push({
      property: 'comment',
      detail: 'A comment with a colon or a line break does not fit into passwd(5).',
    });
  }
  if (expires !== undefined && day === undefined) {
    problems.push({
      property: 'expires',
      detail: `"${expires}" is not a day.`,
      hint: 'write it as 2027-01-31, or `never`',
    });
  }
  return problems;
}

function combinationProblems(properties: Properties): readonly DeclarationProblem[] {
  const needs = [
    { property: 'non_unique', other: 'uid' },
    { property: 'append', other: 'groups' },
    { property: 'move_home', other: 'home' },
    { property: 'update_password', other: 'password' },
  ] as const;
  const lonely = needs.filter(({ property, other }) => {
    const value = properties[property];
    return value !== undefined && value !== false && properties[other] === undefined;
  });
  return [
    ...lonely.map(({ property, other }) => ({
      property,
      detail: `"${property}" says how "${other}" is meant, and "${other}" is not declared.`,
      hint: `add ${other}, or remove ${property}`,
    })),
    ...(['remove_home', 'force'] as const)
      .filter((property) => properties[property] === true && properties.state !== 'absent')
      .map((property) => ({
        property,
        detail: `"${property}" is about deleting the account.`,
        hint: `remove ${property}, or add state: absent`,
      })),
  ];
}
