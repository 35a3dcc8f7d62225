import { type Diagnostic, errorDiagnostic, nearestName } from '@setpoint/model';
import { createShape, type Report, type Shape } from '../diagnostics/shape.ts';
import { entryOf, keySpan, spanOf, type YamlEntry, type YamlMap, type YamlValue } from '../yaml/value.ts';
import { type GroupDraft, type Member, type NodeDraft, settingsOf } from './draft.ts';
import { expandRange } from './range.ts';

/** The nodes and groups of one inventory file, in the order written. */
export type ParsedInventory = { readonly nodes: readonly NodeDraft[]; readonly groups: readonly GroupDraft[] };

type Reading = { readonly shape: Shape; readonly report: Report; readonly drivers: readonly string[] };

/** Reads one document of an inventory; `drivers` are the keys that name a driver. */
export function parseInventory(document: YamlValue, drivers: readonly string[], report: Report): ParsedInventory {
  const reading: Reading = { shape: createShape({ shape: 'SP408', key: 'SP408' }, report), report, drivers };
  const root = reading.shape.map(document, 'The inventory');
  if (root === undefined) return { nodes: [], groups: [] };
  reading.shape.onlyKeys(root, ['nodes', 'groups'], 'The inventory');
  return {
    nodes: entriesUnder(reading, root, 'nodes').flatMap((entry) => readNode(reading, entry)),
    groups: entriesUnder(reading, root, 'groups').flatMap((entry) => readGroup(reading, entry)),
  };
}

function entriesUnder({ shape }: Reading, root: YamlMap, key: 'nodes' | 'groups'): readonly YamlEntry[] {
  const entry = entryOf(root, key);
  if (entry === undefined || isNothing(entry.value)) return [];
  if (key === 'nodes' && entry.value.kind === 'list') {
    shape.problem(
      spanOf(entry.value),
      '`nodes` must be a map from node names to settings, but it is a list.',
      'Write each node as `name: {}`.',
    );
    return [];
  }
  return shape.map(entry.value, `\`${key}\``)?.entries ?? [];
}

function readNode(reading: Reading, entry: YamlEntry): readonly NodeDraft[] {
  const body = bodyOf(reading, entry, `The node \`${entry.key}\``);
  if (body === undefined) return [];
  const expanded = expandRange(entry.key);
  if (expanded.kind === 'invalid') {
    reading.report(
      errorDiagnostic('SP407', {
        detail: `The node name \`${entry.key}\` cannot be expanded: ${expanded.why}.`,
        hint: 'Write [1:3], [01:10] or [a:f].',
        span: keySpan(entry),
      }),
    );
    return [];
  }
  const bad = expanded.names.find((name) => !/^[^\s,&!()*?{}[\]]+$/.test(name));
  if (bad !== undefined) {
    reading.shape.problem(
      keySpan(entry),
      `\`${bad}\` is no node name: spaces and the characters , & ! ( ) * ? { } belong to selectors.`,
    );
    return [];
  }
  const drivers = driversIn(reading, body, { what: `The node \`${entry.key}\``, others: ['vars'] });
  const [first, second] = drivers.values();
  if (first !== undefined && second !== undefined) {
    reading.report(
      errorDiagnostic('SP405', {
        detail: `The node \`${entry.key}\` names the drivers \`${first.key}\` and \`${second.key}\`.`,
        hint: 'Keep one, or declare a second node.',
        span: keySpan(second),
        related: [{ span: keySpan(first), label: 'the first driver' }],
      }),
    );
  }
  const vars = varsIn(reading, body);
  return expanded.names.map((name) => ({ name, span: keySpan(entry), drivers, vars }));
}

function readGroup(reading: Reading, entry: YamlEntry): readonly GroupDraft[] {
  const what = `The group \`${entry.key}\``;
  const body = bodyOf(reading, entry, what);
  if (body === undefined) return [];
  if (!/^[^\s,&!()*?{}[\]]+$/.test(entry.key)) {
    reading.shape.problem(
      keySpan(entry),
      `\`${entry.key}\` is no group name: spaces and the characters , & ! ( ) * ? { } belong to selectors.`,
    );
    return [];
  }
  return [
    {
      name: entry.key,
      span: keySpan(entry),
      nodes: membersIn(reading, body, 'nodes'),
      groups: [...membersIn(reading, body, 'groups'), ...membersIn(reading, body, 'children')],
      drivers: driversIn(reading, body, { what, others: ['vars', 'nodes', 'groups', 'children'] }),
      vars: varsIn(reading, body),
    },
  ];
}

/** What stands under a node or a group; nothing is an empty map. */
function bodyOf({ shape }: Reading, entry: YamlEntry, what: string): YamlMap | undefined {
  return settingsOf(entry) ?? shape.map(entry.value, what);
}

/** Who has the settings, and the keys beside the names of drivers. */
type Owner = { readonly what: string; readonly others: readonly string[] };

function driversIn(reading: Reading, body: YamlMap, { what, others }: Owner): ReadonlyMap<string, YamlEntry> {
  const drivers = new Map<string, YamlEntry>();
  for (const entry of body.entries) {
    if (others.includes(entry.key)) continue;
    if (!reading.drivers.includes(entry.key)) reading.report(unknownDriver(reading, entry, { what, others }));
    else if (settingsOf(entry) === undefined) reading.shape.map(entry.value, `\`${entry.key}\``);
    else drivers.set(entry.key, entry);
  }
  return drivers;
}

function unknownDriver({ drivers }: Reading, entry: YamlEntry, { what, others }: Owner): Diagnostic {
  const known = [...others, ...drivers];
  const near = nearestName(entry.key, known);
  return errorDiagnostic('SP404', {
    detail: `${what} has the key \`${entry.key}\`, which is neither ${others.map((key) => `\`${key}\``).join(', ')} nor the name of a driver.`,
    hint:
      near === undefined
        ? `Drivers: ${drivers.join(', ')}. Variables stand under \`vars:\`.`
        : `Did you mean \`${near}\`?`,
    span: keySpan(entry),
  });
}

function varsIn({ shape }: Reading, body: YamlMap): readonly YamlEntry[] {
  const entry = entryOf(body, 'vars');
  if (entry === undefined || isNothing(entry.value)) return [];
  const map = shape.map(entry.value, '`vars`');
  if (map === undefined) return [];
  return map.entries.filter((variable) => isVariableName(shape, variable));
}

/** Reports a variable name that no expression could use. */
export function isVariableName(shape: Shape, variable: YamlEntry): boolean {
  const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(variable.key);
  if (!isName)
    shape.problem(
      keySpan(variable),
      `\`${variable.key}\` is no variable name: use letters, digits and underscores, not starting with a digit.`,
    );
  return isName;
}

function membersIn({ shape }: Reading, body: YamlMap, key: string): readonly Member[] {
  const entry = entryOf(body, key);
  if (entry === undefined || isNothing(entry.value)) return [];
  const values =
    entry.value.kind === 'list' ? entry.value.items : entry.value.kind === 'map' ? undefined : [entry.value];
  if (values === undefined) {
    shape.problem(
      spanOf(entry.value),
      `\`${key}\` of a group must be a list of names, but it is a map.`,
      'Write `[name, name]`.',
    );
    return [];
  }
  return values.flatMap((value) => {
    const text = shape.text(value, `A name in \`${key}\``);
    return text === undefined ? [] : [{ text, span: spanOf(value) }];
  });
}

function isNothing(value: YamlValue): boolean {
  return value.kind === 'scalar' && value.value === null;
}
