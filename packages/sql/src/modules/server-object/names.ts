import { type DeclarationProblem, type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { ServerFacts } from '../../driver/objects/server.ts';
import { accountOf } from '../../mysql/account.ts';
import type { Product } from '../../session/session.ts';

/** Names that no server takes, by the property that holds them. What is too long for one product only its server tells. */
export function nameProblems(names: Readonly<Record<string, string | undefined>>): readonly DeclarationProblem[] {
  return Object.entries(names).flatMap(([property, name]) => {
    const detail = name === undefined ? undefined : nameFault(name);
    return detail === undefined ? [] : [{ property, detail }];
  });
}

/** What is wrong with a name; undefined when nothing is. */
export function nameFault(name: string): string | undefined {
  if (name === '') return 'A name cannot be empty.';
  if (name.includes('\0')) return 'A name cannot hold a NUL byte.';
  return undefined;
}

/** Names of objects that are longer than the server keeps them. */
export function serverNameProblems(
  { product }: Pick<ServerFacts, 'product'>,
  names: { readonly [Kind in NamedKind]?: readonly (string | null)[] },
): readonly Diagnostic[] {
  return (Object.keys(names) as NamedKind[]).flatMap((kind) =>
    (names[kind] ?? []).flatMap((name) => {
      const fault = name === null ? undefined : lengthFault(product, kind, name);
      return fault === undefined ? [] : [errorDiagnostic('SP665', { detail: fault, hint: 'give it a shorter name' })];
    }),
  );
}

type NamedKind = 'database' | 'role' | 'object';

function lengthFault(product: Product, kind: NamedKind, name: string): string | undefined {
  if (product === 'postgres') return postgresNameFault(name);
  const { user, host } = kind === 'role' ? accountOf(name) : { user: name, host: null };
  const most = kind === 'role' ? userLengths[product] : 64;
  const letters = Array.from(user).length;
  if (letters > most) return `"${user}" has ${letters} characters; the server takes ${most} at most.`;
  return (host ?? '').length > 255
    ? `The host of "${name}" is longer than the 255 characters that the server takes.`
    : undefined;
}

/** Characters of an account's name. */
const userLengths = { mariadb: 128, mysql: 32 } as const;

/** PostgreSQL cuts what is longer without saying so. */
function postgresNameFault(name: string): string | undefined {
  const bytes = Buffer.byteLength(name);
  return bytes > 63 ? `"${name}" has ${bytes} bytes; PostgreSQL keeps 63 of a name and cuts the rest.` : undefined;
}
