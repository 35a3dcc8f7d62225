import { type Edit, isUnknown } from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import { wantedText } from '../ownership/set-ownership.ts';
import type { ContextState } from './context.ts';

/** What the command that sets a context works on: `at` is a word for the path, which is for messages. */
export type ContextTarget = { readonly path: string; readonly at: ShellText };

/** The title of the operation that sets it. */
export function labelTitle(path: string, selinux: string): string {
  return `label ${path} as ${selinux}`;
}

/** Sets the context that an edit declares, where the context is what the plan found or what is declared; empty without such an edit. */
export function setContext(edits: readonly Edit[], { context }: ContextState, { path, at }: ContextTarget): ShellText {
  const value = wantedText(edits, 'selinux');
  if (value === undefined) return sh``;
  const isWhole = value.includes(':');
  const set = isWhole ? sh`chcon -- ${value} ${at}` : sh`chcon -t ${value} -- ${at}`;
  if (context === undefined || context === null || isUnknown(context)) return set;
  const declared = isWhole ? sh`${value}` : sh`*:*:${value}|*:*:${value}:*`;
  return sh`sp_now=$(stat -L -c %C -- ${at}) || exit
case $sp_now in ${context}|${declared}) ;; *) sp_refuse "the context of "${path}" is $sp_now now; the plan found "${context};; esac
${set}`;
}
