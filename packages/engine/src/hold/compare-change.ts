import { type Address, type Change, canonicalJson, type Edit, type EditValue, type Json } from '@setpoint/model';
import { describeValue } from '../plan/describe-value.ts';

/** What a saved change is worth now that the node was read again. */
export type Verdict =
  /** It is the same change, or the one it was foreseen to become. */
  | { readonly kind: 'same' }
  /** The node is as declared already. */
  | { readonly kind: 'satisfied' }
  /** Another change would be needed; `why` tells how the two differ, as a part of a sentence. */
  | { readonly kind: 'moved'; readonly why: string };

/**
 * Compares what was planned with what would be planned now, both as they are shown. `satisfied` holds the resources that are as
 * declared by now: what was not known before them may be known since.
 */
export function compareChange(
  saved: Change | undefined,
  fresh: Change | undefined,
  satisfied: ReadonlySet<Address>,
): Verdict {
  if (saved === undefined) return { kind: 'moved', why: 'it was not declared when the plan was made' };
  if (fresh === undefined) return { kind: 'moved', why: 'it is declared no longer' };
  if (fresh.action === 'none') return { kind: saved.action === 'none' ? 'same' : 'satisfied' };
  if (saved.operations.length === 0 && fresh.operations.length === 0) return { kind: 'same' };
  if (textOf(shownOf(saved)) === textOf(shownOf(fresh))) return { kind: 'same' };
  if (isForeseen(saved, fresh, satisfied)) return { kind: 'same' };
  if (fresh.action === 'unknown') return { kind: 'moved', why: 'it cannot be read or planned now' };
  if (saved.action === 'unknown') return { kind: 'moved', why: 'it could not be read when the plan was made' };
  return { kind: 'moved', why: describeMove(saved, fresh) };
}

/** All that people saw of a change; where it is declared may move within its file. */
function shownOf(change: Change): Omit<Change, 'source'> {
  const { address, action, edits, operations, reasons, unknowns, confirmWithinMs = 0 } = change;
  return { address, action, edits, operations, reasons, unknowns, confirmWithinMs };
}

/** The rule of an apply between its waves: what was not known may come to anything, and nothing may come that was not shown. */
function isForeseen(saved: Change, fresh: Change, satisfied: ReadonlySet<Address>): boolean {
  const waitsOnlyForSatisfied =
    saved.unknowns.length > 0 &&
    saved.unknowns.every((cause) => cause.kind === 'after' && satisfied.has(cause.address));
  if (!waitsOnlyForSatisfied || fresh.unknowns.length > 0) return false;
  const titles = new Set(saved.operations.map(({ title }) => title));
  const foresees = (shown: EditValue, now: EditValue): boolean =>
    shown.kind === 'unknown' || textOf(shown) === textOf(now);
  return (
    fresh.operations.every(({ title }) => titles.has(title)) &&
    fresh.edits.every((edit) =>
      saved.edits.some(
        (other) => other.path === edit.path && foresees(other.before, edit.before) && foresees(other.after, edit.after),
      ),
    )
  );
}

function describeMove(saved: Change, fresh: Change): string {
  const paths = [...new Set([...saved.edits, ...fresh.edits].map(({ path }) => path))];
  if (saved.confirmWithinMs !== fresh.confirmWithinMs) return '`confirm_within` is another one now';
  const edits = paths.flatMap((path) => {
    const find = (change: Change): Edit | undefined => change.edits.find((edit) => edit.path === path);
    return describeEditMove(path, find(saved), find(fresh));
  });
  if (edits.length > 0) return edits.join('; ');
  const was = saved.operations.map(({ title }) => title);
  const now = fresh.operations.map(({ title }) => title);
  if (was.join('\n') !== now.join('\n'))
    return `it was planned to ${listOf(was)}, and now it would take to ${listOf(now)}`;
  return 'what it takes to change it, or why, is not what was planned';
}

function describeEditMove(path: string, saved: Edit | undefined, fresh: Edit | undefined): readonly string[] {
  if (saved === undefined && fresh !== undefined)
    return [
      `${path} was as declared, and is ${describeValue(fresh.before)} now, where ${describeValue(fresh.after)} is declared`,
    ];
  if (saved === undefined) return [];
  const planned = `${path} was planned from ${describeValue(saved.before)} to ${describeValue(saved.after)}`;
  if (fresh === undefined) return [`${planned}, and is as declared now`];
  if (textOf(saved.before) !== textOf(fresh.before))
    return [`${planned}, and is ${otherThan(saved.before, fresh.before)} now`];
  if (textOf(saved.after) !== textOf(fresh.after))
    return [`${planned}, and ${otherThan(saved.after, fresh.after)} is declared now`];
  return textOf(saved) === textOf(fresh) ? [] : [`${planned}, and its difference is another one now`];
}

/** Two secrets differ although they read the same. */
function otherThan(saved: EditValue, fresh: EditValue): string {
  return saved.kind === 'sensitive' && fresh.kind === 'sensitive' ? 'another secret value' : describeValue(fresh);
}

function listOf(titles: readonly string[]): string {
  return titles.length === 0 ? 'do nothing' : titles.join(', then ');
}

function textOf(value: unknown): string {
  // What a plan holds is JSON in shape; the types only lack the index signature.
  return canonicalJson(value as Json);
}
