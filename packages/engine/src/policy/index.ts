import {
  type Address,
  type AllowRule,
  type Change,
  compareText,
  type Diagnostic,
  errorDiagnostic,
  type Plan,
  type Policy,
  parseAddress,
  type SourceSpan,
  sortDiagnostics,
} from '@setpoint/model';
import { patternOf, touches } from './path-pattern.ts';

/** What a policy says of a plan: what it does not allow, and which of the given names allowed something. */
export type Judgement = {
  readonly violations: readonly Diagnostic[];
  /** Sorted. */
  readonly used: readonly string[];
};

/** What lifts the limit on the number of nodes. */
export const nodesLimitName = 'max_changed_nodes';

/**
 * Judges a plan by the policy of its project. It looks at the plan alone: only changes that would do something count, wherever they
 * are declared. One violation stands for one rule and one resource, with all nodes that it concerns.
 */
export function judgePlan(plan: Plan, policy: Policy, allowed: readonly string[]): Judgement {
  const judging: Judging = { allowed: new Set(allowed), used: new Set() };
  const changes = plannedChanges(plan);
  const violations = [
    ...policy.requireAllow.flatMap((rule) => byRule(rule, changes, judging)),
    ...protectedPaths(policy, changes, judging),
    ...protectedNodes(policy, changes, judging),
    ...tooManyNodes(policy, changes, judging),
  ];
  return { violations: sortDiagnostics(violations), used: [...judging.used].sort(compareText) };
}

type Judging = { readonly allowed: ReadonlySet<string>; readonly used: Set<string> };

type PlannedChange = { readonly node: string; readonly change: Change };

function plannedChanges({ plays }: Plan): readonly PlannedChange[] {
  const nodes = plays.flatMap((play) => play.nodes);
  return nodes.flatMap(({ node, changes }) =>
    changes.flatMap((change) => (change.operations.length > 0 ? [{ node, change }] : [])),
  );
}

/** True when one of the names was given; those that were are taken down. */
function isAllowed(names: readonly string[], { allowed, used }: Judging): boolean {
  const given = names.filter((name) => allowed.has(name));
  for (const name of given) used.add(name);
  return given.length > 0;
}

function byRule(rule: AllowRule, changes: readonly PlannedChange[], judging: Judging): readonly Diagnostic[] {
  const fits = matcherOf(rule);
  const fitting = changes.filter(({ change }) => fits(change));
  const left = fitting.filter(({ change }) => !isAllowed([rule.name, change.address], judging));
  const why = rule.reason === undefined ? '' : ` The project says why: ${sentence(rule.reason)}`;
  return foldResources(left, rule.span, ({ address, action }, where) => ({
    code: 'SP850',
    detail: `\`${address}\` (${action}) ${where} needs to be allowed: the rule \`${rule.name}\` fits it.${why}`,
    hint: `--allow ${quote(rule.name)}, or --allow ${quote(address)} for this resource alone`,
    rest: `--allow ${quote(rule.name)}`,
  }));
}

function matcherOf({ type, address: glob, action: wanted, hazard }: AllowRule): (change: Change) => boolean {
  const pattern = glob === undefined ? undefined : patternOf(glob);
  return ({ address, action, operations }) => {
    if (type !== undefined && parseAddress(address)?.type !== type) return false;
    if (pattern?.test(address) === false) return false;
    if (wanted !== undefined && action !== wanted) return false;
    if (hazard === undefined) return true;
    return operations.some(({ hazards }) => hazards.some(({ kind }) => kind === hazard));
  };
}

function protectedPaths(
  { protectedPaths: rules }: Policy,
  changes: readonly PlannedChange[],
  judging: Judging,
): readonly Diagnostic[] {
  if (rules.length === 0) return [];
  const written = changes.map((each) => ({ ...each, paths: writtenPaths(each.change) }));
  return rules.flatMap(({ pattern, span }) => {
    const touched = written.filter(({ paths }) => paths.some((path) => touches(pattern, path)));
    const left = touched.filter(({ change }) => !isAllowed([change.address], judging));
    return foldResources(left, span, ({ address, action }, where) => ({
      code: 'SP851',
      detail: `\`${address}\` (${action}) ${where} writes to a path that is protected as \`${pattern}\`.`,
      hint: `--allow ${quote(address)}`,
      rest: 'plan fewer of them, or allow each by its address',
    }));
  });
}

