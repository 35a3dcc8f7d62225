import { posix } from 'node:path';
import { errorDiagnostic, type SourceSpan } from '@setpoint/model';
import type { Shape } from '../diagnostics/shape.ts';
import {
  type ComponentDraft,
  type Declaration,
  type Parameter,
  type ParameterType,
  parameterTypes,
} from '../playbook/draft.ts';
import type { ResourceReading } from '../playbook/resources.ts';
import { confinePath } from '../project/confine.ts';
import { parseYamlBytes } from '../yaml/parse.ts';
import { entryOf, keySpan, spanOf, type YamlEntry, type YamlMap, type YamlValue } from '../yaml/value.ts';

/** Reading a component needs to read resources, which may again be components. */
export type ComponentReading = ResourceReading & {
  readonly readResources: (value: YamlValue, reading: ResourceReading) => readonly Declaration[];
};

/** Reads the component file at a path; undefined when it cannot be used, which is reported then. */
export function readComponent(path: string, span: SourceSpan, reading: ComponentReading): ComponentDraft | undefined {
  const confined = confinePath({ files: reading.files, directory: reading.directory, path, span });
  if (confined.kind === 'refused') {
    reading.report(confined.diagnostic);
    return undefined;
  }
  const file = confined.path;
  if (reading.stack.includes(file)) {
    const way = [...reading.stack.slice(reading.stack.indexOf(file)), file].join(' → ');
    reading.report(
      errorDiagnostic('SP218', {
        detail: `The component includes itself: ${way}.`,
        hint: 'Remove one of these calls.',
        span,
      }),
    );
    return undefined;
  }
  if (!reading.components.has(file)) reading.components.set(file, readFile(file, span, reading));
  return reading.components.get(file);
}

function readFile(file: string, span: SourceSpan, reading: ComponentReading): ComponentDraft | undefined {
  const bytes = reading.files.read(file);
  if (bytes === undefined) {
    reading.report(errorDiagnostic('SP801', { detail: `The component ${file} cannot be read.`, span }));
    return undefined;
  }
  const yaml = parseYamlBytes(file, bytes);
  for (const diagnostic of yaml.diagnostics) reading.report(diagnostic);
  const [document, second] = yaml.documents;
  if (document === undefined) return undefined;
  if (second !== undefined) reading.shape.problem(spanOf(second), 'A component file holds one document.');
  const map = reading.shape.map(document, 'A component');
  if (map === undefined) return undefined;
  reading.shape.onlyKeys(map, ['parameters', 'resources', 'description', 'name'], 'A component');
  const resources = entryOf(map, 'resources');
  if (resources === undefined && map.isPartial !== true)
    reading.shape.problem(spanOf(map), 'The component has no `resources:`.');
  const inner = { ...reading, directory: posix.dirname(file), stack: [...reading.stack, file] };
  return {
    file,
    parameters: readParameters(map, reading.shape),
    resources: resources === undefined ? [] : reading.readResources(resources.value, inner),
  };
}

function readParameters(component: YamlMap, shape: Shape): ReadonlyMap<string, Parameter> {
  const entry = entryOf(component, 'parameters');
  if (entry === undefined) return new Map();
  const map = shape.map(entry.value, '`parameters`');
  const parameters = (map?.entries ?? []).flatMap((parameter) => readParameter(parameter, shape));
  return new Map(parameters.map((parameter) => [parameter.name, parameter]));
}

function readParameter(entry: YamlEntry, shape: Shape): readonly Parameter[] {
  const isNothing = entry.value.kind === 'scalar' && entry.value.value === null;
  const map = isNothing ? undefined : shape.map(entry.value, `The parameter \`${entry.key}\``);
  if (map === undefined && !isNothing) return [];
  if (map !== undefined)
    shape.onlyKeys(map, ['type', 'required', 'default', 'description'], `The parameter \`${entry.key}\``);
  const defaultValue = map === undefined ? undefined : entryOf(map, 'default')?.value;
  const required = map === undefined ? undefined : entryOf(map, 'required');
  const isRequired =
    required === undefined ? defaultValue === undefined : shape.boolean(required.value, '`required`') === true;
  if (required !== undefined && isRequired && defaultValue !== undefined) {
    shape.problem(
      keySpan(required),
      `The parameter \`${entry.key}\` is required and has a default, which could never be used.`,
    );
  }
  return [
    {
      name: entry.key,
      type: readType(map === undefined ? undefined : entryOf(map, 'type')?.value, shape),
      isRequired,
      ...(defaultValue === undefined ? {} : { defaultValue }),
      span: keySpan(entry),
    },
  ];
}

function readType(value: YamlValue | undefined, shape: Shape): ParameterType {
  if (value === undefined) return 'any';
  const text = shape.text(value, '`type`');
  const type = parameterTypes.find((known) => known === text);
  if (text !== undefined && type === undefined) {
    shape.problem(spanOf(value), `\`${text}\` is no parameter type.`, `Types: ${parameterTypes.join(', ')}.`);
  }
  return type ?? 'any';
}
