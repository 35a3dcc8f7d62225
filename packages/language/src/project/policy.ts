import {
  type Action,
  type AllowRule,
  actionKinds,
  type ChangedNodesLimit,
  emptyPolicy,
  errorDiagnostic,
  type HazardKind,
  hazardKinds,
  nearestName,
  type Policy,
  type ProtectedPath,
  type SourceSpan,
} from '@setpoint/model';
import type { Report, Shape } from '../diagnostics/shape.ts';
import { type SelectionSpace, select } from '../select/selector.ts';
import { entryOf, keySpan, spanOf, textOf, type YamlMap, type YamlValue } from '../yaml/value.ts';

/** A policy as it was written: its nodes are chosen and its limit is counted when the inventory is known. */
export type PolicyDraft = {
  readonly requireAllow: readonly AllowRule[];
  readonly protectedPaths: readonly ProtectedPath[];
  readonly protectedNodes: readonly { readonly selector: string; readonly span: SourceSpan }[];
  readonly maxChangedNodes?: { readonly written: number | `${number}%`; readonly span: SourceSpan };
};

/** The policy of a project without one. */
export const emptyPolicyDraft: PolicyDraft = { requireAllow: [], protectedPaths: [], protectedNodes: [] };

/** Reads `policy:` of setpoint.yaml. */
export function readPolicy(map: YamlMap | undefined, shape: Shape): PolicyDraft {
  if (map === undefined) return emptyPolicyDraft;
  shape.onlyKeys(map, ['require_allow', 'protect', 'max_changed_nodes'], '`policy`');
  const protect = membersOf(map, 'protect', shape);
  if (protect !== undefined) shape.onlyKeys(protect, ['paths', 'nodes'], '`protect`');
  const limit = entryOf(map, 'max_changed_nodes');
  const written = limit === undefined ? undefined : readLimit(limit.value, shape);
  return {
    requireAllow: readRules(itemsOf(map, 'require_allow', shape), shape),
    protectedPaths: itemsOf(protect, 'paths', shape).flatMap((item) => readPath(item, shape)),
    protectedNodes: itemsOf(protect, 'nodes', shape).flatMap((item) => {
      const selector = shape.text(item, 'A protected node');
      return selector === undefined ? [] : [{ selector, span: spanOf(item) }];
    }),
    ...(limit === undefined || written === undefined ? {} : { maxChangedNodes: { written, span: keySpan(limit) } }),
  };
}

/** The policy for an inventory; a type that is not there and a selector that is wrong are reported, since they would protect nothing. */
export function settlePolicy(
  draft: PolicyDraft,
  known: { readonly types: readonly string[]; readonly space: SelectionSpace },
  report: Report,
): Policy {
  const { types, space } = known;
  const { requireAllow, protectedPaths, maxChangedNodes } = draft;
  if (draft === emptyPolicyDraft) return emptyPolicy;
  for (const { type, span } of requireAllow) if (type !== undefined) checkType(type, types, { span, report });
  return {
    requireAllow,
    protectedPaths,
    protectedNodes: space.nodes.length === 0 ? [] : chooseNodes(draft, space, report),
    ...(maxChangedNodes === undefined ? {} : { maxChangedNodes: countLimit(maxChangedNodes, space.nodes.length) }),
  };
}

function checkType(
  type: string,
  types: readonly string[],
  at: { readonly span: SourceSpan; readonly report: Report },
): void {
  if (types.includes(type)) return;
  const near = nearestName(type, types);
  at.report(
    errorDiagnostic('SP413', {
      detail: `A rule of the policy names the type \`${type}\`, and there is none, so the rule would protect nothing.`,
      hint: near === undefined ? '`setpoint schema` lists the types.' : `Did you mean \`${near}\`?`,
      span: at.span,
    }),
  );
}

function chooseNodes({ protectedNodes }: PolicyDraft, space: SelectionSpace, report: Report): Policy['protectedNodes'] {
  return protectedNodes.flatMap(({ selector, span }) => {
    const selection = select(selector, space, span);
    if (selection.kind === 'selected') return [{ selector, nodes: selection.nodes, span }];
    report(selection.diagnostic);
    return [];
  });
}

/** A share is rounded down, but one node may always be changed: a limit is no way to forbid everything. */
function countLimit({ written, span }: NonNullable<PolicyDraft['maxChangedNodes']>, nodes: number): ChangedNodesLimit {
  const most =
    typeof written === 'number' ? written : Math.max(1, Math.floor((nodes * Number.parseInt(written, 10)) / 100));
  return { most, written: typeof written === 'number' ? String(written) : `${written} of ${nodes} nodes`, span };
}

function membersOf(map: YamlMap, key: string, shape: Shape): YamlMap | undefined {
  const entry = entryOf(map, key);
  return entry === undefined || isNothing(entry.value) ? undefined : shape.map(entry.value, `\`${key}\``);
}

function itemsOf(map: YamlMap | undefined, key: string, shape: Shape): readonly YamlValue[] {
  const entry = entryOf(map, key);
  if (entry === undefined || isNothing(entry.value)) return [];
  return shape.list(entry.value, `\`${key}\``)?.items ?? [];
}

function isNothing(value: YamlValue): boolean {
  return value.kind === 'scalar' && value.value === null;
}

