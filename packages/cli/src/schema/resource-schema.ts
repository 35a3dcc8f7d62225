import { invariant, isJsonObject, type JsonObject, type ResourceModule } from '@setpoint/model';
import { withDescription, writtenProperties } from './editor-value.ts';
import { metaProperties } from './meta-properties.ts';

/**
 * The definitions behind `resources:` in playbooks and components: `resources`, `resource`, and one per resource type. A resource is
 * judged by its type alone: the first type in the chain whose key is there decides, and the others are not looked at.
 */
export function resourceDefinitions(modules: readonly ResourceModule[]): JsonObject {
  const ordered = propertiesBeforeTypes(modules);
  const chain = ordered.reduceRight(
    (otherwise, { type }) => conditional(withKey(type), { $ref: `#/definitions/${type}` }, otherwise),
    conditional(withKey('component'), { $ref: '#/definitions/component' }, withoutType(modules)),
  );
  return {
    resources: { type: ['array', 'null'], items: { $ref: '#/definitions/resource' } },
    resource: chain,
    component: componentCall,
    ...Object.fromEntries(modules.map((module) => [module.type, resourceOf(module)])),
  };
}

/**
 * A name can be both a type and a property of another type: `group` of a file. The type with the property is asked first, because a
 * resource of the other type cannot bear the first one's key.
 */
function propertiesBeforeTypes(modules: readonly ResourceModule[]): readonly ResourceModule[] {
  const ordered: ResourceModule[] = [];
  const waiting = [...modules];
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ type }) =>
      waiting.every((other) => other.type === type || !Object.hasOwn(other.schema.properties ?? {}, type)),
    );
    const [next] = waiting.splice(index, index < 0 ? 0 : 1);
    invariant(next, 'Two resource types have each other as properties, so a resource with both keys has two meanings');
    ordered.push(next);
  }
  return ordered;
}

function resourceOf(module: ResourceModule): JsonObject {
  const { properties, required, ...rest } = module.schema;
  return {
    ...Object.fromEntries(
      Object.entries(rest).filter(([key]) => key !== 'description' && key !== 'additionalProperties'),
    ),
    type: 'object',
    properties: {
      [module.type]: withDescription(identity, `${module.summary} ${module.identityDescription}`, module.examples),
      ...writtenProperties(properties ?? {}),
      ...metaProperties,
    },
    required: [module.type, ...(required ?? [])],
    additionalProperties: false,
  };
}

const identity: JsonObject = { type: ['string', 'number'], minLength: 1 };

const componentCall: JsonObject = {
  type: 'object',
  properties: {
    component: withDescription(
      { type: 'string', minLength: 1 },
      'Path of a component beside this file: a reusable list of resources with parameters.',
      ['component: components/site.yaml\nwith: { port: 8080 }'],
    ),
    with: withDescription({ type: ['object', 'null'] }, 'Values for the parameters of the component.'),
    ...Object.fromEntries(Object.entries(metaProperties).filter(([name]) => name !== 'sensitive')),
  },
  required: ['component'],
  additionalProperties: false,
};

/**
 * A resource whose keys name no type. The misspelt key alone is marked: keys that some type has as a property are let through. Without a
 * misspelt key, the resource as a whole is marked.
 */
function withoutType(modules: readonly ResourceModule[]): JsonObject {
  const types = Object.fromEntries(
    modules.map((module) => [module.type, withDescription({}, module.summary, module.examples.slice(0, 1))]),
  );
  const component = isJsonObject(componentCall['properties']) ? (componentCall['properties']['component'] ?? {}) : {};
  const ofTypes = modules.flatMap((module) => Object.keys(module.schema.properties ?? {}));
  const silent = [...new Set([...ofTypes, ...Object.keys(metaProperties), 'with'])].filter((name) => !(name in types));
  const known = { properties: { ...types, component }, patternProperties: { [`^(?:${silent.join('|')})$`]: {} } };
  const choices = [...Object.keys(types), 'component'].join(', ');
  const named: JsonObject = { type: 'object', ...known, additionalProperties: false };
  return conditional(
    named,
    { ...known, type: 'null', errorMessage: `A resource is written as \`type: identity\`. Types: ${choices}.` },
    { ...named, errorMessage: `No resource type and no property has this name. Types: ${choices}.` },
  );
}

/** Without the type, an item that is still empty would count as having the key, and editors would offer the wrong properties. */
function withKey(key: string): JsonObject {
  return { type: 'object', required: [key] };
}

function conditional(condition: JsonObject, consequence: JsonObject, otherwise: JsonObject): JsonObject {
  // oxlint-disable-next-line unicorn/no-thenable -- `then` is a keyword of JSON Schema, and nobody awaits a schema.
  return { if: condition, then: consequence, else: otherwise };
}
