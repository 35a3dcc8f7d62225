import { compareVersions as compareDebianVersions } from '../modules/package/version-order.ts';
import { compareApkVersions } from './apk-versions.ts';
import type { PackageManagerName } from './manager.ts';

/** Orders two versions as the package manager does: negative when the first is older. */
export function compareVersions(manager: PackageManagerName, left: string, right: string): number {
  if (manager === 'apt') return compareDebianVersions(left, right);
  return manager === 'apk' ? compareApkVersions(left, right) : compareRpmVersions(left, right);
}

/** For sorting, highest first. */
export function newestFirst(manager: PackageManagerName, left: string, right: string): number {
  return compareVersions(manager, right, left);
}

/** The ways to write an installed version: with and without its epoch and its release; apt knows the whole one only. */
export function spellings(manager: PackageManagerName, version: string): readonly string[] {
  if (manager === 'apt') return [version];
  const plain = version.replace(/^\d+:/, '');
  const withoutRelease = (text: string): string => text.replace(/-[^-]*$/, '');
  return [...new Set([version, plain, withoutRelease(version), withoutRelease(plain)])];
}

type Parts = { readonly epoch: number; readonly version: string; readonly release: string };

/** As rpm and pacman do: epoch, version, release; a release that is not told is equal to any. */
function compareRpmVersions(left: string, right: string): number {
  const [first, second] = [partsOf(left), partsOf(right)];
  if (first.epoch !== second.epoch) return first.epoch - second.epoch;
  const byVersion = compareSegments(first.version, second.version);
  if (byVersion !== 0 || first.release === '' || second.release === '') return byVersion;
  return compareSegments(first.release, second.release);
}

function partsOf(text: string): Parts {
  const [, epoch = '0', version = '', release = ''] = /^(?:(\d+):)?(.*?)(?:-([^-]*))?$/s.exec(text) ?? [];
  return { epoch: Number(epoch), version, release };
}

/**
 * Compares by turns stretches of digits, as numbers, and of letters; what is between means nothing. Digits are newer than letters,
 * `~` is older than the end, and `^` is newer than the end and older than anything else.
 */
function compareSegments(left: string, right: string): number {
  const [first, second] = [segmentsOf(left), segmentsOf(right)];
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const difference = compareSegment(first[index], second[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function segmentsOf(text: string): readonly string[] {
  return text.match(/[0-9]+|[A-Za-z]+|~|\^/g) ?? [];
}

function compareSegment(left: string | undefined, right: string | undefined): number {
  const [first, second] = [rankOf(left), rankOf(right)];
  if (first !== second) return first - second;
  if (left === undefined || right === undefined) return 0;
  if (first !== ranks.digits) return left < right ? -1 : left > right ? 1 : 0;
  const [one, other] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')];
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}

const ranks = { tilde: 0, end: 1, caret: 2, letters: 3, digits: 4 } as const;

function rankOf(segment: string | undefined): number {
  if (segment === undefined) return ranks.end;
  if (segment === '~') return ranks.tilde;
  if (segment === '^') return ranks.caret;
  return /^\d/.test(segment) ? ranks.digits : ranks.letters;
}
