import { isJsonObject, type Json, type JsonObject, type Plan } from '@setpoint/model';
import { maskEdit } from '../view/value.ts';
import { toJson } from './canonical.ts';

/**
 * The plan as JSON: keys sorted, absent members left out, secrets masked once more. Equal plans give equal text with
 * `JSON.stringify`. Its shape is `planJsonSchema`; reading it back gives a `Plan`.
 */
export function planToJson(plan: Plan): JsonObject {
  const plays = plan.plays.map((play) => ({
    ...play,
    nodes: play.nodes.map((node) => ({
      ...node,
      changes: node.changes.map((change) => ({ ...change, edits: change.edits.map(maskEdit) })),
    })),
  }));
  return asObject(toJson({ ...plan, plays }));
}

function asObject(json: Json): JsonObject {
  return isJsonObject(json) ? json : {};
}
