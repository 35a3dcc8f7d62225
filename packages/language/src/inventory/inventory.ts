import {
  type DriverSettings,
  errorDiagnostic,
  invariant,
  isJsonObject,
  type Json,
  type NodeConnection,
  type NodeSpec,
} from '@setpoint/model';
import type { Gather } from '../diagnostics/gather.ts';
import { evaluateValue } from '../expression/evaluate.ts';
import { type Definition, type Evaluated, type Evaluator, type Scope, untainted } from '../expression/scope.ts';
import { createVariableScope } from '../expression/variable-scope.ts';
import { checkEvaluated, checkWritten } from '../validate/check.ts';
import { applySourceText } from '../validate/source-text.ts';
import { driverSchemaId, type PropertyValidator, settingsFileSchemaId } from '../validate/validator.ts';
import { keySpan, spanOf, type YamlEntry, type YamlMap } from '../yaml/value.ts';
import { type InventoryDraft, type NodeDraft, settingsOf } from './draft.ts';
import type { Membership } from './membership.ts';
import type { SettingsFileLoader } from './settings-file.ts';
import { findWaypoints } from './waypoints.ts';

/** The nodes of a run with everything that their variables and connections come from. */
export type Inventory = {
  /** Those of the run, in the order of the inventory. */
  readonly nodes: readonly NodeSpec[];
  /** Others that the ways of these lead through. */
  readonly waypoints: readonly NodeSpec[];
  /** Every group and `all`, with all nodes in it. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** The definitions of variables for a node: groups (parents first), then the node. */
  readonly definitionsOf: (node: string) => readonly Definition[];
  /** Names that Setpoint provides to the expressions of a node. */
  readonly providedFor: (node: string) => ReadonlyMap<string, Evaluated>;
};

export type InventoryOptions = {
  readonly draft: InventoryDraft;
  readonly membership: Membership;
  /** Only these nodes are part of the run; undefined: all. Secrets of others are not even looked for. */
  readonly wanted: ReadonlySet<string> | undefined;
  readonly drivers: ReadonlyMap<string, DriverSettings>;
  readonly loadFile: SettingsFileLoader;
  readonly validate: PropertyValidator;
  readonly evaluator: Evaluator;
  readonly gather: Gather;
  readonly commandLine: readonly YamlEntry[];
};

/** The driver of a node that names none, nor does any of its groups. */
export const defaultDriver = 'ssh';

/** Merges the levels of every node and evaluates how it is reached. */
export function buildInventory(options: InventoryOptions): Inventory {
  const { membership, wanted } = options;
  checkSettingsOnce(options);
  const providedGroups = untainted(Object.fromEntries(membership.groups));
  const definitions = new Map<string, readonly Definition[]>();
  const provided = new Map<string, ReadonlyMap<string, Evaluated>>();
  const build = (node: NodeDraft): NodeSpec => {
    const groups = membership.groupsOf(node.name);
    const driver = driverOf(options.draft, node, groups);
    definitions.set(node.name, definitionsFor(options.draft, node, groups));
    provided.set(
      node.name,
      new Map([
        ['node', untainted({ name: node.name, groups, driver })],
        ['groups', providedGroups],
      ]),
    );
    const scope = nodeScope(options, node.name, { definitions, provided });
    const reached = evaluateSettings(options, { node, groups, driver }, scope);
    return { name: node.name, connection: { driver, ...reached }, groups, source: node.span };
  };
  const drafts = options.draft.nodes;
  const nodes = [...drafts.values()].filter(({ name }) => wanted?.has(name) ?? true).map(build);
  const { drivers, gather } = options;
  const names = new Set(drafts.keys());
  return {
    nodes,
    waypoints: findWaypoints(nodes, { drivers, gather, names, build: (name) => build(draftOf(drafts, name)) }),
    groups: membership.groups,
    definitionsOf: (node) => definitions.get(node) ?? [],
    providedFor: (node) => provided.get(node) ?? new Map(),
  };
}

function draftOf(drafts: InventoryDraft['nodes'], name: string): NodeDraft {
  const draft = drafts.get(name);
  invariant(draft !== undefined, 'only known names are asked for');
  return draft;
}

