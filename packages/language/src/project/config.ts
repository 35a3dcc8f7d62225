import type { Json, SourceSpan } from '@setpoint/model';
import { createShape, type Report, type Shape } from '../diagnostics/shape.ts';
import type { SecretSource } from '../secret/secrets.ts';
import { entryOf, jsonOf, keySpan, spanOf, type YamlEntry, type YamlMap, type YamlValue } from '../yaml/value.ts';

/** Settings for runs that the command line may override. */
export type ProjectDefaults = {
  /** How many nodes are worked on at once. */
  readonly concurrency?: number;
  readonly connectTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
};

/** What setpoint.yaml says. */
export type ProjectConfig = {
  readonly inventory?: { readonly path: string; readonly span: SourceSpan };
  readonly secrets: ReadonlyMap<string, SecretSource>;
  readonly defaults: ProjectDefaults;
};

/** The configuration of a project without setpoint.yaml. */
export const emptyConfig: ProjectConfig = { secrets: new Map(), defaults: {} };

/** Reads the document of setpoint.yaml. */
export function parseConfig(document: YamlValue, report: Report): ProjectConfig {
  const shape = createShape({ shape: 'SP413', key: 'SP413' }, report);
  const map = shape.map(document, 'The configuration');
  if (map === undefined) return emptyConfig;
  shape.onlyKeys(map, ['inventory', 'secrets', 'defaults'], 'The configuration');
  const inventory = entryOf(map, 'inventory');
  const path = inventory === undefined ? undefined : shape.text(inventory.value, '`inventory`');
  return {
    ...(inventory === undefined || path === undefined ? {} : { inventory: { path, span: spanOf(inventory.value) } }),
    secrets: readSecrets(mapUnder(map, 'secrets', shape), shape),
    defaults: readDefaults(mapUnder(map, 'defaults', shape), shape),
  };
}

function mapUnder(map: YamlMap, key: string, shape: Shape): YamlMap | undefined {
  const entry = entryOf(map, key);
  if (entry === undefined || (entry.value.kind === 'scalar' && entry.value.value === null)) return undefined;
  return shape.map(entry.value, `\`${key}\``);
}

function readSecrets(map: YamlMap | undefined, shape: Shape): ReadonlyMap<string, SecretSource> {
  const sources = (map?.entries ?? []).flatMap((entry) => readSecret(entry, shape));
  return new Map(sources.map((source) => [source.name, source]));
}

function readSecret(entry: YamlEntry, shape: Shape): readonly SecretSource[] {
  const what = `The secret \`${entry.key}\``;
  if (entry.value.kind === 'scalar' && entry.value.value !== null) {
    shape.problem(
      spanOf(entry.value),
      `${what} must say where it comes from; its value does not belong into a file of the project.`,
      `Write \`${entry.key}: { env: VARIABLE }\` or \`{ file: path }\`.`,
    );
    return [];
  }
  const map = shape.map(entry.value, what);
  if (map === undefined) return [];
  shape.onlyKeys(map, ['env', 'file'], what);
  const env = entryOf(map, 'env');
  const file = entryOf(map, 'file');
  const source = env ?? file;
  if (source === undefined || (env !== undefined && file !== undefined)) {
    shape.problem(keySpan(entry), `${what} must come from one place: \`env:\` or \`file:\`.`);
    return [];
  }
  const text = shape.text(source.value, `\`${source.key}\``);
  if (text === undefined || text === '') return [];
  const placed = { name: entry.key, span: keySpan(entry) };
  return [env === undefined ? { kind: 'file', path: text, ...placed } : { kind: 'env', variable: text, ...placed }];
}

function readDefaults(map: YamlMap | undefined, shape: Shape): ProjectDefaults {
  if (map === undefined) return {};
  shape.onlyKeys(map, ['concurrency', 'connect_timeout', 'lock_timeout'], '`defaults`');
  const concurrencyEntry = entryOf(map, 'concurrency');
  const concurrency =
    concurrencyEntry === undefined ? undefined : shape.wholeNumber(concurrencyEntry.value, '`concurrency`', 1);
  const connectTimeoutMs = readDuration(entryOf(map, 'connect_timeout'), shape);
  const lockTimeoutMs = readDuration(entryOf(map, 'lock_timeout'), shape);
  return {
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(connectTimeoutMs === undefined ? {} : { connectTimeoutMs }),
    ...(lockTimeoutMs === undefined ? {} : { lockTimeoutMs }),
  };
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A duration is a number with its unit: `500ms`, `10s`, `5m`, `1h`. */
function readDuration(entry: YamlEntry | undefined, shape: Shape): number | undefined {
  if (entry === undefined) return undefined;
  const value: Json = jsonOf(entry.value);
  const match = typeof value === 'string' ? /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value) : null;
  if (match !== null) return Number(match[1]) * (unitsMs[match[2] ?? ''] ?? 1);
  shape.problem(
    spanOf(entry.value),
    `\`${entry.key}\` must be a duration with its unit.`,
    'Write for example 500ms, 10s, 5m or 1h.',
  );
  return undefined;
}
