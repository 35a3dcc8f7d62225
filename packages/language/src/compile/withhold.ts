import type { Json, Withheld } from '@setpoint/model';
import { leftOpen } from '../diagnostics/left-open.ts';
import type { Evaluated } from '../expression/scope.ts';
import { needsSecret } from '../secret/secrets.ts';
import type { Input } from './declare.ts';
import type { NodeInstance } from './expand.ts';
import type { CompileRun } from './run.ts';

/** What of a resource is not known, because secrets were not read. */
export type Unread = {
  /** The names of the secrets. */
  readonly needs: readonly string[];
  /** Where it shows in a plan; none when it is the whole. */
  readonly properties: readonly string[];
  /** What is known and what has to be there, for the module to judge the rest. */
  readonly values: Input['values'];
};

/** What is not known of a resource; undefined when all is. */
export function unreadOf(
  { declaration, inherited }: NodeInstance,
  { values, made, account }: Pick<Input, 'values' | 'made'> & { readonly account: Pick<Evaluated, 'needs'> },
): Unread | undefined {
  const { schema } = declaration.module;
  const isBody = (name: string): boolean => schema.properties?.[name]?.['x-body'] !== undefined;
  const open = [...values].flatMap(([name, { taint, needs }]) =>
    taint !== undefined && needs !== undefined ? [{ name, needs }] : [],
  );
  const ofBody = made === 'none' || made.taint === undefined ? [] : (made.needs ?? []);
  const needs = [
    ...(inherited.needs ?? []),
    ...(account.needs ?? []),
    ...open.flatMap((each) => each.needs),
    ...ofBody,
  ];
  if (needs.length === 0) return undefined;
  const dropped = new Set(open.map(({ name }) => name).filter((name) => !isBody(name)));
  const shown = [
    ...open.map(({ name }) => (isBody(name) ? 'content' : name)),
    ...(ofBody.length === 0 ? [] : ['content']),
  ];
  return {
    needs: [...new Set(needs)],
    properties: [...new Set(shown)],
    values: new Map([...values].filter(([name]) => !dropped.has(name))),
  };
}

/** How a plan leaves it open. */
export function withheldFor(
  run: CompileRun,
  { declaration }: NodeInstance,
  {
    unread,
    declared,
    canAsk,
  }: { readonly unread: Unread | undefined; readonly declared: Json; readonly canAsk: boolean },
): { readonly withheld?: Withheld } {
  if (!run.withoutSecrets) return {};
  const runs = declaration.module.runsToAsk?.(declared) === true;
  if (unread === undefined && !runs) return {};
  const why = [
    ...(unread?.needs ?? []).map(needsSecret),
    ...(runs ? ['not asked: the question would run what the playbook says'] : []),
  ];
  return { withheld: { why, properties: unread?.properties ?? [], isAsked: canAsk && !runs } };
}

/** Tells of a resource of which too little is known to plan anything. */
export function tellUnread({ declaration, scope }: NodeInstance, { needs }: Unread): void {
  scope.report(leftOpen(`This \`${declaration.module.type}\` is`, needs, declaration.identity));
}
