import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import type { PasswordAction } from '../../driver/objects/password-action.ts';
import type { RoleFacts } from '../../driver/objects/role.ts';
import type { ServerFacts } from '../../driver/objects/server.ts';
import { lockRetries, lockTimeoutMs, statementsOperation } from '../server-object/operation.ts';
import { knownOf } from '../server-object/state.ts';
import { accountText, mysqlRoleTexts, setUpAccount } from './account-texts.ts';
import type { RoleDeclared } from './declared.ts';
import type { RoleState } from './observe.ts';
import { schemeFor } from './password.ts';
import { postgresRoleTexts } from './postgres-texts.ts';

/** What the statements of a role are made from. */
export type RoleWork = {
  readonly declared: RoleDeclared;
  /** The properties that are changed; `state` when the role is made. */
  readonly paths: ReadonlySet<string>;
  readonly server: ServerFacts;
  readonly facts: RoleFacts | undefined;
};

/** The statements that make the role as declared, or drop it. */
export function roleOperations(
  declared: RoleDeclared,
  edits: readonly Edit[],
  observed: Observed<RoleState<RoleFacts>>,
): Work {
  if (edits.length === 0 || observed.kind !== 'present') return { operations: [], reasons: [] };
  const { server, object } = observed.state;
  if (declared.state === 'absent') return { operations: [removal(declared, server)], reasons: [] };
  const paths = new Set(edits.map(({ path }) => path));
  const facts = knownOf(object);
  // When it is not known whether the role is there, both ways are shown, and the one that is needed is gone.
  const ways = isUnknown(object) ? [paths, new Set([...paths].filter((path) => path !== 'state'))] : [paths];
  const operations = ways.flatMap((way) => setUp({ declared, paths: way, server, facts }));
  return { operations, reasons: [] };
}

function removal({ name }: RoleDeclared, { product }: ServerFacts): Operation {
  const isAccount = product !== 'postgres' && accountText(product, name).includes('@');
  const quoted = product === 'postgres' ? dialectOf(product).name(name) : accountText(product, name);
  return statementsOperation({
    title: `drop role ${name}`,
    texts: [`DROP ${isAccount ? 'USER' : 'ROLE'} ${quoted}`],
    hazards: [
      {
        kind: 'privilege',
        message: `nobody can log in as ${name} any more, and its memberships and settings are lost`,
      },
    ],
    repeatable: false,
  });
}

function setUp(work: RoleWork): readonly Operation[] {
  const { declared, paths, server } = work;
  const own = server.product === 'postgres' ? setUpPostgres(work) : setUpMysql(work, server.product);
  return own.map((operation, index) =>
    index === 0 ? { ...operation, hazards: [...operation.hazards, ...hazardsOf(declared, paths)] } : operation,
  );
}

function setUpPostgres(work: RoleWork): readonly Operation[] {
  const { declared, paths } = work;
  const { name } = declared;
  const texts = postgresRoleTexts(work);
  const quoted = dialectOf('postgres').name(name);
  return [
    ...(texts.length === 0
      ? []
      : [statementsOperation({ title: `set up role ${name}`, texts, repeatable: !paths.has('state') })]),
    ...(paths.has('password')
      ? [
          passwordOperation(work, {
            title: `set the password of role ${name}`,
            head: `ALTER ROLE ${quoted} PASSWORD `,
            tail: '',
          }),
        ]
      : []),
  ];
}

/** A new account gets its password in the statement that makes it: at no moment is it there without one. */
function setUpMysql(work: RoleWork, product: 'mysql' | 'mariadb'): readonly Operation[] {
  const { declared, paths } = work;
  const title = `set up role ${declared.name}`;
  const own = setUpAccount(work, product);
  const later = mysqlRoleTexts(work, product);
  return [
    ...(own === undefined
      ? []
      : [
          own.tail === undefined
            ? statementsOperation({ title, texts: [own.head], isAlone: true, repeatable: !paths.has('state') })
            : passwordOperation(work, { title, head: own.head, tail: own.tail }),
        ]),
    ...(later.length === 0
      ? []
      : [statementsOperation({ title: `set up the memberships of ${declared.name}`, texts: later })]),
  ];
}

const passwordTimeoutMs = 60_000;

function passwordOperation(
  { declared, paths, server, facts }: RoleWork,
  { title, head, tail }: { readonly title: string; readonly head: string; readonly tail: string },
): Operation {
  const { name, password } = declared;
  const action: PasswordAction = {
    kind: 'password',
    head,
    tail,
    scheme: schemeFor(declared, server, facts) ?? 'mysql_native_password',
    account: name,
    password: { sha256: password?.sha256 ?? '', sizeBytes: password?.sizeBytes ?? 0 },
    timeoutMs: passwordTimeoutMs,
    lockTimeoutMs,
    retries: lockRetries,
  };
  const hazards: readonly Hazard[] = paths.has('state')
    ? []
    : [{ kind: 'privilege', message: `the password that ${name} has now is no longer taken` }];
  const timeoutMs = passwordTimeoutMs + 2 * lockTimeoutMs * (lockRetries + 1);
  return { title, action, timeoutMs, hazards, repeatable: !paths.has('state') };
}

/** What gives a role power over others. */
const powers = {
  superuser: 'passes by all checks of permissions',
  createrole: 'may create other roles',
  replication: 'may read everything as a replica',
  bypassrls: 'is not held by row-level security',
} as const;

function hazardsOf({ name, flags, memberOf }: RoleDeclared, paths: ReadonlySet<string>): readonly Hazard[] {
  const gained = (Object.keys(powers) as (keyof typeof powers)[]).filter(
    (flag) => flags[flag] === true && paths.has(flag),
  );
  const locksOut = paths.has('login') && flags.login === false && !paths.has('state');
  return [
    ...gained.map((flag): Hazard => ({ kind: 'privilege', message: `${name} ${powers[flag]}` })),
    ...(locksOut ? [{ kind: 'privilege', message: `nobody can log in as ${name} any more` } satisfies Hazard] : []),
    ...(paths.has('member_of') && (memberOf?.length ?? 0) > 0
      ? [{ kind: 'privilege', message: `what ${name} may do changes with its memberships` } satisfies Hazard]
      : []),
  ];
}
