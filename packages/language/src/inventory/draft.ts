import type { Diagnostic, SourceSpan } from '@setpoint/model';
import type { YamlEntry, YamlMap } from '../yaml/value.ts';

/** A node as the inventory declares it, nothing merged or evaluated yet. */
export type NodeDraft = {
  readonly name: string;
  readonly span: SourceSpan;
  /** Driver name to its settings at this level. */
  readonly drivers: ReadonlyMap<string, YamlEntry>;
  readonly vars: readonly YamlEntry[];
};

/** A name, a glob or a range in a group's list. */
export type Member = { readonly text: string; readonly span: SourceSpan };

export type GroupDraft = {
  readonly name: string;
  readonly span: SourceSpan;
  readonly nodes: readonly Member[];
  readonly groups: readonly Member[];
  readonly drivers: ReadonlyMap<string, YamlEntry>;
  readonly vars: readonly YamlEntry[];
};

/** An inventory as its files declare it, merged over files. */
export type InventoryDraft = {
  readonly nodes: ReadonlyMap<string, NodeDraft>;
  readonly groups: ReadonlyMap<string, GroupDraft>;
};

export type DraftResult = { readonly draft: InventoryDraft; readonly diagnostics: readonly Diagnostic[] };

/** The settings of a driver at one level; `ssh:` without settings is an empty map. */
export function settingsOf(entry: YamlEntry): YamlMap | undefined {
  const { value } = entry;
  if (value.kind === 'map') return value;
  const isEmpty = value.kind === 'scalar' && value.value === null;
  return isEmpty ? { kind: 'map', entries: [], source: value.source, start: value.start, end: value.end } : undefined;
}