function definitionsFor(draft: InventoryDraft, node: NodeDraft, groups: readonly string[]): readonly Definition[] {
  const ofGroups = groups.flatMap((name) =>
    (draft.groups.get(name)?.vars ?? []).map((entry) => ({
      level: `group ${name}`,
      name: entry.key,
      value: entry.value,
    })),
  );
  const own = node.vars.map((entry) => ({ level: `node ${node.name}`, name: entry.key, value: entry.value }));
  return [...ofGroups, ...own];
}

/** The node's own driver; else the one that the most specific of its groups names. */
function driverOf(draft: InventoryDraft, node: NodeDraft, groups: readonly string[]): string {
  const [own] = node.drivers.keys();
  if (own !== undefined) return own;
  const ofGroups = groups.flatMap((name) => [...(draft.groups.get(name)?.drivers.keys() ?? [])]);
  return ofGroups.at(-1) ?? defaultDriver;
}

function nodeScope(
  options: InventoryOptions,
  node: string,
  known: {
    readonly definitions: ReadonlyMap<string, readonly Definition[]>;
    readonly provided: ReadonlyMap<string, ReadonlyMap<string, Evaluated>>;
  },
): Scope {
  const commandLine = options.commandLine.map((entry) => ({ level: '--var', name: entry.key, value: entry.value }));
  return createVariableScope({
    evaluator: options.evaluator,
    definitions: groupDefinitions([...(known.definitions.get(node) ?? []), ...commandLine]),
    provided: known.provided.get(node) ?? new Map(),
    report: (diagnostic) => options.gather.reportFor(node, diagnostic),
  });
}

/** Definitions by name, each list in the order of levels. */
export function groupDefinitions(definitions: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
  const grouped = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const known = grouped.get(definition.name);
    if (known === undefined) grouped.set(definition.name, [definition]);
    else known.push(definition);
  }
  return grouped;
}

/** Each level's settings are checked where they stand, so a group's mistake is told once. Missing ones are checked per node. */
function checkSettingsOnce({ draft, drivers, validate, gather }: InventoryOptions): void {
  const levels = [...draft.nodes.values(), ...draft.groups.values()];
  const entries = new Set(levels.flatMap((level) => [...level.drivers.values()]));
  for (const entry of entries) {
    const schema = drivers.get(entry.key)?.schema;
    const properties = settingsOf(entry);
    if (schema === undefined || properties === undefined) continue;
    const owner = `the driver ${entry.key}`;
    const found = checkWritten({ validate, schemaId: driverSchemaId(entry.key), schema, properties, owner });
    for (const diagnostic of found) if (diagnostic.code !== 'SP206') gather.report(diagnostic);
  }
}

type Reached = { readonly node: NodeDraft; readonly groups: readonly string[]; readonly driver: string };

function evaluateSettings(
  options: InventoryOptions,
  reached: Reached,
  scope: Scope,
): Omit<NodeSpec['connection'], 'driver'> {
  const merged = mergeLevels(options.draft, reached);
  const driver = options.drivers.get(reached.driver);
  if (driver === undefined) {
    options.gather.report(unknownDefault(reached));
    return { settings: {} };
  }
  const { schema } = driver;
  const settings: Record<string, Json> = {};
  let isComplete = true;
  const needs = new Set<string>();
  for (const entry of merged.entries) {
    const evaluated = evaluateValue(entry.value, scope);
    isComplete &&= evaluated !== undefined;
    if (evaluated === undefined) continue;
    if (evaluated.taint !== undefined && evaluated.needs !== undefined) {
      for (const name of evaluated.needs) needs.add(name);
      continue;
    }
    const value = applySourceText(evaluated.value, entry.value, schema.properties?.[entry.key]);
    settings[entry.key] = value;
    if (schema.properties?.[entry.key]?.['x-sensitive'] === true && typeof value === 'string')
      options.evaluator.secrets.learn(value);
  }
  if (isComplete && needs.size === 0) checkComplete(options, { reached, merged, driver }, settings);
  if (!isJsonObject(settings)) return { settings: {} };
  return { settings, ...loadFiles(options, { reached, merged, driver }, settings), ...withheldFor(needs) };
}

