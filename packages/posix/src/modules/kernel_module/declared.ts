import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import type { DeclaredPart } from '../../settings/define-setting.ts';

/** A module of the kernel as declared. */
export type KernelModulePart = {
  /** With underscores. */
  readonly name: string;
  readonly state: 'present' | 'absent';
  readonly persistent: boolean;
  readonly live: boolean;
  /** Sorted by name; null when they are not managed. */
  readonly parameters: readonly (readonly [string, string])[] | null;
  /** Null when it is not managed. */
  readonly blacklisted: boolean | null;
};

export const kernelModuleSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description:
          'Whether the module is loaded, now and at each start. A module that is built into the kernel counts as loaded. Default: present.',
      }),
    ),
    persistent: Type.Optional(
      Type.Boolean({
        description: 'Manage /etc/modules-load.d/NAME.conf, which is read at each start. Default: true.',
      }),
    ),
    live: Type.Optional(
      Type.Boolean({
        description:
          'Load or unload the module now. Where it is forbidden, as in most containers, the plan warns and the files alone are written. Default: true.',
      }),
    ),
    parameters: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Boolean()]), {
        description:
          'Parameters of the module, in /etc/modprobe.d/NAME.conf. A module that is loaded already gets them when it is loaded the next time. An empty map removes them. Left as they are when not declared.',
      }),
    ),
    blacklisted: Type.Optional(
      Type.Boolean({
        description:
          'Keep the kernel from loading the module on its own when it finds the hardware, by a line in /etc/modprobe.d/NAME.conf. Left as it is when not declared.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareKernelModule(
  identity: string,
  properties: Static<typeof kernelModuleSchema>,
): DeclaredPart<KernelModulePart> {
  const { state = 'present', persistent = true, live = true, parameters, blacklisted = null } = properties;
  const problems: DeclarationProblem[] = [
    ...(/^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(identity)
      ? []
      : [
          {
            property: '',
            detail: `"${identity}" cannot be the name of a kernel module.`,
            hint: 'write it as lsmod does, such as br_netfilter',
          },
        ]),
    ...parameterProblems(parameters ?? {}),
    ...(persistent || live || parameters !== undefined || blacklisted !== null
      ? []
      : [{ property: 'persistent', detail: 'Nothing would be done: neither now nor at the next start.' }]),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const name = identity.replaceAll('-', '_');
  const sorted = Object.entries(parameters ?? {})
    .map(([key, value]) => [key, String(value)] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  const part = { name, state, persistent, live, parameters: parameters === undefined ? null : sorted, blacklisted };
  return { kind: 'part', identity: name, part };
}

function parameterProblems(
  parameters: Readonly<Record<string, string | number | boolean>>,
): readonly DeclarationProblem[] {
  return Object.entries(parameters).flatMap(([key, value]) => {
    if (!/^[A-Za-z0-9_.-]+$/.test(key))
      return [{ property: 'parameters', detail: `"${key}" cannot be the name of a parameter.` }];
    if (!/["\n\r\0\\#]/.test(String(value))) return [];
    return [{ property: 'parameters', detail: `The value of "${key}" holds a sign that modprobe does not take.` }];
  });
}
