import { canonicalJson, errorDiagnostic } from '@setpoint/model';
import type { Report } from '../diagnostics/shape.ts';
import { jsonOf, keySpan, type YamlEntry, type YamlMap } from '../yaml/value.ts';
import { type GroupDraft, type InventoryDraft, type NodeDraft, settingsOf } from './draft.ts';
import type { ParsedInventory } from './parse.ts';

/**
 * Merges the files of an inventory. Inside one file a node stands once; over several files a node or group may be added to, but
 * the same variable or setting may not get two values, because the order of files would decide.
 */
export function mergeInventories(parsed: readonly ParsedInventory[], report: Report): InventoryDraft {
  const nodes = new Map<string, NodeDraft>();
  const groups = new Map<string, GroupDraft>();
  for (const file of parsed) {
    for (const [name, node] of uniqueNodes(file.nodes, report))
      nodes.set(name, mergeNode(nodes.get(name), node, report));
    for (const group of file.groups) groups.set(group.name, mergeGroup(groups.get(group.name), group, report));
  }
  for (const [name, group] of groups) {
    const node = nodes.get(name);
    if (node === undefined) continue;
    report(
      errorDiagnostic('SP410', {
        detail: `\`${name}\` names a group and a node.`,
        hint: 'Rename one of them.',
        span: group.span,
        related: [{ span: node.span, label: 'the node' }],
      }),
    );
  }
  return { nodes, groups };
}

function uniqueNodes(nodes: readonly NodeDraft[], report: Report): ReadonlyMap<string, NodeDraft> {
  const unique = new Map<string, NodeDraft>();
  for (const node of nodes) {
    const first = unique.get(node.name);
    if (first === undefined) unique.set(node.name, node);
    else {
      report(
        errorDiagnostic('SP406', {
          detail: `The node \`${node.name}\` is declared already, in line ${first.span.start.line}.`,
          hint: 'Remove one of the two, or make the ranges meet without overlap.',
          span: node.span,
          related: [{ span: first.span, label: 'first declared here' }],
        }),
      );
    }
  }
  return unique;
}

function mergeNode(known: NodeDraft | undefined, node: NodeDraft, report: Report): NodeDraft {
  if (known === undefined) return node;
  return {
    ...known,
    drivers: mergeDrivers(known.drivers, node.drivers, report),
    vars: mergeEntries(known.vars, node.vars, report),
  };
}

function mergeGroup(known: GroupDraft | undefined, group: GroupDraft, report: Report): GroupDraft {
  if (known === undefined) return group;
  return {
    ...known,
    nodes: [...known.nodes, ...group.nodes],
    groups: [...known.groups, ...group.groups],
    drivers: mergeDrivers(known.drivers, group.drivers, report),
    vars: mergeEntries(known.vars, group.vars, report),
  };
}

function mergeDrivers(
  known: ReadonlyMap<string, YamlEntry>,
  added: ReadonlyMap<string, YamlEntry>,
  report: Report,
): ReadonlyMap<string, YamlEntry> {
  const merged = new Map(known);
  for (const [name, entry] of added) {
    const before = known.get(name);
    merged.set(name, before === undefined ? entry : mergeSettings(before, entry, report));
  }
  return merged;
}

function mergeSettings(known: YamlEntry, added: YamlEntry, report: Report): YamlEntry {
  const before = settingsOf(known);
  const after = settingsOf(added);
  if (before === undefined || after === undefined) return added;
  const value: YamlMap = { ...before, entries: mergeEntries(before.entries, after.entries, report) };
  return { ...known, value };
}

function mergeEntries(known: readonly YamlEntry[], added: readonly YamlEntry[], report: Report): readonly YamlEntry[] {
  const merged = new Map(known.map((entry) => [entry.key, entry]));
  for (const entry of added) {
    const before = merged.get(entry.key);
    if (before === undefined) merged.set(entry.key, entry);
    else if (canonicalJson(jsonOf(before.value)) !== canonicalJson(jsonOf(entry.value))) {
      report(
        errorDiagnostic('SP412', {
          detail: `\`${entry.key}\` has another value in ${keySpan(before).file}.`,
          hint: 'Keep one of the two values.',
          span: keySpan(entry),
          related: [{ span: keySpan(before), label: 'the other value' }],
        }),
      );
    }
  }
  return [...merged.values()];
}
