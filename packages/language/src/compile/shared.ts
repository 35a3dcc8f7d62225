import type { SettingsFiles } from '@setpoint/model';
import { hasExpressions } from '../expression/parts.ts';
import type { ResourceDeclaration } from '../playbook/draft.ts';
import type { YamlValue } from '../yaml/value.ts';
import type { Inherited, NodeInstance } from './expand.ts';
import { type CompileOutcome, compileResource } from './resource.ts';
import type { CompileRun } from './run.ts';

/**
 * Compiles one resource for one node. Where nothing in it depends on the node, all nodes get the very same result: a thousand nodes
 * then cost the memory and the time of one.
 */
export function compileShared(run: CompileRun, instance: NodeInstance, isSound: boolean): CompileOutcome {
  const { declaration, inherited, node } = instance;
  const { files } = node.connection;
  if (!isSound || !isSameEverywhere(declaration) || !isPlain(inherited)) return compileResource(run, instance, isSound);
  const known = latest.get(declaration);
  if (known !== undefined && known.run === run && isEqual(known.inherited, inherited) && sameFiles(known.files, files))
    return known.outcome;
  const outcome = compileResource(run, instance, isSound);
  if (outcome.kind === 'compiled') latest.set(declaration, { run, inherited, files, outcome });
  return outcome;
}

const latest = new WeakMap<
  ResourceDeclaration,
  {
    readonly run: CompileRun;
    readonly inherited: Inherited;
    readonly files: SettingsFiles | undefined;
    readonly outcome: CompileOutcome;
  }
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

/** What the settings of two nodes bring along is the same when it was loaded from the same files. */
function sameFiles(left: SettingsFiles | undefined, right: SettingsFiles | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

function isPlain({ isWanted, sudo, confirmWithin, needs }: Inherited): boolean {
  const isSame = (value: YamlValue | undefined): boolean => value === undefined || !hasExpressions(value);
  return isWanted && needs === undefined && isSame(sudo) && isSame(confirmWithin);
}

function isEqual(left: Inherited, right: Inherited): boolean {
  return (
    left.sudo === right.sudo &&
    left.confirmWithin === right.confirmWithin &&
    left.tags.length === right.tags.length &&
    left.tags.every((tag, index) => tag === right.tags[index]) &&
    left.after.length === right.after.length &&
    left.after.every(
      ({ text, value }, index) => text === right.after[index]?.text && value === right.after[index].value,
    )
  );
}
