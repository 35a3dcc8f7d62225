import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { evaluateValue } from '../expression/evaluate.ts';
import { spanOf, type YamlValue } from '../yaml/value.ts';
import type { Instance } from './expand.ts';

/** The time within which a change of the resource must be confirmed; nothing where there is none, and after a problem, which is told. */
export function confirmWithinOf({ declaration, inherited, scope }: Instance): { readonly confirmWithinMs?: number } {
  const written = inherited.confirmWithin;
  if (written === undefined) return {};
  const evaluated = evaluateValue(written, scope);
  if (evaluated === undefined || evaluated.needs !== undefined || evaluated.value === false) return {};
  const confirmWithinMs = evaluated.taint === undefined ? timeOf(evaluated.value) : undefined;
  if (confirmWithinMs === undefined) {
    scope.report(noTime(written));
    return {};
  }
  const { type, channel, restore, undo } = declaration.module;
  if (channel === 'sh' && restore !== undefined) return { confirmWithinMs };
  const why = channel === 'sh' ? (undo ?? 'Nothing can undo it.') : 'Only a host can act by itself.';
  scope.report(
    errorDiagnostic('SP228', {
      detail: `\`confirm_within\` is set, and a node could not undo a \`${type}\` by itself. ${why}`,
      hint: 'Write `confirm_within: false` on this resource, or set it only on those that can be undone.',
      span: spanOf(declaration.identity),
      ...(written === declaration.meta.confirmWithin
        ? {}
        : { related: [{ span: spanOf(written), label: 'set here' }] }),
    }),
  );
  return {};
}

const unitsMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
const leastMs = 10_000;
const mostMs = 3_600_000;

function timeOf(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^(\d{1,4})(s|m|h)$/.exec(value) : null;
  const timeMs = Number(match?.[1]) * (unitsMs[match?.[2] ?? ''] ?? Number.NaN);
  return timeMs >= leastMs && timeMs <= mostMs ? timeMs : undefined;
}

function noTime(written: YamlValue): Diagnostic {
  return errorDiagnostic('SP227', {
    detail: '`confirm_within` must be a time from 10s to 1h, or false.',
    hint: 'Write a number with its unit: `confirm_within: 60s`.',
    span: spanOf(written),
  });
}
