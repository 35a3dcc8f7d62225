import type { PackageManagerName } from '../../package-managers/manager.ts';
import { compareVersions, spellings } from '../../package-managers/versions.ts';

/** Which versions a declaration allows: one, those that match a pattern with `*` and `?`, or those within bounds that all hold. */
export type WantedVersion =
  | { readonly kind: 'exact' | 'pattern'; readonly version: string }
  | { readonly kind: 'range'; readonly bounds: readonly Bound[] };

type Bound = { readonly relation: '<' | '<=' | '>' | '>='; readonly version: string };

/** Reads `1.22.1-9`, `1.22.*` or `>=1.20 <1.23`; undefined for what is none of them. */
export function readWanted(text: string): WantedVersion | undefined {
  if (/^[A-Za-z0-9*?][A-Za-z0-9.+:~*?^_-]*$/.test(text))
    return { kind: /[*?]/.test(text) ? 'pattern' : 'exact', version: text };
  if (!/^\s*(?:[<>]=?\s*[A-Za-z0-9][A-Za-z0-9.+:~^_-]*(?:[\s,]+|$))+$/.test(text)) return undefined;
  const bounds = [...text.matchAll(/([<>]=?)\s*([^\s,]+)/g)].map(
    ([, relation, version = '']) => ({ relation, version }) as Bound,
  );
  return { kind: 'range', bounds };
}

/** The one way in which a declared version stands in plans and scripts: bounds without spaces, one space between two. */
export function canonicalVersion(text: string): string {
  const wanted = readWanted(text);
  return wanted?.kind === 'range'
    ? wanted.bounds.map(({ relation, version }) => `${relation}${version}`).join(' ')
    : text;
}

/** True for a version that leaves room for several. */
export function isPattern(version: string): boolean {
  return /[*?<>]/.test(version);
}

/** True for bounds, which no pattern of a shell can stand for. */
export function isRange(version: string): boolean {
  return /[<>]/.test(version);
}

/** True when a version, in one of the ways to write it, is what was declared. */
export function matchesVersion(declared: string, version: string, manager: PackageManagerName): boolean {
  const wanted = readWanted(declared);
  if (wanted === undefined) return false;
  if (wanted.kind === 'range') return wanted.bounds.every((bound) => isWithin(bound, version, manager));
  const source = wanted.version
    .replaceAll(/[.+~^-]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`);
  return spellings(manager, version).some((spelling) => expression.test(spelling));
}

function isWithin({ relation, version: bound }: Bound, version: string, manager: PackageManagerName): boolean {
  const order = compareVersions(manager, version, bound);
  switch (relation) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return relation satisfies never;
  }
}
