import { createHash } from 'node:crypto';
import {
  canonicalJson,
  compareText,
  type Json,
  type JsonObject,
  type PlanSignature,
  type SavedPlan,
  savedPlanFormat,
} from '@setpoint/model';
import { planToJson } from '@setpoint/render';

/** `sha256:` and the SHA-256 of all of a saved plan's text but the digest and the signature, lower-case hex. */
export type PlanDigest = `sha256:${string}`;

/** A saved plan in its file: the members of a plan of this version or of a newer minor one, sealed. */
export type SealedPlan = { readonly members: JsonObject; readonly digest: PlanDigest; readonly text: string };

/**
 * The canonical text of a saved plan: one member to a line, the format first and the others by name, then the digest, then the
 * signature when there is one. Equal plans have equal text, and there is one text only that is accepted for a plan.
 */
export function sealPlan(members: JsonObject, signature?: PlanSignature): SealedPlan {
  const lines = memberLines(members);
  const digest = digestOf(lines);
  const sealed = [...lines, `"digest":${JSON.stringify(digest)}`];
  if (signature !== undefined) sealed.push(`"signature":${canonicalJson(signature)}`);
  return { members, digest, text: closed(sealed) };
}

/** The members of a plan as JSON: keys sorted, secrets masked once more, nothing without a value. */
export function planMembers(saved: SavedPlan): JsonObject {
  const { plan, ...rest } = saved;
  // All of it is JSON in shape; the types only lack the index signature.
  return { ...(JSON.parse(JSON.stringify(rest)) as JsonObject), plan: planToJson(plan) };
}

/** The digest of a plan's text, given its lines before the digest. */
export function digestOf(lines: readonly string[]): PlanDigest {
  return `sha256:${createHash('sha256').update(closed(lines)).digest('hex')}`;
}

/** The beginning by which a saved plan is known. */
export const planHead = `{\n"format":${JSON.stringify(savedPlanFormat)}`;

function memberLines(members: JsonObject): readonly string[] {
  const names = Object.keys(members).filter((name) => name !== 'format');
  const line = (name: string): string => `${JSON.stringify(name)}:${canonicalJson(memberOf(members, name))}`;
  return ['format', ...names.sort(compareText)].map(line);
}

function memberOf(members: JsonObject, name: string): Json {
  return members[name] ?? null;
}

function closed(lines: readonly string[]): string {
  return `{\n${lines.join(',\n')}\n}\n`;
}
