import {
  type Address,
  type Change,
  type Diagnostic,
  errorDiagnostic,
  type NodePlan,
  type OperationOutcome,
} from '@setpoint/model';
import { closeDependencies } from '../order/close-dependencies.ts';
import type { PlannedPart } from '../plan/plan-node.ts';
import { compareChange, type Verdict } from './compare-change.ts';
import { misplaced } from './misplaced.ts';

/** One node's part of one play: what would be done now, and what was decided on. */
export type PartView = { readonly part: PlannedPart; readonly fresh: NodePlan; readonly decided: NodePlan | undefined };

/** What of a part still holds. */
export type HeldPart = {
  readonly part: PlannedPart;
  /** What will be done, as it is shown: nothing of what was refused. */
  readonly shown: NodePlan;
};

/** What the parts of one node share. */
export type NodeView = {
  /** Why nothing may be done to the node at all. */
  readonly stranger: Diagnostic | undefined;
  /** The resources that were found as declared; it grows from part to part. */
  readonly satisfied: Set<Address>;
};

/** Compares every change of a part with the one that was decided on; what does not hold is refused, and what depends on it as well. */
export function holdPart(view: PartView, node: NodeView): HeldPart {
  const { part, fresh } = view;
  const rows = refuseDependents(compareRows(view, node), part);
  const refused = new Set(rows.flatMap((row) => (row.refusal === undefined ? [] : [row.address])));
  const refusals = rows.flatMap((row) =>
    row.refusal?.isTold === true ? [refusalOf(row, row.refusal.why, fresh)] : [],
  );
  const status = refused.size > 0 || node.stranger !== undefined ? 'incomplete' : fresh.status;
  const diagnostics = [...fresh.diagnostics, ...refusals];
  return {
    shown: { ...fresh, status, diagnostics, changes: rows.flatMap(changeToDo) },
    part: {
      ...part,
      planned: part.planned.map((each) =>
        refused.has(each.resource.address) ? { ...each, change: notDone(each.change) } : each,
      ),
      shown: { ...fresh, status, diagnostics, changes: rows.flatMap(changeToTell) },
      held: { goesOn: isWhole(view, refused.size > 0), outcomes: rows.flatMap(outcomesOf) },
    },
  };
}

/** The plan was whole when it was made. One that says so, and of which nothing has moved, must be whole now as well. */
function isWhole({ fresh, decided }: PartView, hasMoved: boolean): boolean {
  return decided?.status === 'planned' && (fresh.status === 'planned' || hasMoved);
}

/** One resource: what was decided, what would be done now, and why it is not done. */
type Row = {
  readonly address: Address;
  readonly saved: Change | undefined;
  readonly now: Change | undefined;
  readonly isSatisfied: boolean;
  readonly refusal?: Refusal;
};

type Refusal = {
  /** A part of a sentence. */
  readonly why: string;
  /** False: it is told once for the whole node. */
  readonly isTold: boolean;
  /** It was refused because of something else. */
  readonly isDependent?: true;
};

function compareRows({ fresh, decided }: PartView, { stranger, satisfied }: NodeView): readonly Row[] {
  const now = new Map(fresh.changes.map((change) => [change.address, change]));
  const saved = new Map(decided?.changes.map((change) => [change.address, change]));
  const elsewhere = misplaced(decided?.changes ?? [], fresh.changes);
  return [...new Set([...now.keys(), ...saved.keys()])].map((address): Row => {
    const row = { address, saved: saved.get(address), now: now.get(address) };
    const verdict = elsewhere.has(address) ? outOfPlace : compareChange(row.saved, row.now, satisfied);
    if (row.now?.action === 'none') satisfied.add(address);
    if (stranger !== undefined && hasOperations(row))
      return { ...row, isSatisfied: false, refusal: { why: 'another machine answers', isTold: false } };
    if (verdict.kind === 'moved') return { ...row, isSatisfied: false, refusal: { why: verdict.why, isTold: true } };
    return { ...row, isSatisfied: verdict.kind === 'satisfied' };
  });
}

const outOfPlace: Verdict = { kind: 'moved', why: 'the plan has it twice, or in another place than its playbooks' };

function hasOperations({ saved, now }: Pick<Row, 'saved' | 'now'>): boolean {
  return (saved?.operations.length ?? 0) > 0 || (now?.operations.length ?? 0) > 0;
}

/** Rows are in the order in which they are made, so what a row depends on has been judged before it. */
function refuseDependents(rows: readonly Row[], { dependencies }: PlannedPart): readonly Row[] {
  const closed = closeDependencies(dependencies);
  const refused = new Set<Address>();
  return rows.map((row) => {
    const { address, saved, now } = row;
    const needs = [...producersOf(saved), ...producersOf(now), ...(closed.get(address) ?? [])];
    const needed =
      row.refusal === undefined && (now?.operations.length ?? 0) > 0 && needs.find((each) => refused.has(each));
    const why = `${needed}, which it depends on, is not done`;
    const judged: Row =
      needed === undefined || needed === false ? row : { ...row, refusal: { why, isTold: true, isDependent: true } };
    if (judged.refusal !== undefined) refused.add(address);
    return judged;
  });
}

function producersOf(change: Change | undefined): readonly Address[] {
  return (change?.unknowns ?? []).flatMap((cause) => (cause.kind === 'after' ? [cause.address] : []));
}

function changeToDo({ now, saved, refusal }: Row): readonly Change[] {
  const change = now ?? saved;
  if (change === undefined) return [];
  return [refusal === undefined ? change : notDone(change)];
}

/** What came of each operation is told in the order and the words of what was decided, except for what is done now. */
function changeToTell({ now, saved, refusal, isSatisfied }: Row): readonly Change[] {
  const change = refusal === undefined && !isSatisfied ? now : (saved ?? now);
  return change === undefined ? [] : [change];
}

function notDone(change: Change): Change {
  return { ...change, action: 'unknown', operations: [] };
}

function outcomesOf({ address, saved, refusal, isSatisfied }: Row): readonly OperationOutcome[] {
  const operations = saved?.operations ?? [];
  if (isSatisfied) return operations.map(({ title }) => ({ address, title, outcome: { status: 'satisfied' } }));
  if (refusal === undefined) return [];
  const status = refusal.isDependent === true ? 'not-started' : 'refused';
  return operations.map(({ title }) => ({ address, title, outcome: { status, reason: refusal.why } }));
}

function refusalOf({ address, now, saved }: Row, why: string, { node, diagnostics }: NodePlan): Diagnostic {
  const source = (now ?? saved)?.source;
  const own = diagnostics.find((diagnostic) => diagnostic.address === address && diagnostic.severity === 'error');
  return errorDiagnostic('SP707', {
    node,
    address,
    ...(source === undefined ? {} : { span: source }),
    detail: `${address} on ${node} is not done: ${why}.${own === undefined ? '' : ` ${own.detail}`}`,
    hint: 'setpoint plan --out FILE',
  });
}
