import { type Answers, type Diagnostic, errorDiagnostic, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { newcomersQuery } from '../../driver/objects/content-kinds.ts';
import { databaseQuery } from '../../driver/objects/database.ts';
import type { GrantsFacts, GrantsQuery, TargetKind } from '../../driver/objects/grants.ts';
import { roleQuery } from '../../driver/objects/role.ts';
import { type ServerFacts, serverQuery } from '../../driver/objects/server.ts';
import { serverNameProblems } from '../server-object/names.ts';
import { knownOf, missingProblem, observeObject, productNames, type ServerObject } from '../server-object/state.ts';
import { wantedOn } from './change.ts';
import type { GrantDeclared } from './declared.ts';
import { describeTarget } from './target-text.ts';

/** What a role was granted on the declared object or objects. */
export type GrantState = ServerObject<GrantsFacts>;

/** Asks what is held, and whether those exist who hold it. */
export function grantQueries(declared: GrantDeclared): Queries {
  const { role, database, target, defaultsOf } = declared;
  const grants: GrantsQuery = { kind: 'grants', database, role, target, defaultsOf };
  return {
    server: serverQuery,
    grants,
    ...(isOfAll(declared) ? { newcomers: newcomersQuery } : {}),
    ...(role === 'public' ? {} : { role: roleQuery(role) }),
    ...(defaultsOf === null || defaultsOf === '' ? {} : { owner: roleQuery(defaultsOf) }),
    ...(database === '' ? {} : { database: databaseQuery(database) }),
  };
}

/** True when a set of objects is meant that may grow. */
function isOfAll({ target, defaultsOf }: GrantDeclared): boolean {
  return target.kind.endsWith('_in') && defaultsOf === null;
}

/** What the answers come to; whatever makes the declaration impossible on this server is a problem. */
export function observeGrant(declared: GrantDeclared, answers: Answers): TypedObservation<GrantState> {
  const observed = observeObject<GrantsFacts>(withNewcomers(answers), 'grants');
  if (observed.kind !== 'present') return { observed, problems: [] };
  const { server, object } = observed.state;
  const foreign = productProblems(declared, server);
  if (foreign.length > 0) return { observed, problems: foreign };
  const problems = [
    ...serverNameProblems(server, { role: [declared.role], object: [declared.target.name, declared.target.schema] }),
    ...(declared.state === 'present' ? missingProblems(declared, answers, object === null) : []),
    ...privilegeProblems(declared, knownOf(object)),
  ];
  return { observed, problems };
}

/** As long as objects may come, nobody can tell what is held on all of them. */
export function withNewcomers(answers: Answers): Answers {
  const newcomers = answers['newcomers'];
  return newcomers?.status === 'unknown' ? { ...answers, grants: newcomers } : answers;
}

/** Kinds of objects whose privileges MySQL and MariaDB know. */
const mysqlKinds: readonly TargetKind[] = ['server', 'database', 'table', 'function', 'procedure'];

function productProblems({ target, defaultsOf, role }: GrantDeclared, { product }: ServerFacts): readonly Diagnostic[] {
  const isPostgres = product === 'postgres';
  const isKnown = isPostgres ? target.kind !== 'server' : mysqlKinds.includes(target.kind) && defaultsOf === null;
  const name = productNames[product];
  if (!isKnown) {
    const what = defaultsOf === null ? `\`on: ${target.kind}\`` : '`default`';
    return [
      errorDiagnostic('SP662', { detail: `${name} knows no ${what}.`, hint: 'declare the grant for other nodes' }),
    ];
  }
  if (isPostgres || role !== 'public') return [];
  return [
    errorDiagnostic('SP662', {
      detail: `Nothing is granted to everybody on ${name}.`,
      hint: 'name an account or a role',
    }),
  ];
}

function missingProblems(
  { role, database, target, defaultsOf }: GrantDeclared,
  answers: Answers,
  lacksObject: boolean,
): readonly Diagnostic[] {
  const what = describeTarget(target, defaultsOf);
  if (answers['database']?.status === 'absent') return [missingProblem('database', database, `it should hold ${what}`)];
  return [
    ...(answers['role']?.status === 'absent'
      ? [missingProblem('role', role, `it should get privileges on ${what}`)]
      : []),
    ...(answers['owner']?.status === 'absent' && defaultsOf !== null
      ? [missingProblem('role', defaultsOf, 'privileges on what it will make are declared')]
      : []),
    ...(lacksObject && answers['owner']?.status !== 'absent'
      ? [
          errorDiagnostic('SP661', {
            detail: `There is no ${what}, so nobody can have privileges on it.`,
            hint: 'make it before this resource, or correct its name',
          }),
        ]
      : []),
  ];
}

function privilegeProblems(declared: GrantDeclared, facts: GrantsFacts | undefined): readonly Diagnostic[] {
  const wrong = (facts?.objects ?? []).flatMap((object) => {
    const unknown = wantedOn(declared, object).filter((each) => !object.all.includes(each));
    return unknown.length === 0 ? [] : [{ object, unknown }];
  });
  const [first] = wrong;
  if (first === undefined) return [];
  const { object, unknown } = first;
  const label = object.column === null ? object.label : `the column ${object.column} of ${object.label}`;
  return [
    errorDiagnostic('SP668', {
      detail: `${label} knows no privilege ${unknown.join(', ')}.`,
      hint: `it knows ${object.all.join(', ')}`,
    }),
  ];
}
