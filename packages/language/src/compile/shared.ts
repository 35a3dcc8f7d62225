import { hasExpressions } from '../expression/parts.ts';
import type { ResourceDeclaration } from '../playbook/draft.ts';
import type { Inherited, Instance } from './expand.ts';
import { type CompileOutcome, compileResource } from './resource.ts';
import type { CompileRun } from './run.ts';

/**
 * Compiles one resource for one node. Where nothing in it depends on the node, all nodes get the very same result: a thousand nodes
 * then cost the memory and the time of one.
 */
export function compileShared(run: CompileRun, instance: Instance, isSound: boolean): CompileOutcome {
  const { declaration, inherited } = instance;
  if (!isSound || !isSameEverywhere(declaration) || !isPlain(inherited)) return compileResource(run, instance, isSound);
  const known = latest.get(declaration);
  if (known !== undefined && known.run === run && isEqual(known.inherited, inherited)) return known.outcome;
  const outcome = compileResource(run, instance, isSound);
  if (outcome.kind === 'compiled') latest.set(declaration, { run, inherited, outcome });
  return outcome;
}

const latest = new WeakMap<
  ResourceDeclaration,
  { readonly run: CompileRun; readonly inherited: Inherited; readonly outcome: CompileOutcome }
>();

const sameEverywhere = new WeakMap<ResourceDeclaration, boolean>();

/** True when neither an expression nor a template stands in the declaration. */
function isSameEverywhere(declaration: ResourceDeclaration): boolean {
  const known = sameEverywhere.get(declaration);
  if (known !== undefined) return known;
  const { identity, properties, module } = declaration;
  const isTemplate = (name: string) => module.schema.properties?.[name]?.['x-body'] === 'template';
  const isSame =
    !hasExpressions(identity) &&
    !hasExpressions(properties) &&
    !properties.entries.some((entry) => isTemplate(entry.key));
  sameEverywhere.set(declaration, isSame);
  return isSame;
}

function isPlain({ isWanted, after, sudo }: Inherited): boolean {
  return isWanted && after.length === 0 && (sudo === undefined || !hasExpressions(sudo));
}

function isEqual(left: Inherited, right: Inherited): boolean {
  return (
    left.sudo === right.sudo &&
    left.tags.length === right.tags.length &&
    left.tags.every((tag, index) => tag === right.tags[index])
  );
}
