import type { DeclarationProblem } from '@setpoint/model';
import type { Static, TypedDeclaration, TypedInput } from '@setpoint/sdk';
import { type GrantTarget, setKinds, singleKinds, type TargetKind } from '../../driver/objects/grants.ts';
import { nameProblems } from '../server-object/names.ts';
import { parseObjectName } from './object-name.ts';
import type { grantSchema } from './schema.ts';

/** A grant as declared. */
export type GrantDeclared = {
  readonly label: string;
  readonly state: 'present' | 'absent';
  readonly role: string;
  /** Empty: the database of the node's settings. */
  readonly database: string;
  readonly target: GrantTarget;
  /** Upper case, sorted; null for every one that the object knows. */
  readonly privileges: readonly string[] | null;
  readonly grantOption: boolean | null;
  readonly exclusive: boolean;
  /** Of whose later objects the defaults are meant, empty for the session's own role; null for objects that are there. */
  readonly defaultsOf: string | null;
};

type Properties = Static<typeof grantSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareGrant({
  identity,
  properties,
}: TypedInput<typeof grantSchema>): TypedDeclaration<GrantDeclared> {
  const target = targetOf(properties);
  const problems: readonly DeclarationProblem[] = [
    ...nameProblems({ '': identity, role: properties.role, database: properties.database, owner: properties.owner }),
    ...(isProblem(target) ? [target] : combinationProblems(properties, target)),
    ...privilegeProblems(properties),
  ];
  if (problems.length > 0 || isProblem(target)) return { kind: 'invalid', problems };
  const { state = 'present', privileges = ['all'] } = properties;
  const words = [...new Set(privileges.map(canonicalPrivilege))].sort();
  const declared: GrantDeclared = {
    label: identity,
    state,
    role: properties.role.toLowerCase() === 'public' ? 'public' : properties.role,
    database: properties.database ?? '',
    target,
    privileges: words.includes('ALL') ? null : words,
    grantOption: properties.grant_option ?? null,
    exclusive: properties.exclusive ?? false,
    defaultsOf: properties.default === true ? (properties.owner ?? '') : null,
  };
  return { kind: 'declared', identity, declared };
}

function isProblem(target: GrantTarget | DeclarationProblem): target is DeclarationProblem {
  return 'detail' in target;
}

function canonicalPrivilege(text: string): string {
  const word = text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  return word === 'ALL PRIVILEGES' ? 'ALL' : word;
}

/** A problem is told from a target by its `detail`. */
function targetOf({ on }: Properties): GrantTarget | DeclarationProblem {
  const { columns, ...objects } = on;
  const named = Object.entries(objects);
  const [first] = named;
  if (first === undefined || named.length > 1) {
    const kinds = [...singleKinds, ...setKinds].join(', ');
    return { property: 'on', detail: `Exactly one kind of object is named; it can be: ${kinds}.` };
  }
  const [key, value] = first;
  const kind = key as TargetKind;
  if (columns !== undefined && kind !== 'table') return { property: 'on', detail: 'Only tables have columns.' };
  const plain = { kind, schema: null, name: String(value), arguments: null, columns: null };
  if (kind === 'server') return { ...plain, name: '' };
  if (kind.endsWith('_in')) return { ...plain, schema: String(value), name: '' };
  if (!inSchemas.includes(kind)) return plain;
  const name = parseObjectName(String(value));
  if ('detail' in name) return { property: 'on', ...name };
  if (name.arguments !== null && kind !== 'function' && kind !== 'procedure') {
    return {
      property: 'on',
      detail: `Only functions and procedures have arguments, and "${String(value)}" is no ${kind} therefore.`,
    };
  }
  return { kind, ...name, columns: columns === undefined ? null : [...new Set(columns)].sort() };
}

const inSchemas: readonly TargetKind[] = ['table', 'sequence', 'function', 'procedure', 'type'];

function combinationProblems(properties: Properties, target: GrantTarget): readonly DeclarationProblem[] {
  const { default: isDefault = false, owner, state, exclusive, grant_option: grantOption } = properties;
  const isSet = target.kind.endsWith('_in');
  const problems: DeclarationProblem[] = [];
  if (isDefault && !isSet) {
    problems.push({
      property: 'default',
      detail: 'Defaults are those of all later objects of a kind.',
      hint: 'name a schema in `tables_in`, `sequences_in`, `functions_in` or `types_in`',
    });
  }
  if (!isDefault && (target.kind === 'types_in' || (isSet && target.schema === '*'))) {
    problems.push({ property: 'on', detail: 'This is known of later objects only.', hint: 'add `default: true`' });
  }
  if (owner !== undefined && !isDefault) {
    problems.push({
      property: 'owner',
      detail: 'It tells whose later objects are meant.',
      hint: 'add `default: true`',
    });
  }
  if (state === 'absent' && (exclusive !== undefined || grantOption !== undefined)) {
    const property = exclusive === undefined ? 'grant_option' : 'exclusive';
    problems.push({
      property,
      detail: 'There is nothing to hold beside what is taken away.',
      hint: `remove \`${property}\``,
    });
  }
  return problems;
}

function privilegeProblems({ privileges, state }: Properties): readonly DeclarationProblem[] {
  if (privileges === undefined) {
    return state === 'absent'
      ? []
      : [{ property: 'privileges', detail: 'What the role may do is not declared.', hint: 'add `privileges:`' }];
  }
  return privileges
    .filter((each) => !/^[A-Za-z][A-Za-z_ ]*$/.test(each))
    .map((each) => ({ property: 'privileges', detail: `"${each}" is no privilege.` }));
}
