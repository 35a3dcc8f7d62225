import { posix } from 'node:path';
import type { Rollout } from '@setpoint/model';
import { createShape, type Report, type Shape } from '../diagnostics/shape.ts';
import { isVariableName } from '../inventory/parse.ts';
import type { ParsedYaml } from '../yaml/parse.ts';
import { entryOf, spanOf, textOf, type YamlEntry, type YamlMap, type YamlValue } from '../yaml/value.ts';
import type { PlayDraft } from './draft.ts';
import { readMeta } from './meta.ts';
import { type ResourceReading, readResources } from './resources.ts';

/** Reads the plays of a playbook, one per document. */
export function parsePlaybook(
  yaml: ParsedYaml,
  reading: Omit<ResourceReading, 'shape' | 'directory' | 'stack'>,
): readonly PlayDraft[] {
  const shape = createPlaybookShape(reading.report);
  const directory = posix.dirname(yaml.source.file);
  return yaml.documents.flatMap((document, index) => {
    const play = readPlay(document, { ...reading, shape, directory, stack: [] });
    return play === undefined
      ? []
      : [{ ...play, name: play.name === '' ? defaultName(yaml.source.file, index) : play.name }];
  });
}

/** The reader for the shape of plays and components. */
export function createPlaybookShape(report: Report): Shape {
  return createShape({ shape: 'SP208', key: 'SP207' }, report);
}

const playKeys = ['name', 'nodes', 'vars', 'rollout', 'resources', 'tags', 'sudo', 'confirm_within'];

function readPlay(document: YamlValue, reading: ResourceReading): PlayDraft | undefined {
  const { shape } = reading;
  if (document.kind === 'list') {
    shape.problem(
      spanOf(document),
      'A play is a map with `nodes:` and `resources:`, but this is a list.',
      'Separate plays by `---` instead of starting each with a dash.',
    );
    return undefined;
  }
  const map = shape.map(document, 'A play');
  if (map === undefined) return undefined;
  shape.onlyKeys(map, playKeys, 'A play');
  const selector = readSelector(map, shape);
  const resources = entryOf(map, 'resources');
  if (resources === undefined && map.isPartial !== true)
    shape.problem(headOf(map), 'The play has no `resources:`.', 'Add `resources:` with a list.');
  const name = entryOf(map, 'name');
  const rollout = readRollout(entryOf(map, 'rollout'), shape);
  const declarations = resources === undefined ? [] : readResources(resources.value, reading);
  if (selector === undefined) return undefined;
  return {
    name: name === undefined ? '' : (shape.text(name.value, '`name`') ?? ''),
    selector,
    vars: readVars(entryOf(map, 'vars'), shape),
    ...(rollout === undefined ? {} : { rollout }),
    meta: readMeta(map, shape),
    resources: declarations,
    span: headOf(map),
  };
}

function readSelector(map: YamlMap, shape: Shape): PlayDraft['selector'] | undefined {
  const entry = entryOf(map, 'nodes');
  if (entry === undefined) {
    if (map.isPartial === true) return undefined;
    shape.problem(
      headOf(map),
      'The play does not say which nodes it is for.',
      'Add `nodes: all`, or a group, a name or a glob.',
    );
    return undefined;
  }
  const texts = shape.texts(entry.value, '`nodes`');
  return texts === undefined ? undefined : { text: texts.join(', '), span: spanOf(entry.value) };
}

function readVars(entry: YamlEntry | undefined, shape: Shape): readonly YamlEntry[] {
  if (entry === undefined || (entry.value.kind === 'scalar' && entry.value.value === null)) return [];
  const map = shape.map(entry.value, '`vars`');
  return (map?.entries ?? []).filter((variable) => isVariableName(shape, variable));
}

function readRollout(entry: YamlEntry | undefined, shape: Shape): Rollout | undefined {
  if (entry === undefined) return undefined;
  const map = shape.map(entry.value, '`rollout`');
  if (map === undefined) return undefined;
  shape.onlyKeys(map, ['canary', 'batch', 'max_failed'], '`rollout`');
  const number = (key: string, least: number): number | undefined => {
    const value = entryOf(map, key)?.value;
    return value === undefined ? undefined : shape.wholeNumber(value, `\`${key}\``, least);
  };
  const canary = number('canary', 1);
  const maxFailed = number('max_failed', 0);
  const batch = readBatch(entryOf(map, 'batch')?.value, shape);
  return {
    ...(canary === undefined ? {} : { canary }),
    ...(batch === undefined ? {} : { batch }),
    ...(maxFailed === undefined ? {} : { maxFailed }),
  };
}

function readBatch(value: YamlValue | undefined, shape: Shape): Rollout['batch'] {
  if (value === undefined) return undefined;
  const percent = /^(\d{1,3})%$/.exec(textOf(value) ?? '');
  const share = Number(percent?.[1]);
  if (percent !== null && share >= 1 && share <= 100) return `${share}%`;
  if (percent !== null)
    shape.problem(
      spanOf(value),
      'A share of nodes lies between 1% and 100%.',
      'Write for example 25%, or a number of nodes.',
    );
  return percent === null ? shape.wholeNumber(value, '`batch`', 1) : undefined;
}

function defaultName(file: string, index: number): string {
  const base = posix.basename(file).replace(/\.ya?ml$/, '');
  return index === 0 ? base : `${base} ${index + 1}`;
}

/** The first key of a map: a place to point at when something is missing. */
function headOf(map: YamlMap) {
  const [first] = map.entries;
  return first === undefined ? spanOf(map) : spanOf(first.keyAt);
}
