import { randomBytes } from 'node:crypto';
import type { BodyStore, Outcome } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { isStoredForm, storedForm } from '../../passwords/stored.ts';
import { runScript, type ScriptContext } from '../run-script.ts';
import type { ScriptAction } from '../script-action.ts';
import { readBody } from './body.ts';
import type { PasswordAction } from './password-action.ts';

/** Sends the statement of a password action. Neither the password nor its stored form stands in the outcome. Never throws. */
export async function runPassword(action: PasswordAction, bodies: BodyStore, context: ScriptContext): Promise<Outcome> {
  const password = readBody(bodies, action.password.sha256);
  const form = isStoredForm(password)
    ? password
    : storedForm(action.scheme, password, { account: action.account, salt: randomBytes(20) });
  const isPostgres = action.scheme === 'scram-sha-256' || action.scheme === 'md5';
  const literal = dialectOf(isPostgres ? 'postgres' : 'mariadb').text(form);
  const script: ScriptAction = {
    kind: 'script',
    database: '',
    isTransaction: false,
    statements: [
      { text: `${action.head}${literal}${action.tail}`, timeoutMs: action.timeoutMs, precheck: null, postcheck: null },
    ],
    lockTimeoutMs: action.lockTimeoutMs,
    retries: action.retries,
    guard: null,
  };
  return withoutSecret(await runScript(script, context), form);
}

/** A server repeats a part of the statement where it finds fault with it, and may cut it anywhere. */
function withoutSecret(outcome: Outcome, form: string): Outcome {
  const at = 'reason' in outcome ? outcome.reason.indexOf(form.slice(0, 8)) : -1;
  if (at < 0 || !('reason' in outcome)) return outcome;
  return { ...outcome, reason: `${outcome.reason.slice(0, at)}… (the rest holds a secret)` };
}
