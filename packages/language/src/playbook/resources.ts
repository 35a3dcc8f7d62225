import { errorDiagnostic, nearestName, type ResourceModule } from '@setpoint/model';
import { readComponent } from '../component/read.ts';
import type { Report, Shape } from '../diagnostics/shape.ts';
import type { FileReader } from '../project/file-reader.ts';
import {
  entryOf,
  keySpan,
  spanOf,
  type YamlEntry,
  type YamlMap,
  type YamlScalar,
  type YamlValue,
} from '../yaml/value.ts';
import {
  type ComponentCall,
  type ComponentDraft,
  type Declaration,
  metaKeys,
  type ResourceDeclaration,
} from './draft.ts';
import { readMeta } from './meta.ts';

/** What reading a list of resources works with. */
export type ResourceReading = {
  readonly modules: ReadonlyMap<string, ResourceModule>;
  readonly files: FileReader;
  readonly report: Report;
  readonly shape: Shape;
  readonly directory: string;
  /** Component files that are being read, outermost first. */
  readonly stack: readonly string[];
  /** Components read so far, by path: each file is read and checked once. */
  readonly components: Map<string, ComponentDraft | undefined>;
};

/** Reads `resources:`; what does not fit is reported and left out. */
export function readResources(value: YamlValue, reading: ResourceReading): readonly Declaration[] {
  if (value.kind === 'scalar' && value.value === null) return [];
  const list = reading.shape.list(value, '`resources`');
  return (list?.items ?? []).flatMap((item) => {
    const map = reading.shape.map(item, 'A resource');
    if (map === undefined) return [];
    const call = entryOf(map, 'component');
    const isCall = call !== undefined && map.entries.find((entry) => isTypeKey(entry, reading)) === undefined;
    return (isCall ? readCall(map, call, reading) : readResource(map, reading)) ?? [];
  });
}

function isTypeKey(entry: YamlEntry, { modules }: ResourceReading): boolean {
  return !metaKeys.includes(entry.key) && modules.has(entry.key);
}

/** The type is the first key that names one; only then the other keys are looked at, as properties of that one type. */
function readResource(map: YamlMap, reading: ResourceReading): ResourceDeclaration | undefined {
  const typeEntry = map.entries.find((entry) => isTypeKey(entry, reading));
  const module = typeEntry === undefined ? undefined : reading.modules.get(typeEntry.key);
  if (typeEntry === undefined || module === undefined) {
    if (map.isPartial !== true) reportNoType(map, reading);
    return undefined;
  }
  const known = module.schema.properties ?? {};
  const second = map.entries.find(
    (entry) => entry !== typeEntry && isTypeKey(entry, reading) && !Object.hasOwn(known, entry.key),
  );
  if (second !== undefined) {
    reading.report(
      errorDiagnostic('SP202', {
        detail: `\`${second.key}\` is a resource type as well as \`${typeEntry.key}\`, and no property of it.`,
        hint: `Start a new item: \`- ${second.key}: …\`.`,
        span: keySpan(second),
        related: [{ span: keySpan(typeEntry), label: 'the first type' }],
      }),
    );
    return undefined;
  }
  const identity = readIdentity(typeEntry, reading);
  const meta = readMeta(map, reading.shape);
  if (identity === undefined) return undefined;
  const entries = map.entries.filter((entry) => entry !== typeEntry && !metaKeys.includes(entry.key));
  return {
    kind: 'resource',
    module,
    identity,
    properties: { ...map, entries },
    meta,
    span: spanOf(map),
    directory: reading.directory,
  };
}

function readIdentity(entry: YamlEntry, { report }: ResourceReading): YamlScalar | undefined {
  const { key, value } = entry;
  const isText = value.kind === 'scalar' && value.value !== null && value.value !== '';
  if (isText && typeof value.value !== 'boolean') return value;
  const found =
    value.kind === 'scalar'
      ? value.value === null || value.value === ''
        ? 'nothing'
        : String(value.value)
      : `a ${value.kind}`;
  report(
    errorDiagnostic('SP221', {
      detail: `\`${key}:\` must be followed by the text that names the object on the node, but there is ${found}.`,
      hint:
        value.kind === 'list'
          ? 'Declare one resource per item, or use `for_each`.'
          : `Write \`${key}: name\`, the properties below it.`,
      span: value.kind === 'scalar' && value.value === null ? keySpan(entry) : spanOf(value),
    }),
  );
  return undefined;
}

function reportNoType(map: YamlMap, { modules, report }: ResourceReading): void {
  const others = map.entries.filter((entry) => !metaKeys.includes(entry.key) && entry.key !== 'with');
  const types = [...modules.keys(), 'component'];
  const near = others.map((entry) => nearestName(entry.key, types));
  const index = Math.max(
    0,
    near.findIndex((name) => name !== undefined),
  );
  const entry = others[index];
  const suggestion = near[index];
  report(
    errorDiagnostic('SP201', {
      detail: entry === undefined ? 'The resource names no type.' : `There is no resource type \`${entry.key}\`.`,
      hint: suggestion === undefined ? `Types: ${types.join(', ')}.` : `Did you mean \`${suggestion}\`?`,
      span: entry === undefined ? spanOf(map) : keySpan(entry),
    }),
  );
}

const callKeys = ['component', 'with', ...metaKeys.filter((key) => key !== 'sensitive')];

function readCall(map: YamlMap, call: YamlEntry, reading: ResourceReading): ComponentCall | undefined {
  const { shape } = reading;
  shape.onlyKeys(map, callKeys, 'A component');
  const path = shape.text(call.value, '`component`');
  const given = entryOf(map, 'with')?.value;
  const isGiven = given !== undefined && !(given.kind === 'scalar' && given.value === null);
  const args = isGiven ? shape.map(given, '`with`') : { ...map, entries: [] };
  const meta = readMeta(map, shape);
  if (path === undefined || args === undefined) return undefined;
  const component = readComponent(path, spanOf(call.value), { ...reading, readResources });
  if (component === undefined) return undefined;
  checkArguments(component, args, { reading, call });
  return { kind: 'component', component, arguments: args, meta, span: spanOf(map) };
}

/** Unknown and missing parameters are known before any node is. */
function checkArguments(
  component: ComponentDraft,
  args: YamlMap,
  { reading, call }: { readonly reading: ResourceReading; readonly call: YamlEntry },
): void {
  const names = [...component.parameters.keys()];
  const unknown = args.entries.filter((entry) => !component.parameters.has(entry.key));
  for (const entry of unknown) {
    const near = nearestName(entry.key, names);
    reading.report(
      errorDiagnostic('SP216', {
        detail: `The component ${component.file} has no parameter \`${entry.key}\`.`,
        hint: near === undefined ? `Parameters: ${names.join(', ') || 'none'}.` : `Did you mean \`${near}\`?`,
        span: keySpan(entry),
      }),
    );
  }
  for (const parameter of component.parameters.values()) {
    if (!parameter.isRequired || args.isPartial === true || entryOf(args, parameter.name) !== undefined) continue;
    if (unknown.some((entry) => nearestName(entry.key, [parameter.name]) !== undefined)) continue;
    reading.report(
      errorDiagnostic('SP215', {
        detail: `The component ${component.file} needs the parameter \`${parameter.name}\`.`,
        hint: `Add under \`with:\`: ${parameter.name}: …`,
        span: spanOf(call.value),
        related: [{ span: parameter.span, label: 'declared here' }],
      }),
    );
  }
}
