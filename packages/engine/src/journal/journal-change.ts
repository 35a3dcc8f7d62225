import {
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  type Redactor,
  type ResourceModule,
} from '@setpoint/model';
import type { PlannedResource } from '../plan/plan-resource.ts';
import type { JournaledChange } from './entry.ts';

/** Bytes that are about to be replaced or deleted. */
export type Content = { readonly sha256: string; readonly bytes: Uint8Array };

/** One change for the journal, and the contents that stand beside the journal and not in it. */
export type JournaledWithContents = { readonly change: JournaledChange; readonly contents: readonly Content[] };

/** What the journal keeps of a change: all that it takes to go back, except what may hold a secret. */
export function journalChange(planned: PlannedResource, redactor: Redactor): JournaledWithContents {
  const { resource, change } = planned;
  // Observed states are JSON in shape; the type only lacks the index signature.
  const whole = { declared: withoutTexts(resource.declared), observed: planned.observed as unknown as Json };
  const secrecy = secrecyOf(planned, whole, redactor);
  const kept = secrecy === 'none' ? whole : secrecy === 'contents' ? withoutContents(whole) : nothing;
  const contents: Content[] = [];
  const observed = secrecy === 'none' ? moveContents(kept.observed, contents) : kept.observed;
  return {
    contents,
    change: {
      address: resource.address,
      titles: change.operations.map((operation) => redactor.redact(operation.title)),
      observed,
      type: resource.type,
      declared: kept.declared,
      edited: change.edits.map((edit) => edit.path),
      ...(secrecy === 'none' ? {} : { withheld: secrecy }),
      ...(resource.runAs === undefined ? {} : { runAs: resource.runAs }),
      source: resource.source,
    },
  };
}

/** True when nothing of the change has to be left out: only then may more be read to be kept. */
export function mayKeepContents(planned: PlannedResource): boolean {
  return secretPaths(planned).length === 0;
}

type Kept = { readonly declared: Json; readonly observed: Json };

const nothing: Kept = { declared: null, observed: null };

function secrecyOf(planned: PlannedResource, kept: Kept, redactor: Redactor): 'none' | 'contents' | 'all' {
  const secret = secretPaths(planned);
  const isClean = (checked: Kept): boolean => {
    const text = JSON.stringify([checked.declared, checked.observed]);
    return redactor.redact(text) === text;
  };
  // What stands on the node may hold a secret that this resource no longer knows of.
  if (secret.length === 0 && isClean(kept)) return 'none';
  const isContent = secret.every((path) => isBody(path, planned.module));
  return isContent && isClean(withoutContents(kept)) ? 'contents' : 'all';
}

function secretPaths({ resource, change }: PlannedResource): readonly string[] {
  const edits = change.edits.filter((edit) => edit.sensitive === true).map((edit) => edit.path);
  return [...Object.keys(resource.taint), ...edits];
}

function isBody(path: string, module: ResourceModule): boolean {
  return path === 'content' || module.schema.properties?.[path]?.['x-body'] !== undefined;
}

/** The contents that an observed state holds. */
export function contentsIn(observed: Json): readonly Content[] {
  const contents: Content[] = [];
  moveContents(observed, contents);
  return contents;
}

/** The text of a body stands in the project and on the node; its digest is enough. */
export function withoutTexts(declared: Json): Json {
  return mapObjects(declared, (object) => {
    if (typeof object['sha256'] !== 'string' || typeof object['sizeBytes'] !== 'number') return object;
    const { text: _, ...rest } = object;
    return rest;
  });
}

/** Bodies become null in what was declared; in what was observed, the bytes and their digests go. */
function withoutContents({ declared, observed }: Kept): Kept {
  return {
    declared: mapObjects(declared, (object) => (typeof object['sha256'] === 'string' ? null : object)),
    observed: mapObjects(observed, withoutContent),
  };
}

function withoutContent(object: JsonObject): Json {
  const { sha256: _, base64: __, ...rest } = object;
  return rest;
}

function moveContents(observed: Json, contents: Content[]): Json {
  return mapObjects(observed, (object) => {
    const { base64, ...rest } = object;
    if (typeof base64 !== 'string' || typeof rest['sha256'] !== 'string') return object;
    contents.push({ sha256: rest['sha256'], bytes: Buffer.from(base64, 'base64') });
    return rest;
  });
}

function mapObjects(value: Json, map: (object: JsonObject) => Json): Json {
  if (isJsonArray(value)) return value.map((item) => mapObjects(item, map));
  if (!isJsonObject(value)) return value;
  const mapped = map(value);
  if (!isJsonObject(mapped)) return mapped;
  return Object.fromEntries(Object.entries(mapped).map(([key, item]) => [key, mapObjects(item, map)]));
}
