import type { JsonObject, Outcome } from '@setpoint/model';
import { runScript, type ScriptContext } from '../run-script.ts';
import type { ScriptAction } from '../script-action.ts';

/** Runs a script about a database that nobody may use meanwhile, not even this channel. JSON in shape. */
export type DatabaseAction = JsonObject & {
  readonly kind: 'database';
  readonly script: ScriptAction;
  /** Databases whose sessions of this channel are closed before. */
  readonly releases: readonly string[];
};

/** Closes the channel's own sessions with the databases and runs the script. Never throws. */
export async function runDatabase({ script, releases }: DatabaseAction, context: ScriptContext): Promise<Outcome> {
  for (const database of releases) await context.pool.release(database);
  return runScript(script, context);
}
