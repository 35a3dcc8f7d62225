import type { Operation } from '@setpoint/model';

/** A program that downloads, and the change to a script that leaves it no other one. */
export type Program = { readonly name: string; readonly only: (script: string) => string };

export const curl: Program = { name: 'curl', only: (script) => script };

export const wget: Program = { name: 'wget', only: (script) => script.replace('if sp_has curl', 'if false') };

export const wgetOfBusybox: Program = {
  name: 'wget of busybox',
  only: (script) => wget.only(script).replaceAll('wget -', 'busybox wget -'),
};

/** The operation as it is on a node that has this program alone. */
export function byProgram({ only }: Program, operation: Operation): Operation {
  const { script } = operation.action;
  return { ...operation, action: { ...operation.action, script: typeof script === 'string' ? only(script) : '' } };
}
