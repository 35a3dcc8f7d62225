import {
  type Change,
  canonicalJson,
  type DeclaredResource,
  type Edit,
  type EditValue,
  type Hunk,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  type Redactor,
  type ResourceModule,
  type Taint,
} from '@setpoint/model';

/**
 * The form of a change that may be shown and kept: known secrets are masked wherever they stand, and what was derived from a
 * secret is replaced by a keyed digest. Content that merely contains secrets keeps its text, except for the lines it replaces,
 * because those may hold the secret of yesterday.
 */
export function showChange(
  change: Change,
  from: { readonly resource: DeclaredResource; readonly module: ResourceModule },
  redactor: Redactor,
): Change {
  // A resource that is as declared has nothing to hide, and there are many of them.
  if (change.edits.length === 0 && change.operations.length === 0) return change;
  const taints = editTaints(from.resource, from.module);
  const taintOf = (edit: Edit): Taint | undefined =>
    edit.sensitive === true ? 'whole' : taints.get(topLevel(edit.path));
  const edits = change.edits.map((edit) => showEdit(edit, taintOf(edit), redactor));
  // A module may know by itself that a value is a secret, such as a register that a device profile calls sensitive.
  const all = [
    ...taints.values(),
    ...change.edits.flatMap((edit) => (edit.sensitive === true ? ['whole' as const] : [])),
  ];
  const operations = change.operations.map((operation) => ({
    ...operation,
    title: redactor.redact(operation.title),
    hazards: operation.hazards.map((hazard) => ({ ...hazard, message: redactor.redact(hazard.message) })),
    action: showAction(operation.action, all, redactor) as typeof operation.action,
  }));
  return { ...change, edits, operations, reasons: change.reasons.map((reason) => redactor.redact(reason)) };
}

/** How secret the edits of a resource are, by their path; content given by any property stands under `content`. */
function editTaints(resource: DeclaredResource, module: ResourceModule): ReadonlyMap<string, Taint> {
  const schemas = module.schema.properties ?? {};
  const taints = new Map<string, Taint>();
  for (const [property, taint] of Object.entries(resource.taint)) {
    taints.set(schemas[property]?.['x-body'] === undefined ? property : 'content', taint);
  }
  for (const [property, schema] of Object.entries(schemas)) {
    if (schema['x-sensitive'] === true) taints.set(property, 'whole');
  }
  return taints;
}

function topLevel(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

function showEdit(edit: Edit, taint: Taint | undefined, redactor: Redactor): Edit {
  if (taint === undefined)
    return {
      ...edit,
      before: redactValue(edit.before, redactor),
      after: redactValue(edit.after, redactor),
      ...(edit.hunks === undefined ? {} : { hunks: edit.hunks.map((hunk) => redactHunk(hunk, false, redactor)) }),
    };
  const { hunks, ...rest } = edit;
  const hidden = {
    ...rest,
    sensitive: true as const,
    before: hideValue(edit.before, redactor),
    after: hideValue(edit.after, redactor),
  };
  return taint === 'spans' && hunks !== undefined
    ? { ...hidden, hunks: hunks.map((hunk) => redactHunk(hunk, true, redactor)) }
    : hidden;
}

function redactValue(value: EditValue, redactor: Redactor): EditValue {
  return value.kind === 'value' ? { kind: 'value', value: redactJson(value.value, redactor) } : value;
}

function hideValue(value: EditValue, redactor: Redactor): EditValue {
  switch (value.kind) {
    case 'value':
      return { kind: 'sensitive', digest: redactor.digest(canonicalJson(value.value)) };
    case 'content':
      return { kind: 'sensitive', digest: redactor.digest(value.sha256) };
    case 'absent':
    case 'unknown':
    case 'sensitive':
      return value;
    default:
      return value satisfies never;
  }
}

function redactHunk(hunk: Hunk, hideOld: boolean, redactor: Redactor): Hunk {
  const lines = hunk.lines.map((line) =>
    hideOld && line.startsWith('-') ? '-(hidden: may hold a secret)' : line[0] + redactor.redact(line.slice(1)),
  );
  return { ...hunk, lines };
}

function redactJson(value: Json, redactor: Redactor): Json {
  if (typeof value === 'string') return redactor.redact(value);
  if (isJsonArray(value)) return value.map((item) => redactJson(item, redactor));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactJson(item, redactor)]));
}

/**
 * A digest of secret bytes would let anybody test a guess, so digests in the actions of tainted resources are keyed. What was
 * derived from a secret cannot be found in a text, so no text of such an action is shown but its kind.
 */
function showAction(carried: JsonObject, taints: readonly Taint[], redactor: Redactor): Json {
  // Content that travels with an operation is told by its digest.
  const { bytes: _, ...action } = carried;
  const keyed = taints.length > 0 ? keyDigests(action, redactor) : action;
  const shown = taints.includes('whole') ? hideTexts(keyed) : redactJson(keyed, redactor);
  return isJsonObject(shown) ? { ...shown, kind: action['kind'] ?? '' } : shown;
}

function hideTexts(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('keyed:') ? value : '(sensitive)';
  if (isJsonArray(value)) return value.map(hideTexts);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideTexts(item)]));
}

function keyDigests(value: Json, redactor: Redactor): Json {
  if (isJsonArray(value)) return value.map((item) => keyDigests(item, redactor));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [
    key,
    key === 'sha256' && typeof item === 'string' ? redactor.digest(item) : keyDigests(item, redactor),
  ]);
  return Object.fromEntries(entries);
}
