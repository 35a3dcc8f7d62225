import { type Answers, isUnknown, type Observed, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { departuresQuery } from '../../driver/objects/content-kinds.ts';
import { loginQuery } from '../../driver/objects/login.ts';
import { type RoleFacts, roleQuery } from '../../driver/objects/role.ts';
import { roleDependentsQuery } from '../../driver/objects/role-dependents.ts';
import { serverQuery } from '../../driver/objects/server.ts';
import { knownOf, observeObject, type ServerObject } from '../server-object/state.ts';
import type { RoleDeclared } from './declared.ts';
import { type PasswordState, passwordState } from './password.ts';
import { roleProblems } from './problems.ts';

/** A role as found, without what the server stores of its password. */
export type RoleState<Facts> = ServerObject<Facts> & { readonly password: PasswordState };

/** Asks for the role, for the roles that it is to be a member of, and for what keeps it from being dropped. */
export function roleQueries({ name, state, password, memberOf, account, updatePassword }: RoleDeclared): Queries {
  if (state === 'absent') {
    const role = { server: serverQuery, role: roleQuery(name) };
    return { ...role, dependents: roleDependentsQuery(name), departures: departuresQuery };
  }
  const others = [...new Set([...(memberOf ?? []), ...(account.defaultRoles ?? [])])];
  return {
    server: serverQuery,
    role: roleQuery(name),
    ...Object.fromEntries(others.map((other) => [`role ${other}`, roleQuery(other)])),
    ...(password === null || updatePassword === 'on_create' ? {} : { login: loginQuery(name, password.sha256) }),
  };
}

/** What the answers come to; whatever makes the declaration impossible on this server is a problem. */
export function observeRole(declared: RoleDeclared, answers: Answers): TypedObservation<RoleState<RoleFacts>> {
  const observed = observeObject<RoleFacts>(answers, 'role');
  if (observed.kind !== 'present') return { observed, problems: [] };
  const { server, object } = observed.state;
  const facts = knownOf(object);
  const password = passwordState(declared, facts, answers['login']);
  const state = {
    server,
    object: object === null || isUnknown(object) ? object : { ...facts, password: null },
    password,
  };
  return {
    observed: { kind: 'present', state } as Observed<RoleState<RoleFacts>>,
    problems: roleProblems(declared, answers, observed.state),
  };
}
