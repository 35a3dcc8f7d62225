import { errorDiagnostic, nearestName } from '@setpoint/model';
import type { Report } from '../diagnostics/shape.ts';
import { globMatcher } from '../select/selector.ts';
import type { GroupDraft, InventoryDraft, Member } from './draft.ts';
import { expandRange } from './range.ts';

/** Who is in which group, with the groups of groups resolved. */
export type Membership = {
  /** Every group and `all`: its nodes in inventory order, those of its groups included. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The groups of a node, parents first, in the order written among equals; without the implied `all`. */
  readonly groupsOf: (node: string) => readonly string[];
};

/** Resolves the members of groups. Unknown names and circles are reported and left out. */
export function resolveMembership(draft: InventoryDraft, report: Report): Membership {
  const order = [...draft.nodes.keys()];
  const direct = new Map([...draft.groups].map(([name, group]) => [name, directNodes(group, draft, report)]));
  const children = new Map([...draft.groups].map(([name, group]) => [name, childGroups(group, draft, report)]));
  breakCircles(draft, children, report);
  const members = new Map<string, ReadonlySet<string>>();
  const membersOf = (name: string): ReadonlySet<string> => {
    const known = members.get(name);
    if (known !== undefined) return known;
    const found = new Set(direct.get(name));
    for (const child of children.get(name) ?? []) for (const node of membersOf(child)) found.add(node);
    members.set(name, found);
    return found;
  };
  const sorted = parentsFirst([...draft.groups.keys()], children);
  const position = new Map(order.map((name, index) => [name, index]));
  const inOrder = (names: ReadonlySet<string>): readonly string[] =>
    [...names].sort((left, right) => (position.get(left) ?? 0) - (position.get(right) ?? 0));
  const groups = new Map(
    [...draft.groups.keys()].map((name) => [name, name === 'all' ? order : inOrder(membersOf(name))] as const),
  );
  const byNode = new Map<string, string[]>(order.map((name) => [name, []]));
  for (const group of sorted) for (const node of groups.get(group) ?? []) byNode.get(node)?.push(group);
  return { groups: new Map([...groups, ['all', order]]), groupsOf: (node) => byNode.get(node) ?? [] };
}

function directNodes(group: GroupDraft, draft: InventoryDraft, report: Report): readonly string[] {
  return group.nodes.flatMap((member) => {
    if (/[*?]/.test(member.text)) return [...draft.nodes.keys()].filter(globMatcher(member.text));
    const expanded = expandRange(member.text);
    if (expanded.kind === 'invalid') {
      report(
        errorDiagnostic('SP407', {
          detail: `\`${member.text}\` cannot be expanded: ${expanded.why}.`,
          hint: 'Write [1:3], [01:10] or [a:f].',
          span: member.span,
        }),
      );
      return [];
    }
    const missing = expanded.names.find((name) => !draft.nodes.has(name));
    if (missing !== undefined) report(unknownMember(group, { ...member, text: missing }, draft));
    return expanded.names.filter((name) => draft.nodes.has(name));
  });
}

function unknownMember(group: GroupDraft, member: Member, draft: InventoryDraft) {
  const isGroup = draft.groups.has(member.text);
  const near = nearestName(member.text, draft.nodes.keys());
  return errorDiagnostic('SP403', {
    detail: `The group \`${group.name}\` lists the node \`${member.text}\`, which is not declared.`,
    hint: isGroup
      ? `\`${member.text}\` is a group: list it under \`groups:\`.`
      : near === undefined
        ? `Declare it under \`nodes:\` as \`${member.text}: {}\`.`
        : `Did you mean \`${near}\`?`,
    span: member.span,
  });
}

function childGroups(group: GroupDraft, draft: InventoryDraft, report: Report): readonly string[] {
  return group.groups.flatMap((member) => {
    if (draft.groups.has(member.text)) return [member.text];
    const near = nearestName(member.text, draft.groups.keys());
    report(
      errorDiagnostic('SP403', {
        detail: `The group \`${group.name}\` lists the group \`${member.text}\`, which is not declared.`,
        ...(near === undefined ? {} : { hint: `Did you mean \`${near}\`?` }),
        span: member.span,
      }),
    );
    return [];
  });
}

/** Reports every circle once and cuts it, so that what follows terminates. */
function breakCircles(draft: InventoryDraft, children: Map<string, readonly string[]>, report: Report): void {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    path.push(name);
    const kept = (children.get(name) ?? []).filter((child) => {
      const start = path.indexOf(child);
      if (start === -1) return true;
      const span = draft.groups.get(name)?.groups.find((member) => member.text === child)?.span;
      const way = [...path.slice(start), child].map((step) => `\`${step}\``).join(' → ');
      report(
        errorDiagnostic('SP409', {
          detail: `The groups contain each other: ${way}.`,
          hint: 'Remove one of these memberships.',
          ...(span === undefined ? {} : { span }),
        }),
      );
      return false;
    });
    children.set(name, kept);
    for (const child of kept) visit(child);
    path.pop();
    done.add(name);
  };
  for (const name of children.keys()) visit(name);
}

/** `all` first, then by the length of the longest way from the top; equals keep the order written. */
function parentsFirst(names: readonly string[], children: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const depth = new Map(names.map((name) => [name, name === 'all' ? -1 : 0]));
  let moved = true;
  while (moved) {
    moved = false;
    for (const name of names) {
      for (const child of children.get(name) ?? []) {
        const least = Math.max(0, (depth.get(name) ?? 0) + 1);
        if (child !== 'all' && (depth.get(child) ?? 0) < least) {
          depth.set(child, least);
          moved = true;
        }
      }
    }
  }
  return [...names].sort((left, right) => (depth.get(left) ?? 0) - (depth.get(right) ?? 0));
}