/** Paths that a change writes. What is deleted takes along what is below it. */
function writtenPaths({ address, action, paths = [] }: Change): readonly string[] {
  const identity = parseAddress(address)?.identity ?? '';
  // The identity of a command is a name, whatever it looks like.
  if (action === 'run' || !identity.startsWith('/')) return paths;
  return [action === 'delete' || action === 'replace' ? `${identity}/` : identity, ...paths];
}

function protectedNodes(
  { protectedNodes: rules }: Policy,
  changes: readonly PlannedChange[],
  judging: Judging,
): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  for (const { node } of changes) counts.set(node, (counts.get(node) ?? 0) + 1);
  return rules.flatMap(({ selector, nodes, span }) => {
    const left = [...counts].filter(([node]) => nodes.has(node) && !isAllowed([`node:${node}`], judging));
    return left.slice(0, mostTold).map(([node, count], index) => {
      const more = index === mostTold - 1 ? moreOf(left.length - mostTold, 'nodes') : '';
      return errorDiagnostic('SP852', {
        detail: `\`${node}\` is protected as \`${selector}\`, and the plan would make ${count} ${count === 1 ? 'change' : 'changes'} there.${more}`,
        hint: `--allow ${quote(`node:${node}`)}`,
        node,
        span,
      });
    });
  });
}

function tooManyNodes(
  { maxChangedNodes: limit }: Policy,
  changes: readonly PlannedChange[],
  judging: Judging,
): readonly Diagnostic[] {
  const nodes = new Set(changes.map(({ node }) => node)).size;
  if (limit === undefined || nodes <= limit.most || isAllowed([nodesLimitName], judging)) return [];
  const most = limit.written === String(limit.most) ? limit.written : `${limit.written}, which is ${limit.most}`;
  return [
    errorDiagnostic('SP853', {
      detail: `The plan would change ${nodes} nodes, and the project allows ${most} at once.`,
      hint: `--allow ${nodesLimitName}, or fewer nodes with --limit`,
      span: limit.span,
    }),
  ];
}

/** Violations of one rule that are told one by one. */
const mostTold = 50;

const mostNames = 3;

type Told = {
  readonly code: 'SP850' | 'SP851';
  readonly detail: string;
  readonly hint: string;
  /** What to do about those that are only counted. */
  readonly rest: string;
};

/** One violation per resource, whatever the number of its nodes. */
function foldResources(
  found: readonly PlannedChange[],
  span: SourceSpan,
  tell: (change: Change, where: string) => Told,
): readonly Diagnostic[] {
  const byAddress = new Map<Address, PlannedChange[]>();
  for (const each of found) {
    const group = byAddress.get(each.change.address);
    if (group === undefined) byAddress.set(each.change.address, [each]);
    else group.push(each);
  }
  const groups = [...byAddress.values()];
  return groups.slice(0, mostTold).flatMap((group, index) => {
    const [first] = group;
    if (first === undefined) return [];
    const nodes = [...new Set(group.map(({ node }) => node))];
    const { code, detail, hint, rest } = tell(first.change, whereOf(nodes));
    const hidden = groups.length - mostTold;
    const isLast = index === mostTold - 1 && hidden > 0;
    const { address, source } = first.change;
    return [
      errorDiagnostic(code, {
        detail: `${detail}${isLast ? moreOf(hidden, 'resources') : ''}`,
        hint: isLast ? `${hint}; for the others: ${rest}` : hint,
        span,
        address,
        ...(source === undefined ? {} : { related: [{ span: source, label: 'declared here' }] }),
        ...(nodes.length === 1 ? { node: nodes[0] ?? first.node } : {}),
      }),
    ];
  });
}

function whereOf(nodes: readonly string[]): string {
  const named = nodes.slice(0, mostNames).join(', ');
  const more = nodes.length > mostNames ? ` and ${nodes.length - mostNames} more` : '';
  return nodes.length === 1 ? `on ${named}` : `on ${nodes.length} nodes (${named}${more})`;
}

function moreOf(count: number, what: string): string {
  return count > 0 ? ` So it is with ${count} more ${what}.` : '';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The name as a shell takes it for one word. */
function quote(name: string): string {
  return /^[\w@%+=:,./-]+$/.test(name) ? name : `'${name.replaceAll("'", String.raw`'\''`)}'`;
}
