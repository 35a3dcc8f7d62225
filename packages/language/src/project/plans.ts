import type { SourceSpan } from '@setpoint/model';
import type { Shape } from '../diagnostics/shape.ts';
import { entryOf, spanOf, type YamlMap } from '../yaml/value.ts';

/** What `plans:` of setpoint.yaml says about saved plans. */
export type PlansConfig = {
  /** How old a plan may be that is applied, as it is written: `90m`, `12h`, `3d`. */
  readonly maxAge?: string;
  /** Only plans are applied that a trusted key signed. */
  readonly requireSignature?: boolean;
  /** Files of public keys, relative to the project. */
  readonly trustedKeys?: readonly TrustedKey[];
};

export type TrustedKey = { readonly path: string; readonly span: SourceSpan };

/** Reads `plans:`. */
export function readPlans(map: YamlMap | undefined, shape: Shape): PlansConfig {
  if (map === undefined) return {};
  shape.onlyKeys(map, ['max_age', 'require_signature', 'trusted_keys'], '`plans`');
  const maxAge = readAge(map, shape);
  const required = entryOf(map, 'require_signature');
  const requireSignature = required === undefined ? undefined : shape.boolean(required.value, '`require_signature`');
  const trustedKeys = readKeys(map, shape);
  if (requireSignature === true && required !== undefined && trustedKeys.length === 0)
    shape.problem(
      spanOf(required.value),
      'A signature is demanded, and no key is trusted, so no plan could be applied.',
      'Name at least one public key: trusted_keys: [keys/release.pub]',
    );
  return {
    trustedKeys,
    ...(maxAge === undefined ? {} : { maxAge }),
    ...(requireSignature === undefined ? {} : { requireSignature }),
  };
}

function readAge(map: YamlMap, shape: Shape): string | undefined {
  const entry = entryOf(map, 'max_age');
  const text = entry === undefined ? undefined : shape.text(entry.value, '`max_age`');
  if (entry === undefined || text === undefined) return undefined;
  if (/^[1-9]\d{0,5}[mhd]$/.test(text)) return text;
  shape.problem(spanOf(entry.value), `\`max_age\` takes an age, and "${text}" is none.`, 'Write 90m, 12h or 3d.');
  return undefined;
}

function readKeys(map: YamlMap, shape: Shape): readonly TrustedKey[] {
  const entry = entryOf(map, 'trusted_keys');
  const list = entry === undefined ? undefined : shape.list(entry.value, '`trusted_keys`');
  return (list?.items ?? []).flatMap((item) => {
    const path = shape.text(item, 'A trusted key');
    return path === undefined ? [] : [{ path, span: spanOf(item) }];
  });
}
