import { isJsonArray, type JsonObject, type PropertySchema, type ResourceModule } from '@setpoint/model';
import type { Declared } from './fixture.ts';

/** A declaration for each text in each place that takes text: the identity, every text property, every list of texts, the body. */
export function hostileDeclarations(
  module: ResourceModule,
  base: Declared,
  texts: readonly string[],
): readonly Declared[] {
  const properties = Object.entries(module.schema.properties ?? {});
  return texts.flatMap((text) => [
    { ...base, identity: text },
    { ...base, identity: `/tmp/${text}` },
    ...(base.body === undefined ? [] : [{ ...base, body: text }]),
    ...properties.flatMap(([name, schema]) => withText(base, { name, schema, text })),
  ]);
}

function withText(
  base: Declared,
  { name, schema, text }: { readonly name: string; readonly schema: PropertySchema; readonly text: string },
): readonly Declared[] {
  if (schema['x-body'] !== undefined) return [];
  return forms(schema).flatMap((form) => {
    if (form['const'] !== undefined) return [];
    if (form.type === 'string') return [put(base, name, text)];
    return form.type === 'array' && !takesObjects(form) ? [put(base, name, [text])] : [];
  });
}

/** A list of objects never holds a text: the language refuses it before the module sees it. */
function takesObjects({ items }: PropertySchema): boolean {
  return typeof items === 'object' && items !== null && 'properties' in items;
}

/** A schema and the alternatives it allows. */
function forms(schema: PropertySchema): readonly PropertySchema[] {
  const { anyOf } = schema;
  return isJsonArray(anyOf) ? (anyOf as readonly PropertySchema[]) : [schema];
}

function put(base: Declared, name: string, value: JsonObject[string]): Declared {
  return { ...base, properties: { ...base.properties, [name]: value } };
}