/** A connection whose settings are not all known is none. */
function withheldFor(needs: ReadonlySet<string>): Pick<NodeConnection, 'withheld'> {
  if (needs.size === 0) return {};
  const names = [...needs].map((name) => `\`${name}\``).join(', ');
  return {
    withheld: `Its connection needs ${needs.size === 1 ? 'the secret' : 'the secrets'} ${names}, and no secret was read.`,
  };
}

/** What the settings name; a file with a problem is left out, and missed. */
function loadFiles(
  { loadFile }: InventoryOptions,
  { reached, merged, driver }: { readonly reached: Reached; readonly merged: YamlMap; readonly driver: DriverSettings },
  settings: Readonly<Record<string, Json>>,
): Pick<NodeConnection, 'files' | 'lacksFiles'> {
  if (driver.files === undefined) return {};
  let lacksFiles = false;
  const loaded = Object.entries(driver.files).flatMap(([setting, file]) => {
    const path = settings[setting];
    if (typeof path !== 'string') return [];
    const written = merged.entries.find(({ key }) => key === setting)?.value;
    if (written === undefined) return [];
    const content = loadFile({
      path,
      span: spanOf(written),
      schemaId: settingsFileSchemaId(reached.driver, setting),
      file,
    });
    lacksFiles ||= content === undefined;
    return content === undefined ? [] : [[setting, content] as const];
  });
  return {
    ...(loaded.length === 0 ? {} : { files: Object.fromEntries(loaded) }),
    ...(lacksFiles ? { lacksFiles } : {}),
  };
}

/** After evaluation: what the written values could not show, and settings that no level gives. */
function checkComplete(
  { validate, gather }: InventoryOptions,
  { reached, merged, driver }: { readonly reached: Reached; readonly merged: YamlMap; readonly driver: DriverSettings },
  settings: Readonly<Record<string, Json>>,
): void {
  const schemaId = driverSchemaId(reached.driver);
  const { schema, check } = driver;
  const options = { validate, schemaId, schema, properties: merged, owner: `the driver ${reached.driver}` };
  const written = new Set(checkWritten(options).map((diagnostic) => diagnostic.detail));
  const found = checkEvaluated(options, settings);
  for (const diagnostic of found) {
    if (diagnostic.code === 'SP206') gather.reportFor(reached.node.name, { ...diagnostic, span: reached.node.span });
    else if (!written.has(diagnostic.detail)) gather.reportFor(reached.node.name, diagnostic);
  }
  if (found.length > 0) return;
  for (const { property, detail, hint } of check?.(settings) ?? []) {
    const entry = merged.entries.find(({ key }) => key === property);
    const span = entry === undefined ? reached.node.span : keySpan(entry);
    gather.reportFor(
      reached.node.name,
      errorDiagnostic('SP419', { detail, span, ...(hint === undefined ? {} : { hint }) }),
    );
  }
}

/** Groups first (parents before their children), then the node; one level replaces the key of another, whatever it holds. */
function mergeLevels(draft: InventoryDraft, { node, groups, driver }: Reached): YamlMap {
  const levels = [...groups.map((name) => draft.groups.get(name)?.drivers), node.drivers];
  const maps = levels.flatMap((drivers) => {
    const entry = drivers?.get(driver);
    return entry === undefined ? [] : (settingsOf(entry) ?? []);
  });
  const merged = new Map(maps.flatMap((map) => map.entries.map((entry) => [entry.key, entry])));
  const place = maps.at(-1) ?? emptyMap;
  return { ...place, entries: [...merged.values()] };
}

const emptyMap: YamlMap = {
  kind: 'map',
  entries: [],
  source: { file: '', text: '', lineStarts: [0] },
  start: 0,
  end: 0,
};

function unknownDefault({ node, driver }: Reached) {
  return errorDiagnostic('SP404', {
    detail: `The node \`${node.name}\` names no driver, and the default driver \`${driver}\` is not there.`,
    hint: 'Name a driver, for example `local: {}`.',
    span: node.span,
  });
}
