import type { SourceSpan } from '@setpoint/model';
import { createShape, type Report, type Shape } from '../diagnostics/shape.ts';
import type { SecretSource } from '../secret/secrets.ts';
import { entryOf, keySpan, spanOf, type YamlEntry, type YamlMap, type YamlValue } from '../yaml/value.ts';
import { type PlansConfig, readPlans } from './plans.ts';
import { emptyPolicyDraft, type PolicyDraft, readPolicy } from './policy.ts';

/** Settings for runs that the command line may override. */
export type ProjectDefaults = {
  /** How many nodes are worked on at once. */
  readonly concurrency?: number;
};

/** What setpoint.yaml says. */
export type ProjectConfig = {
  readonly inventory?: { readonly path: string; readonly span: SourceSpan };
  readonly secrets: ReadonlyMap<string, SecretSource>;
  readonly defaults: ProjectDefaults;
  readonly policy: PolicyDraft;
  readonly plans: PlansConfig;
};

/** The configuration of a project without setpoint.yaml. */
export const emptyConfig: ProjectConfig = { secrets: new Map(), defaults: {}, policy: emptyPolicyDraft, plans: {} };

/** Reads the document of setpoint.yaml. */
export function parseConfig(document: YamlValue, report: Report): ProjectConfig {
  const shape = createShape({ shape: 'SP413', key: 'SP413' }, report);
  const map = shape.map(document, 'The configuration');
  if (map === undefined) return emptyConfig;
  shape.onlyKeys(map, ['inventory', 'secrets', 'defaults', 'policy', 'plans'], 'The configuration');
  const inventory = entryOf(map, 'inventory');
  const path = inventory === undefined ? undefined : shape.text(inventory.value, '`inventory`');
  return {
    ...(inventory === undefined || path === undefined ? {} : { inventory: { path, span: spanOf(inventory.value) } }),
    secrets: readSecrets(mapUnder(map, 'secrets', shape), shape),
    defaults: readDefaults(mapUnder(map, 'defaults', shape), shape),
    plans: readPlans(mapUnder(map, 'plans', shape), shape),
    policy: readPolicy(mapUnder(map, 'policy', shape), shape),
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
  shape.onlyKeys(map, ['concurrency'], '`defaults`');
  const concurrencyEntry = entryOf(map, 'concurrency');
  const concurrency =
    concurrencyEntry === undefined ? undefined : shape.wholeNumber(concurrencyEntry.value, '`concurrency`', 1);
  return concurrency === undefined ? {} : { concurrency };
}

/** A duration is a number with its unit: `500ms`, `10s`, `5m`, `1h`. */
