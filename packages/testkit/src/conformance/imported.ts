import type { Channel, DeclaredForm, Described, Importing, ResourceModule } from '@setpoint/model';
import { declareForm } from '@setpoint/sdk';
import { answersOf, answersTo } from './converge.ts';
import { evaluate } from './evaluate.ts';

/** A module whose objects can be imported. */
export type ImportableModule = {
  readonly module: ResourceModule;
  readonly importing: Extract<Importing, { readonly kind: 'importable' }>;
};

/** Imports an object of a node: per form in which it would be declared, what a plan of it would not leave as it is; empty for nothing. */
export async function plansOfImport(
  channel: Channel,
  { module, importing }: ImportableModule,
  identity: string,
): Promise<readonly string[]> {
  const described = importing.describe(identity, await answersTo(channel, importing.queries(identity)));
  const plans: string[] = [];
  for (const form of formsOf(described)) plans.push(await planOf(channel, module, { identity, form }));
  return plans;
}

/**
 * Imports what a node lists of a type, a line each as in the playbook: `IDENTITY {PROPERTIES}` for what a plan right after finds as
 * declared, `IDENTITY: WHY` for what is left out, and `# NOTE` for what could not be listed.
 */
export async function importedFrom(
  channel: Channel,
  { module, importing }: ImportableModule,
): Promise<readonly string[]> {
  if (importing.list === undefined) throw new Error(`Nothing lists the ${module.type} resources of a node.`);
  const { identities, notes } = importing.list.read(await answersTo(channel, importing.list.queries));
  const lines = notes.map((note) => `# ${note}`);
  for (const identity of identities) lines.push(await lineOf(channel, { module, importing }, identity));
  return lines;
}

async function lineOf(channel: Channel, { module, importing }: ImportableModule, identity: string): Promise<string> {
  const described = importing.describe(identity, await answersTo(channel, importing.queries(identity)));
  if (described.kind !== 'declared') return `${identity}: ${described.kind === 'absent' ? 'absent' : described.why}`;
  const plans: string[] = [];
  for (const form of described.forms) {
    const plan = await planOf(channel, module, { identity, form });
    if (plan === '') return `${identity} ${JSON.stringify(form.properties)}`;
    plans.push(plan);
  }
  return `${identity}: a plan would still change ${plans.join('; ')}`;
}

function formsOf(described: Described): readonly DeclaredForm[] {
  if (described.kind === 'declared') return described.forms;
  throw new Error(described.kind === 'absent' ? 'It is not found.' : described.why);
}

async function planOf(
  channel: Channel,
  module: ResourceModule,
  { identity, form }: { readonly identity: string; readonly form: DeclaredForm },
): Promise<string> {
  const declaration = declareForm(module, identity, form);
  if (declaration.kind === 'invalid') return declaration.problems.map(({ detail }) => detail).join(' ');
  const { declared } = declaration;
  const { edits, problems } = evaluate(module, declared, await answersOf(channel, module, declared));
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ detail }) => detail);
  return [...errors, ...edits.map(({ path }) => path)].join(' ');
}
