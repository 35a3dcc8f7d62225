import type { BodyStore, Outcome, Step } from '@setpoint/model';
import type { ScriptContext } from '../run-script.ts';
import { type DatabaseAction, runDatabase } from './database-action.ts';
import type { PasswordAction } from './password-action.ts';
import type { QueryAction } from './query-action.ts';
import { runPassword } from './run-password.ts';
import { runQuery } from './run-query.ts';

type Action = Step['operation']['action'];

/** The code of the actions that are more than statements as they stand in a plan. */
const runners: Readonly<
  Record<string, (action: Action, bodies: BodyStore, context: ScriptContext) => Promise<Outcome>>
> = {
  // The engine passes a module's operations on as data; modules of this channel make only these actions.
  password: (action, bodies, context) => runPassword(action as unknown as PasswordAction, bodies, context),
  database: (action, _bodies, context) => runDatabase(action as unknown as DatabaseAction, context),
  query: (action, _bodies, context) => runQuery(action as unknown as QueryAction, context),
};

/** True for an action that `executeObject` runs. */
export function isObjectAction(action: Action): boolean {
  return Object.hasOwn(runners, action.kind);
}

/** Runs such an action. Never throws. */
export function executeObject(action: Action, bodies: BodyStore, context: ScriptContext): Promise<Outcome> {
  const run = runners[action.kind];
  return run === undefined
    ? Promise.resolve({ status: 'not-started', reason: 'it is no operation of this channel' })
    : run(action, bodies, context);
}
