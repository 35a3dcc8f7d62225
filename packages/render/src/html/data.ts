import { type Change, describeCause, type Edit, formatSpan, type Plan, parseAddress } from '@setpoint/model';
import { escapeLine, escapeText } from '../text/escape.ts';
import { boundLines, clip } from '../text/fit.ts';
import { describeExtent } from '../view/address-view.ts';
import { actionSymbols } from '../view/change-lines.ts';
import { dangerOf, dangers } from '../view/danger.ts';
import { groupChanges } from '../view/play-view.ts';
import { safeguardAdvice, safeguardText } from '../view/safeguard-text.ts';
import { describeValue, maskEdit, shownSides, textLines } from '../view/value.ts';
import type { ReportChange, ReportData, ReportEdit, ReportNode } from './report-data.ts';

/** A browser reads so much in a moment; of what is over it details are left out, the least dangerous first, and then the changes. */
const mostBytes = 20_000_000;

const mostLines = 400;
const mostColumns = 2000;

/** The data of the page, the dangerous changes first. */
export function reportData(plan: Plan): ReportData {
  const nodes = plan.plays.flatMap((play, index) =>
    play.nodes.map(
      ({ node, status, changes }): ReportNode => ({
        name: escapeText(node),
        play: index,
        status,
        unchanged: changes.filter(({ action }) => action === 'none').length,
      }),
    ),
  );
  const positions = positionsOf(plan);
  const found = plan.plays.flatMap((play, index) =>
    groupChanges(play).map(({ change, nodes: names }) =>
      reportChange(
        change,
        names.map((name) => positions.get(`${index} ${name}`) ?? 0),
      ),
    ),
  );
  const sorted = found.toSorted((left, right) => dangers.indexOf(left.danger) - dangers.indexOf(right.danger));
  return { plays: plan.plays.map(({ name }) => escapeText(name)), nodes, ...withinBudget(sorted) };
}

function positionsOf({ plays }: Plan): ReadonlyMap<string, number> {
  const keys = plays.flatMap((play, index) => play.nodes.map(({ node }) => `${index} ${node}`));
  return new Map(keys.map((key, position) => [key, position]));
}

function reportChange(change: Change, nodes: readonly number[]): ReportChange {
  const { address, action, source, operations } = change;
  const hazards = operations.flatMap((operation) => operation.hazards);
  return {
    address: escapeText(address),
    type: escapeText(parseAddress(address)?.type ?? ''),
    action: action === 'none' ? 'update' : action,
    symbol: actionSymbols[action],
    danger: dangerOf(change),
    extent: escapeText(describeExtent(change)),
    nodes,
    ...(source === undefined ? {} : { place: escapeText(formatSpan(source)) }),
    hazards: [...new Set(hazards.map(({ kind, message }) => `${kind}: ${escapeText(message)}`))],
    notes: [
      ...change.unknowns.map((cause) => `unknown: ${escapeText(describeCause(cause))}`),
      ...change.reasons.map((reason) => `because ${escapeText(reason)}`),
      ...[safeguardText(change) ?? safeguardAdvice(change) ?? []].flat(),
      ...(change.dependsOn === undefined ? [] : [`after ${change.dependsOn.map(escapeText).join(', ')}`]),
    ],
    operations: operations.map(({ title }) => clip(escapeText(title), mostColumns)),
    edits: change.edits.map((edit) => reportEdit(maskEdit(edit), change.action)),
  };
}

function reportEdit(edit: Edit, action: Change['action']): ReportEdit {
  const lines = diffLines(edit);
  const sides = shownSides(edit, action);
  const isOther =
    edit.before.kind === 'sensitive' && edit.after.kind === 'sensitive' && edit.before.digest !== edit.after.digest;
  const describe = (side: Edit['before']): string => clip(describeValue(side, lines === undefined), mostColumns);
  return {
    path: escapeText(edit.path),
    ...(sides.includes(edit.before) ? { before: describe(edit.before) } : {}),
    ...(sides.includes(edit.after) ? { after: isOther ? '(sensitive, changed)' : describe(edit.after) } : {}),
    ...(edit.replaces === true ? { replaces: true } : {}),
    ...(lines === undefined ? {} : { lines: boundLines(lines, mostLines).map((line) => clip(line, mostColumns)) }),
  };
}

/** The difference of content, or of a text of several lines; undefined where one line tells both sides. */
function diffLines({ hunks, before, after }: Edit): readonly string[] | undefined {
  if (hunks !== undefined && hunks.length > 0) {
    return hunks.flatMap(({ oldStart, newStart, lines }) => [
      `@${oldStart},${newStart}`,
      ...lines.map((line) => line.slice(0, 1) + escapeLine(line.slice(1))),
    ]);
  }
  const [old, fresh] = [textLines(before), textLines(after)];
  if (old === undefined && fresh === undefined) return undefined;
  const side = (value: Edit['before'], lines: readonly string[] | undefined, sign: string): readonly string[] =>
    (lines?.map(escapeLine) ?? (value.kind === 'absent' ? [] : [describeValue(value, true)])).map(
      (line) => sign + line,
    );
  return ['@1,1', ...side(before, old, '-'), ...side(after, fresh, '+')];
}

function withinBudget(changes: readonly ReportChange[]): Pick<ReportData, 'changes' | 'withoutDetails' | 'leftOut'> {
  const heads = changes.map((change) => ({ ...change, edits: [], notes: [], operations: [] }));
  let left = mostBytes;
  const listed = heads.filter((head) => {
    left -= Buffer.byteLength(JSON.stringify(head));
    return left >= 0;
  });
  let withoutDetails = 0;
  const kept = listed.map((head, index) => {
    const { edits, notes, operations } = changes[index] ?? head;
    left -= Buffer.byteLength(JSON.stringify([edits, notes, operations]));
    if (left >= 0) return { ...head, edits, notes, operations };
    withoutDetails += 1;
    return head;
  });
  return { changes: kept, withoutDetails, leftOut: changes.length - kept.length };
}
