import type { Observed } from '@setpoint/model';
import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  isUnknown,
  type JsonObject,
  type Unknown,
  unknown,
} from '@setpoint/model';
import type { ServerFacts } from '../../driver/objects/server.ts';

/** What was read of an object: null when it is not there. */
export type Found<Facts> = Facts | null | Unknown;

/**
 * An object of a server as found. It is `present` to the engine even when the object is not there, because the server is, and
 * statements are written in the server's own dialect.
 */
export type ServerObject<Facts> = { readonly server: ServerFacts; readonly object: Found<Facts> };

/** Reads the server's facts and one answer about the object; without the server's facts nothing can be told. */
export function observeObject<Facts extends JsonObject>(answers: Answers, name: string): Observed<ServerObject<Facts>> {
  const server = answers['server'];
  if (server?.status === 'found') {
    return { kind: 'present', state: { server: server.value as ServerFacts, object: foundIn<Facts>(answers[name]) } };
  }
  const what =
    server?.status === 'unknown' && server.cause.kind !== 'after' ? server.cause.what : 'what kind of server this is';
  return { kind: 'unknown', cause: { kind: 'unavailable', what } };
}

/** What an answer holds. */
export function foundIn<Facts extends JsonObject>(answer: Answer | undefined): Found<Facts> {
  if (answer?.status === 'found') return answer.value as Facts;
  return answer?.status === 'unknown' ? unknown(answer.cause) : null;
}

/** The facts, or undefined when the object is not there or not known. */
export function knownOf<Facts>(object: Found<Facts>): Facts | undefined {
  return object === null || isUnknown(object) ? undefined : (object as Facts);
}

/** Tells of a role or database that a resource relies on and that is not there. */
export function missingProblem(what: 'role' | 'database' | 'schema', name: string, needs: string): Diagnostic {
  const hint = what === 'schema' ? 'make it before this resource' : `declare \`${what}: ${name}\` before this resource`;
  return errorDiagnostic('SP661', { detail: `The ${what} "${name}" does not exist on the server; ${needs}.`, hint });
}

/** Tells of properties that the server's product does not know. */
export function foreignProblems(
  { product }: ServerFacts,
  properties: Readonly<Record<string, 'postgres' | 'mysql'>>,
): readonly Diagnostic[] {
  const family = product === 'postgres' ? 'postgres' : 'mysql';
  const foreign = Object.entries(properties).flatMap(([property, of]) => (of === family ? [] : [property]));
  if (foreign.length === 0) return [];
  const list = foreign.map((property) => `\`${property}\``).join(', ');
  const detail = `${productNames[product]} knows no ${list}, so it cannot be brought about there.`;
  return [errorDiagnostic('SP662', { detail, hint: `remove ${list}, or declare the resource for other nodes` })];
}

/** The products as they call themselves. */
export const productNames = { postgres: 'PostgreSQL', mysql: 'MySQL', mariadb: 'MariaDB' } as const;
