import {
  type Answers,
  type BodyStore,
  type Channel,
  createBodyStore,
  type Diagnostic,
  type Edit,
  errorDiagnostic,
  type Json,
  type Operation,
  type Outcome,
  type ResourceModule,
} from '@setpoint/model';
import { type Declared, declareOrThrow } from '@setpoint/testkit';
import type { DatabaseServer } from '@setpoint/testkit/databases';
import { openSqlChannel } from '../../src/driver/channel.ts';
import type { SqlSessions } from '../../src/driver/sessions.ts';
import { openMysqlSession } from '../../src/session/mysql-session.ts';
import { openPgSession } from '../../src/session/pg-session.ts';
import type { SqlSession } from '../../src/session/session.ts';
import type { SqlTarget } from '../../src/session/target.ts';

/** A channel to a server of the test's own, as the drivers open it. */
export type ServerNode = { readonly channel: Channel; readonly bodies: BodyStore };

/** Opens a channel to a server; `target` may name another account or database. */
export function openServerNode(server: DatabaseServer, target: Partial<SqlTarget> = {}): ServerNode {
  const bodies = createBodyStore();
  const channel = openSqlChannel({
    node: 'db',
    bodies,
    sessions: sessionsOf(server, target),
    describeFailure: (failure) => errorDiagnostic('SP581', { detail: `${failure.message} ${failure.detail ?? ''}` }),
    cacheDir: '/nonexistent',
  });
  return { channel, bodies };
}

function sessionsOf(server: DatabaseServer, target: Partial<SqlTarget>): SqlSessions {
  const own = { ...server.target(), ...target };
  const open = (to: SqlTarget): Promise<SqlSession> =>
    server.product === 'postgres' ? openPgSession(to) : openMysqlSession(to);
  return {
    open: (database) => open(database === '' ? own : { ...own, database }),
    openUrl: () => Promise.reject(new Error('no URL')),
    openAs: (user, password) => open({ ...own, user, password }),
  };
}

/** What looking at one resource came to. */
export type Looked = {
  readonly declared: Json;
  readonly answers: Answers;
  readonly problems: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  readonly operations: readonly Operation[];
  readonly reasons: readonly string[];
};

/** Asks the server and plans one resource. */
export async function look(node: ServerNode, module: ResourceModule, given: Declared): Promise<Looked> {
  const declared = declareOrThrow(module, given, node.bodies);
  const queries = Object.entries(module.queries(declared));
  const result = await node.channel.ask(queries.map(([, query]) => ({ query })));
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  const answers = Object.fromEntries(
    queries.map(([name], index) => [name, result.answers[index] ?? { status: 'absent' as const }]),
  );
  const { observed, problems } = module.observe(declared, answers);
  if (problems.length > 0) return { declared, answers, problems, edits: [], operations: [], reasons: [] };
  const edits = module.diff(declared, observed);
  return { declared, answers, problems, edits, ...module.operations(declared, edits, observed) };
}

/** What came of making one resource as declared. */
export type Reached = Looked & { readonly outcomes: readonly Outcome[]; readonly left: readonly string[] };

/**
 * Plans one resource, executes the plan and plans again; `left` holds the paths that a second plan would still change. Throws when
 * the prediction is not what the server then says, as far as the module looks at it.
 */
export async function reach(node: ServerNode, module: ResourceModule, given: Declared): Promise<Reached> {
  const first = await look(node, module, given);
  if (first.problems.length > 0) throw new Error(first.problems.map(({ detail }) => detail).join(' '));
  const steps = first.operations.map((operation, index) => ({ operation, needs: index === 0 ? [] : [index - 1] }));
  const outcomes = await node.channel.execute(steps, {});
  const predicted = { ...first.answers, ...module.predict(first.declared, first.answers).answers };
  const foreseen = module.diff(first.declared, module.observe(first.declared, predicted).observed);
  const expected = foreseen.filter(({ act }) => act !== true).map(({ path }) => path);
  if (first.edits.length > 0 && expected.length > 0) throw new Error(`not foreseen: ${expected.join(', ')}`);
  const again = await look(node, module, given);
  return { ...first, outcomes, left: again.edits.filter(({ act }) => act !== true).map(({ path }) => path) };
}

/** Reaches a state and throws when that did not work out, or when a second plan finds anything left. */
export async function reachWhole(node: ServerNode, module: ResourceModule, given: Declared): Promise<Reached> {
  const reached = await reach(node, module, given);
  const bad = reached.outcomes.find(({ status }) => status !== 'done');
  if (bad !== undefined) throw new Error(JSON.stringify(bad));
  if (reached.left.length > 0) throw new Error(`left: ${reached.left.join(', ')}`);
  return reached;
}

/** Names that break careless quoting, of at most 63 bytes; the last one has exactly these. */
export const hostileNames: readonly string[] = [
  `it's`,
  'a"b',
  'a`b',
  'semi; DROP TABLE x; --',
  'new\nline',
  'back\\slash',
  'Mixed Case',
  '$$',
  '%s',
  'ü→😀',
  'select',
  `${'ö'.repeat(31)}x`,
];
