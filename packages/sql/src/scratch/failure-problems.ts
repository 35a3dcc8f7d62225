import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlFailure } from '../session/session.ts';
import type { Failure } from './failure.ts';
import { missingRole } from './foreseen-roles.ts';
import { problemAt } from './load-problem.ts';

/**
 * What is wrong with statements that could not be loaded. A statement that only lacks what another one that failed would have made
 * is left out: it will load when that one does.
 */
export function explainFailures(failures: readonly Failure[]): readonly LoadProblem[] {
  const causes = failures.filter((each) => !isConsequence(each, failures));
  return (causes.length > 0 ? causes : failures).map((each) => problemOf(each));
}

/** A failure with its place in the file. `inserted`: how many characters stood in the text that are not in the file. */
export function problemOf({ statement, failure }: Failure, inserted = 0): LoadProblem {
  const { message, hint } = explain(failure);
  const offset = failure.offset === undefined ? undefined : utf16Offset(statement.text, failure.offset - inserted);
  return problemAt(statement, {
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(offset === undefined ? {} : { offset }),
  });
}

/** The server counts characters, and JavaScript counts those beyond the first plane twice. */
function utf16Offset(text: string, characters: number): number {
  let offset = 0;
  for (const character of text) {
    if (characters-- <= 0) break;
    offset += character.length;
  }
  return offset;
}

/** Undefined table, object, function, schema, column. */
const lacking = ['42P01', '42704', '42883', '3F000', '42703'];

function isConsequence({ statement, failure }: Failure, failures: readonly Failure[]): boolean {
  if (!lacking.includes(failure.sqlState) && failure.errno !== 1146) return false;
  const [, name = ''] = /["'`]([^"'`]+)["'`]|function ([^\s(]+)/.exec(failure.message) ?? [];
  const bare = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (bare === '') return false;
  const makes = new RegExp(`\\bcreate\\b[^;(]*?${bare.replaceAll(/[^\w]/g, '\\$&')}`, 'i');
  return failures.some((other) => other.statement !== statement && makes.test(other.statement.text.slice(0, 500)));
}

type Explained = { readonly message: string; readonly hint?: string | undefined };

function explain(failure: SqlFailure): Explained {
  const { message, detail, hint } = failure;
  const whole = detail === undefined || message.includes(detail) ? message : `${message} (${detail})`;
  const role = missingRole(failure);
  if (role !== undefined) return unknownRole(role);
  const extension = /extension "(.*)" is not available|extension control file ".*\/([^/]+)\.control"/s.exec(message);
  if (extension !== null) {
    const name = extension[1] ?? extension[2] ?? '';
    return { message: whole, hint: `Install the package that brings the extension ${name} on the database server.` };
  }
  return { message: whole, hint };
}

function unknownRole(role: string): Explained {
  return {
    message: `The role ${role} does not exist on this server, so nothing can be given to it.`,
    hint: `Make it first (\`role: ${role}\` in an apply of its own), plan with an account that may make roles, or take it out of the declaration.`,
  };
}
