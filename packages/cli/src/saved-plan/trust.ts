import { resolve } from 'node:path';
import type { PlansConfig } from '@setpoint/language';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { readPublicKey } from './key-files.ts';
import type { ReadPlan } from './read-text.ts';
import { isSignatureOf, keyIdOf } from './signature.ts';

/** What speaks against a plan by its signature: one that is not its own in any project, and a missing or strange one where it is demanded. */
export function signatureProblems(
  { digest, signature }: Pick<ReadPlan, 'digest' | 'signature'>,
  { requireSignature, trustedKeys = [] }: PlansConfig,
  { name, projectDir }: { readonly name: string; readonly projectDir: string },
): readonly Diagnostic[] {
  const hint = `setpoint sign ${name} --key FILE`;
  if (signature !== undefined && !isSignatureOf(digest, signature))
    return [errorDiagnostic('SP816', { detail: `The signature in ${name} does not belong to this plan.`, hint })];
  if (requireSignature !== true) return [];
  if (signature === undefined)
    return [
      errorDiagnostic('SP816', { detail: `${name} is not signed, and the project applies signed plans only.`, hint }),
    ];
  const keys = trustedKeys.map(({ path, span }) => ({ span, ...readPublicKey(resolve(projectDir, path), path) }));
  if (keys.some(({ key }) => key !== undefined && keyIdOf(key) === signature.keyId)) return [];
  const problems = keys.flatMap(({ diagnostics, span }) => diagnostics.map((each) => ({ ...each, span })));
  const detail = `${name} is signed with the key ${signature.keyId}, which the project does not trust.`;
  return [
    ...problems,
    errorDiagnostic('SP816', { detail, hint: 'have it signed with one of `trusted_keys` in setpoint.yaml' }),
  ];
}
