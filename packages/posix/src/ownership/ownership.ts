import {
  type Answer,
  type Answers,
  type DeclarationProblem,
  type Diagnostic,
  type Edit,
  editValue,
  errorDiagnostic,
  type Queries,
} from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import { applyMode, formatMode, parseMode } from '../permissions/mode.ts';
import { accountQuery } from '../queries/account.ts';
import { groupQuery } from '../queries/group.ts';

/** Who owns a path and what its permission bits are; null leaves what is there. */
export type Ownership = { readonly owner: string | null; readonly group: string | null; readonly mode: string | null };

/** What was found: names, and the numbers behind them. */
export type OwnershipState = {
  readonly owner: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly mode: string;
};

/** The properties that every resource with an owner shares. */
export const ownershipProperties = {
  owner: Type.Optional(
    Type.String({
      description: 'Account that owns it, by name or number. Left as it is when not declared.',
      'x-source-text': true,
      minLength: 1,
    }),
  ),
  group: Type.Optional(
    Type.String({
      description: 'Group that owns it, by name or number. Left as it is when not declared.',
      'x-source-text': true,
      minLength: 1,
    }),
  ),
  mode: Type.Optional(
    Type.String({
      description: 'Permission bits, octal (`0644`) or symbolic (`u=rw,go=r`). Left as they are when not declared.',
      'x-source-text': true,
      minLength: 1,
    }),
  ),
};

/** The declared ownership in canonical form, and what is wrong with it. */
export function declareOwnership(properties: {
  readonly owner?: string;
  readonly group?: string;
  readonly mode?: string;
}): {
  readonly ownership: Ownership;
  readonly problems: readonly DeclarationProblem[];
} {
  const { owner = null, group = null, mode = null } = properties;
  const problems: DeclarationProblem[] = [];
  for (const [property, name] of Object.entries({ owner, group })) {
    if (name !== null && !/^(\d+|[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?)$/.test(name)) {
      problems.push({ property, detail: `"${name}" is no name that an account or a group can have.` });
    }
    // The number above means "leave it as it is" to chown(2).
    if (name !== null && /^\d+$/.test(name) && Number(name) > 0xffff_fffe) {
      problems.push({ property, detail: `${name} is no number that an account or a group can have.` });
    }
  }
  if (mode !== null && parseMode(mode) === undefined) {
    problems.push({
      property: 'mode',
      detail: `"${mode}" is not a file mode.`,
      hint: 'write octal digits such as 0644, or symbols such as u=rw,go=r',
    });
  }
  return { ownership: { owner, group, mode }, problems };
}

/** Queries that tell whether the declared owner and group exist; numbers need no name. */
export function ownershipQueries({ owner, group }: Ownership): Queries {
  return {
    ...(isName(owner) ? { owner: accountQuery(owner) } : {}),
    ...(isName(group) ? { group: groupQuery(group) } : {}),
  };
}

/** A problem for each declared name that the node does not know. */
export function ownershipProblems({ owner, group }: Ownership, answers: Answers): readonly Diagnostic[] {
  return [missingName('account', owner, answers['owner']), missingName('group', group, answers['group'])].flat();
}

function missingName(
  what: 'account' | 'group',
  name: string | null,
  answer: Answer | undefined,
): readonly Diagnostic[] {
  if (name === null || answer?.status !== 'absent') return [];
  const type = what === 'account' ? 'user' : 'group';
  return [
    errorDiagnostic('SP604', {
      detail: `The ${what} "${name}" does not exist on the node, so it cannot own anything.`,
      hint: `declare \`${type}: ${name}\` before this resource`,
    }),
  ];
}

/** The edits of owner, group and mode; every declared property is an edit when there is nothing yet. */
export function diffOwnership(
  declared: Ownership,
  state: OwnershipState | undefined,
  isDirectory: boolean,
): readonly Edit[] {
  const owner = nameEdit('owner', declared.owner, state && { name: state.owner, id: state.uid });
  const group = nameEdit('group', declared.group, state && { name: state.group, id: state.gid });
  return [...owner, ...group, ...modeEdit(declared.mode, state?.mode, isDirectory)];
}

function nameEdit(
  path: string,
  wanted: string | null,
  found: { readonly name: string; readonly id: number } | undefined,
): readonly Edit[] {
  if (wanted === null || found?.name === wanted || (found !== undefined && String(found.id) === wanted)) return [];
  return [{ path, before: editValue(found?.name), after: editValue(wanted) }];
}

function modeEdit(wanted: string | null, found: string | undefined, isDirectory: boolean): readonly Edit[] {
  if (wanted === null) return [];
  const after = wantedMode(wanted, found, isDirectory);
  return found === after ? [] : [{ path: 'mode', before: editValue(found), after: editValue(after) }];
}

/** The octal mode that a declared mode comes to on what is there; a new object starts from 0644, a new directory from 0755. */
export function wantedMode(wanted: string, found: string | undefined, isDirectory: boolean): string {
  const mode = parseMode(wanted);
  const start = found ?? (isDirectory ? '0755' : '0644');
  return mode === undefined ? wanted : formatMode(applyMode(mode, Number.parseInt(start, 8), isDirectory));
}

function isName(name: string | null): name is string {
  return name !== null && !/^\d+$/.test(name);
}
