import {
  canonicalJson,
  type Edit,
  type EditValue,
  editValue,
  isUnknown,
  type Json,
  type JsonObject,
  type Observed,
} from '@setpoint/model';
import { type Found, knownOf, type ServerObject } from './state.ts';

/** One declared property beside what was found of it. */
export type Pair = {
  readonly path: string;
  /** Null: not declared. */
  readonly wanted: Json;
  /** Null or undefined: nothing is set. */
  readonly found: Json | undefined;
  /** Equal in meaning although the spelling differs. Absent: only equal values are. */
  readonly isSame?: boolean;
};

/**
 * The edits of an object that is to be there or not. `pairs` is asked for the properties with what is known of the object, or with
 * undefined when it is not there or not known.
 */
export function objectEdits<Facts>(
  wanted: 'present' | 'absent',
  observed: Observed<ServerObject<Facts>>,
  pairs: (facts: Facts | undefined) => readonly Pair[],
): readonly Edit[] {
  if (observed.kind !== 'present') return [stateEdit(wanted, beforeOf(observed))];
  const { object } = observed.state;
  if (wanted === 'absent') return object === null ? [] : [stateEdit('absent', foundState(object))];
  const facts = knownOf(object);
  const edits = pairs(facts).flatMap(editOf);
  if (facts !== undefined) return edits;
  const before = foundState(object);
  return [stateEdit('present', before), ...edits.map((edit) => ({ ...edit, before }))];
}

/** A property that differs, or nothing. */
export function editOf({ path, wanted, found, isSame }: Pair): readonly Edit[] {
  if (wanted === null || (isSame ?? canonicalJson(wanted) === canonicalJson(found ?? null))) return [];
  return [{ path, before: editValue(found ?? undefined), after: editValue(wanted) }];
}

function stateEdit(wanted: string, before: EditValue): Edit {
  return { path: 'state', before, after: editValue(wanted) };
}

function foundState(object: Found<unknown>): EditValue {
  if (isUnknown(object)) return { kind: 'unknown', cause: object.cause };
  return object === null ? { kind: 'absent' } : editValue('present');
}

function beforeOf(observed: Exclude<Observed<unknown>, { kind: 'present' }>): EditValue {
  return observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : { kind: 'absent' };
}

/** What was found, with the declared properties in the place of theirs; those that are null are not declared. */
export function withDeclared<Facts extends JsonObject>(
  before: Facts,
  declared: { readonly [Property in keyof Facts]?: Facts[Property] | null },
): Facts {
  const given = Object.entries(declared).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(given) };
}
