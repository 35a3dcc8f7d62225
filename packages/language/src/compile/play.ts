import {
  type Address,
  type CompiledNode,
  type CompiledPlay,
  type DeclaredResource,
  errorDiagnostic,
  type NodeSpec,
  oncePerList,
} from '@setpoint/model';
import type { Definition, Scope } from '../expression/scope.ts';
import { createVariableScope } from '../expression/variable-scope.ts';
import { groupDefinitions } from '../inventory/inventory.ts';
import type { Declaration, PlayDraft, ResourceDeclaration } from '../playbook/draft.ts';
import { spanOf } from '../yaml/value.ts';
import { createConflicts, type NodeConflicts } from './conflicts.ts';
import { checkDeclaration } from './declare.ts';
import { expand, type Inherited, type NodeInstance } from './expand.ts';
import { resolveReferences } from './references.ts';
import type { CompileOutcome } from './resource.ts';
import type { CompileRun } from './run.ts';
import { compileShared } from './shared.ts';

/** A play with the nodes that its selector and the run's limit leave. */
export type SelectedPlay = { readonly play: PlayDraft; readonly nodes: readonly NodeSpec[] };

/** Compiles the plays of a run in the order written; problems are gathered. */
export function compilePlays(run: CompileRun, plays: readonly SelectedPlay[]): readonly CompiledPlay[] {
  const sound = new Map<ResourceDeclaration, boolean>();
  for (const { play } of plays) checkAll(run, play.resources, sound);
  const lastPlays = new Map(plays.flatMap(({ nodes }, position) => nodes.map(({ name }) => [name, position] as const)));
  const conflicts = new Map<string, NodeConflicts>();
  return plays.map(({ play, nodes }, position) => ({
    name: play.name,
    ...(play.rollout === undefined ? {} : { rollout: play.rollout }),
    nodes: nodes.map((node) => {
      const ofNode =
        conflicts.get(node.name) ?? createConflicts((diagnostic) => run.gather.reportFor(node.name, diagnostic));
      // What a thousand nodes manage is not kept longer than a later play needs it.
      if (lastPlays.get(node.name) === position) conflicts.delete(node.name);
      else conflicts.set(node.name, ofNode);
      return compileNode(run, { play, node, sound, conflicts: ofNode });
    }),
  }));
}

/** Every declaration is checked once, also when no node is selected or a condition leaves it out. */
function checkAll(
  run: CompileRun,
  declarations: readonly Declaration[],
  sound: Map<ResourceDeclaration, boolean>,
): void {
  for (const declaration of declarations) {
    if (declaration.kind === 'component') checkAll(run, declaration.component.resources, sound);
    else if (!sound.has(declaration)) sound.set(declaration, checkDeclaration(run, declaration));
  }
}

type NodeCompile = {
  readonly play: PlayDraft;
  readonly node: NodeSpec;
  readonly sound: ReadonlyMap<ResourceDeclaration, boolean>;
  readonly conflicts: NodeConflicts;
};

function compileNode(run: CompileRun, { play, node, sound, conflicts }: NodeCompile): CompiledNode {
  const scope = playScope(run, play, node.name);
  const outer: Inherited = {
    after: [],
    tags: play.meta.tags,
    isWanted: true,
    ...(play.meta.sudo === undefined ? {} : { sudo: play.meta.sudo }),
    ...(play.meta.confirmWithin === undefined ? {} : { confirmWithin: play.meta.confirmWithin }),
  };
  const outcomes = expand(play.resources, scope, outer).map((instance) =>
    compileOn(run, { ...instance, node }, sound.get(instance.declaration) === true),
  );
  conflicts.startPlay();
  const resources: DeclaredResource[] = [];
  const canonical = new Map<string, Address | undefined>();
  for (const outcome of outcomes) {
    if (outcome.written !== undefined && !canonical.has(outcome.written)) canonical.set(outcome.written, undefined);
    if (outcome.kind !== 'compiled') continue;
    canonical.set(outcome.written, outcome.resource.address);
    canonical.set(outcome.resource.address, outcome.resource.address);
    if (conflicts.accept(outcome)) resources.push(outcome.resource);
  }
  const report = scope.report;
  const after = resolveReferences(outcomes, { canonical, modules: run.modules, earlier: conflicts.addresses, report });
  return { node, resources: shareList(resources.map((resource) => withAfter(resource, after.get(resource)))) };
}

const shareList = oncePerList((resources: readonly DeclaredResource[]) => resources);

/** A resource whose channel the node does not speak is refused before anything in it is judged. */
function compileOn(run: CompileRun, instance: NodeInstance, isSound: boolean): CompileOutcome {
  const { declaration, scope, node, inherited } = instance;
  const { module, identity } = declaration;
  const driver = run.drivers.get(node.connection.driver);
  if (driver === undefined || driver.channel === module.channel || !inherited.isWanted)
    return compileShared(run, instance, isSound);
  const fitting = [...run.drivers].flatMap(([name, { channel }]) => (channel === module.channel ? [name] : []));
  scope.report(
    errorDiagnostic('SP224', {
      detail: `\`${module.type}\` needs a node that is reached by ${fitting.join(', ')}, but this one is reached by ${node.connection.driver}.`,
      hint: 'Select other nodes for the play.',
      span: spanOf(identity),
    }),
  );
  return { kind: 'failed', written: undefined };
}

/** A spread would compute the chains of every property, so the copy takes over the getter as it is. Nodes share it, too. */
function withAfter(resource: DeclaredResource, after: readonly Address[] | undefined): DeclaredResource {
  if (after === undefined || after.length === 0) return resource;
  const known = waiting.get(resource);
  if (known?.after.length === after.length && known.after.every((each, index) => each === after[index])) return known;
  const made = Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(resource), after: { value: after, enumerable: true } },
  ) as DeclaredResource;
  waiting.set(resource, made);
  return made;
}

const waiting = new WeakMap<DeclaredResource, DeclaredResource>();

function playScope(run: CompileRun, play: PlayDraft, node: string): Scope {
  const level = (name: string, entries: PlayDraft['vars']): readonly Definition[] =>
    entries.map((entry) => ({ level: name, name: entry.key, value: entry.value }));
  return createVariableScope({
    evaluator: run.evaluator,
    definitions: groupDefinitions([
      ...run.inventory.definitionsOf(node),
      ...level('play', play.vars),
      ...level('--var', run.commandLine),
    ]),
    provided: run.inventory.providedFor(node),
    report: (diagnostic) => run.gather.reportFor(node, diagnostic),
  });
}
