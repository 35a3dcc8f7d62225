import { type Diagnostic, warningDiagnostic } from '@setpoint/model';
import { spanOf, type YamlValue } from '../yaml/value.ts';

/** Tells that something is left out because secrets that it depends on were not read; `what` begins a sentence, verb included. */
export function leftOpen(what: string, needs: readonly string[], at: YamlValue): Diagnostic {
  const secrets = `${needs.length === 1 ? 'the secret' : 'the secrets'} ${needs.map((name) => `\`${name}\``).join(', ')}`;
  return warningDiagnostic('SP313', {
    detail: `${what} known only with ${secrets}, and no secret was read, so nothing of it is planned.`,
    hint: 'Plan without --without-secrets to see it.',
    span: spanOf(at),
  });
}