function readLimit(value: YamlValue, shape: Shape): number | `${number}%` | undefined {
  const text = textOf(value);
  if (text !== undefined && /^(?:[1-9]|[1-9]\d|100)%$/.test(text)) return text as `${number}%`;
  if (value.kind === 'scalar' && Number.isInteger(value.value) && Number(value.value) >= 1) return Number(value.value);
  const detail = '`max_changed_nodes` must be a whole number of at least 1 or a share of all nodes from 1% to 100%.';
  shape.problem(spanOf(value), detail, 'Write `20` or `25%`.');
  return undefined;
}

const conditionKeys = ['type', 'address', 'action', 'hazard'] as const;

type ConditionKey = (typeof conditionKeys)[number];

function readRules(items: readonly YamlValue[], shape: Shape): readonly AllowRule[] {
  const rules = items.flatMap((item) => readRule(item, shape));
  const names = new Set<string>();
  for (const { name, span } of rules) {
    const hint = 'Give one of the rules another `name`.';
    if (names.has(name)) shape.problem(span, `Two rules of the policy are called \`${name}\`.`, hint);
    names.add(name);
  }
  return rules;
}

function readRule(item: YamlValue, shape: Shape): readonly AllowRule[] {
  const map = shape.map(item, 'A rule of `require_allow`');
  if (map === undefined) return [];
  shape.onlyKeys(map, [...conditionKeys, 'name', 'reason'], 'A rule of `require_allow`');
  const conditions = conditionKeys.flatMap((key): readonly (readonly [ConditionKey, string])[] => {
    const text = readText(map, key, shape);
    return text === undefined ? [] : [[key, text]];
  });
  if (conditions.length === 0) {
    if (!map.entries.some(({ key }) => key !== 'name' && key !== 'reason'))
      shape.problem(
        spanOf(map),
        'The rule has no condition, so it would fit everything.',
        'Write `type:`, `address:`, `action:` or `hazard:`.',
      );
    return [];
  }
  const action = wordOf(map, { key: 'action', words: plannedActions }, shape);
  const hazard = wordOf(map, { key: 'hazard', words: Object.keys(hazardKinds) }, shape);
  const reason = readText(map, 'reason', shape);
  const name = readName(map, shape) ?? conditions.map(([, text]) => text).join('+');
  const texts = new Map(conditions);
  const type = texts.get('type');
  const address = texts.get('address');
  return [
    {
      name,
      span: spanOf(map),
      ...(type === undefined ? {} : { type }),
      ...(address === undefined ? {} : { address }),
      ...(action === undefined ? {} : { action: action as Action }),
      ...(hazard === undefined ? {} : { hazard: hazard as HazardKind }),
      ...(reason === undefined ? {} : { reason }),
    },
  ];
}

/** Only what would be done needs to be allowed. */
const plannedActions = Object.keys(actionKinds).filter((action) => action !== 'none' && action !== 'unknown');

function readText(map: YamlMap, key: string, shape: Shape): string | undefined {
  const entry = entryOf(map, key);
  const text = entry === undefined ? undefined : shape.text(entry.value, `\`${key}\``);
  if (entry === undefined || text !== '') return text;
  shape.problem(spanOf(entry.value), `\`${key}\` is empty.`, 'Write what it should fit, or leave it out.');
  return undefined;
}

/** A word of a fixed set. */
function wordOf(
  map: YamlMap,
  { key, words }: { readonly key: string; readonly words: readonly string[] },
  shape: Shape,
): string | undefined {
  const entry = entryOf(map, key);
  const text = textOf(entry?.value);
  if (entry === undefined || text === undefined || text === '') return undefined;
  if (words.includes(text)) return text;
  const near = nearestName(text, words);
  const hint = near === undefined ? `Known words: ${words.join(', ')}.` : `Did you mean \`${near}\`?`;
  shape.problem(spanOf(entry.value), `\`${text}\` is no ${key} that a plan can have.`, hint);
  return undefined;
}

/** Names that lift other things cannot be names of rules. */
function readName(map: YamlMap, shape: Shape): string | undefined {
  const name = readText(map, 'name', shape);
  const entry = entryOf(map, 'name');
  if (name === undefined || entry === undefined) return undefined;
  if (/^[\w.-]+$/.test(name) && name !== 'max_changed_nodes') return name;
  const detail = `\`${name}\` cannot be the name of a rule: it stands behind --allow beside addresses, nodes and limits.`;
  shape.problem(spanOf(entry.value), detail, 'Use letters, digits, `-`, `_` and `.`.');
  return undefined;
}

/** The path in the one form that stands for it, as the paths of resources are. */
function readPath(item: YamlValue, shape: Shape): readonly ProtectedPath[] {
  const text = shape.text(item, 'A protected path');
  if (text === undefined) return [];
  const names = text.split('/').filter((name) => name !== '' && name !== '.');
  if (text.startsWith('/') && !names.includes('..')) return [{ pattern: `/${names.join('/')}`, span: spanOf(item) }];
  const detail = `The protected path \`${text}\` is not absolute or contains \`..\`, so no path of a resource would fit it.`;
  shape.problem(spanOf(item), detail, 'Write the whole path, such as `/etc/ssh/**`.');
  return [];
}
