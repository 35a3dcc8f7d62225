import {
  canonicalJson,
  countPlan,
  type Diagnostic,
  type DiagnosticDetails,
  errorDiagnostic,
  invariant,
  isJsonObject,
  type Json,
  type JsonObject,
  type PlanSignature,
  type SavedPlan,
  savedPlanVersion,
} from '@setpoint/model';
import { validators } from '../generated/saved-plan-validator.js';
import type { GeneratedProblem } from '../generated/validators.js';
import { savedPlanSchemaId } from './schema.ts';
import { type PlanDigest, planHead, sealPlan } from './text.ts';

/** A saved plan as it was read: whole, of a version that is understood, and not yet judged in any other way. */
export type ReadPlan = {
  readonly saved: SavedPlan;
  readonly digest: PlanDigest;
  readonly signature?: PlanSignature;
  /** All members as they stand in the file, also those of a newer minor version. */
  readonly members: JsonObject;
};

export type ReadPlanResult =
  | { readonly kind: 'read'; readonly plan: ReadPlan }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

/** Brackets within brackets of a plan's JSON; values of resources are at most a hundred deep. */
const deepest = 200;

/** Reads the text of a saved plan. Whatever is not exactly what a program wrote is refused: cut, flipped, edited, respelled. */
export function readPlanText(text: string, name: string): ReadPlanResult {
  const tail = tailPattern.exec(text.slice(-maxTailLength));
  if (!text.startsWith(planHead)) return damaged(name, 'its beginning is not that of a saved plan');
  if (tail === null) return damaged(name, 'its end is missing or is not that of a saved plan');
  if (depthOf(text) > deepest) return damaged(name, `it is nested more than ${deepest} deep`);
  const json = parse(text);
  if (!isJsonObject(json)) return damaged(name, 'it is no JSON');
  const { digest, signature, ...members } = json;
  // A digest that holds for text that nobody would have written is one that somebody made up.
  const sealed = sealPlan(members, signature as PlanSignature | undefined);
  if (digest !== sealed.digest)
    return damaged(name, `its text has the digest ${sealed.digest}, and it says ${tail[1]}`);
  if (sealed.text !== text) return damaged(name, 'its text is not the one that a program writes for this plan');
  return readMembers(members, { name, digest: sealed.digest, signature: signature as PlanSignature | undefined });
}

/** The digest and all that may follow it; the plan itself ends before. */
const tailPattern =
  /\n"digest":"(sha256:[0-9a-f]{64})"(?:,\n"signature":\{"ed25519":"[^"\\]{88}","keyId":"[^"\\]{44}"\})?\n\}\n$/;
const maxTailLength = 400;

function readMembers(
  members: JsonObject,
  found: { readonly name: string; readonly digest: PlanDigest; readonly signature: PlanSignature | undefined },
): ReadPlanResult {
  const { name, digest, signature } = found;
  const version = /^(\d{1,9})\.(\d{1,9})$/.exec(textOf(members['version']));
  if (version === null) return damaged(name, 'it does not say its version');
  if (Number(version[1]) !== savedPlanVersion.major) return otherVersion(name, members);
  const validator = validators[savedPlanSchemaId];
  invariant(validator, 'There is no validator for saved plans, so the generated files are stale');
  if (!validator(members)) return damaged(name, describe(validator.errors?.[0]));
  const saved = members as unknown as SavedPlan;
  const counted = countPlan(saved.plan.plays) as unknown as Json;
  if (canonicalJson(counted) !== canonicalJson(saved.plan.totals as unknown as Json))
    return damaged(name, 'its totals are not those of its changes');
  if (Number.isNaN(Date.parse(saved.createdAt))) return damaged(name, 'it does not say when it was made');
  const signed = signature === undefined ? {} : { signature };
  return { kind: 'read', plan: { saved, digest, members, ...signed } };
}

function describe(problem: GeneratedProblem | undefined): string {
  return `${problem?.instancePath || 'it'} ${problem?.message ?? 'has another shape'}`;
}

function otherVersion(name: string, members: JsonObject): ReadPlanResult {
  const own = `${savedPlanVersion.major}.${savedPlanVersion.minor}`;
  return refused('SP812', {
    detail: `${name} has version ${textOf(members['version'])} of the form of saved plans, written by setpoint ${textOf(members['program'])}; this program reads version ${own}.`,
    hint: 'apply it with the program that made it, or make a new one with this one: setpoint plan --out FILE',
  });
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : 'unknown';
}

/** Refuses a file that is no whole saved plan. */
export function damaged(name: string, why: string): ReadPlanResult & { readonly kind: 'refused' } {
  return refused('SP811', {
    detail: `${name} is no saved plan, or a damaged one: ${why}. Nothing of it is used.`,
    hint: 'fetch it again from where it was made, or make a new one: setpoint plan --out FILE',
  });
}

function refused(code: 'SP811' | 'SP812', details: DiagnosticDetails): ReadPlanResult & { readonly kind: 'refused' } {
  return { kind: 'refused', diagnostic: errorDiagnostic(code, details) };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** How deep brackets stand within brackets, outside of texts; told before anything walks the data itself. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inText) {
      if (code === backslash) index += 1;
      else if (code === quote) inText = false;
    } else if (code === quote) inText = true;
    else if (code === openBrace || code === openBracket) {
      depth += 1;
      most = Math.max(most, depth);
    } else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return most;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
