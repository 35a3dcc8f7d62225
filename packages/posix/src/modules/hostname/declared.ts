import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import type { DeclaredPart } from '../../settings/define-setting.ts';

/** The name of a host as declared. */
export type HostnamePart = {
  readonly hostname: string;
  /** The name for people; null when it is not managed. */
  readonly pretty: string | null;
  readonly live: boolean;
};

export const hostnameSchema = Type.Object(
  {
    pretty: Type.Optional(
      Type.String({
        description:
          'Name for people, such as `Lab printer, 2nd floor`, in /etc/machine-info; an empty text removes it. Left as it is when not declared.',
      }),
    ),
    live: Type.Optional(
      Type.Boolean({
        description:
          'Give the name to the running system, too. Declare `false` in containers that may not name themselves. Default: true.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Longer names are cut off by the kernel. */
const maxNameLength = 64;

/** Checks the name as the kernel and DNS take it. */
export function declareHostname(
  identity: string,
  { pretty, live = true }: Static<typeof hostnameSchema>,
): DeclaredPart<HostnamePart> {
  const problems: DeclarationProblem[] = [
    ...nameProblems(identity),
    ...(/[\n\r\0]/.test(pretty ?? '') ? [{ property: 'pretty', detail: 'The name is one line.' }] : []),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'part', identity, part: { hostname: identity, pretty: pretty ?? null, live } };
}

function nameProblems(name: string): readonly DeclarationProblem[] {
  if (name.length > maxNameLength) {
    const detail = `The name has ${name.length} characters, and Linux takes ${maxNameLength}.`;
    return [{ property: '', detail, hint: 'declare the first part of the full name alone' }];
  }
  const wrong = name.split('.').find((label) => !/^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(label));
  if (wrong === undefined) return [];
  const detail = `"${name}" cannot be the name of a host: between its dots it may have letters, digits and hyphens, with a hyphen neither first nor last.`;
  return [{ property: '', detail, hint: 'write it as in DNS, such as web1 or web1.example.com' }];
}
