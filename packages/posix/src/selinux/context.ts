import {
  type Answer,
  type Answers,
  type DeclarationProblem,
  type Edit,
  type EditValue,
  editValue,
  isUnknown,
  type Queries,
  type Unknown,
  unknown,
} from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import { foundValue } from '../queries/query-kind.ts';
import { type SelinuxContext, selinuxContextQuery } from '../queries/selinux-context.ts';

/** The property of files and directories that have a context of their own. */
export const selinuxProperty = {
  selinux: Type.Optional(
    Type.String({
      description:
        'SELinux type, such as `httpd_sys_content_t`, or the whole context. Left as it is when not declared; a new file gets what its directory says. Passed over where the node has no SELinux. A relabelling of the node goes by its policy and not by this.',
      minLength: 1,
    }),
  ),
};

/** What is wrong with a declared type or context. */
export function selinuxProblems(written: {
  readonly selinux?: string;
  readonly state?: string;
  readonly follow?: boolean;
}): readonly DeclarationProblem[] {
  const { selinux, state, follow } = written;
  const property = 'selinux';
  if (selinux === undefined) return [];
  if (state === 'absent')
    return [{ property, detail: 'What is declared absent has no context.', hint: 'remove selinux, or state: absent' }];
  if (follow === true) {
    const detail = 'The context is that of the file itself, and links are followed.';
    return [{ property, detail, hint: 'declare the file that the link leads to' }];
  }
  if (/^\w+(?::\w+:\w+(?::[\w.,:-]+)?)?$/.test(selinux)) return [];
  const detail = `"${selinux}" is neither a type nor a context of SELinux.`;
  return [{ property, detail, hint: 'write a type such as etc_t, or user:role:type:level' }];
}

/** Asks for the context; that of the root directory tells whether the node has any. */
export function selinuxQueries(path: string, selinux: string | undefined): Queries {
  return selinux === undefined ? {} : { context: selinuxContextQuery(path), rootContext: selinuxContextQuery('/') };
}

/** What was found of a path: its context, null for none yet; no member where none is managed or the node has no SELinux. */
export type ContextState = { readonly context?: string | null | Unknown };

/** The context of a path as the node told it; what it could not tell is unknown with its cause. */
export function observeContext(answers: Answers): ContextState {
  const { context, rootContext } = answers;
  if (rootContext?.status === 'unknown') return { context: unknown(rootContext.cause) };
  if (rootContext?.status !== 'found') return {};
  if (context?.status === 'unknown') return { context: unknown(context.cause) };
  return { context: foundValue<SelinuxContext>(context)?.context ?? null };
}

/** The context that differs from the declared type or context, as that tells it. */
export function diffContext(selinux: string | undefined, { context }: ContextState): readonly Edit[] {
  if (selinux === undefined || context === undefined) return [];
  const found = context === null || isUnknown(context) ? undefined : inFormOf(selinux, context);
  if (found === selinux) return [];
  const before: EditValue =
    context !== null && isUnknown(context) ? { kind: 'unknown', cause: context.cause } : editValue(found);
  return [{ path: 'selinux', before, after: editValue(selinux) }];
}

/** The type of a context where a type is declared. */
function inFormOf(selinux: string, context: string): string {
  return selinux.includes(':') ? context : (context.split(':')[2] ?? '');
}

/** What the node will answer about the context. */
export function predictContext(selinux: string | undefined, { context, rootContext }: Answers): { context?: Answer } {
  if (selinux === undefined || rootContext?.status !== 'found') return {};
  const [user = 'system_u', role = 'object_r', , ...level] = (foundValue<SelinuxContext>(context)?.context ?? '')
    .split(':')
    .filter((part) => part !== '');
  const whole = selinux.includes(':') ? selinux : [user, role, selinux, ...level].join(':');
  return { context: { status: 'found', value: { context: whole } } };
}
