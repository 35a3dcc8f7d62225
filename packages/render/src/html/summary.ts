import { type Action, type HazardKind, hazardKinds, type Plan } from '@setpoint/model';
import { count } from '../text/count.ts';
import { actionSymbols } from '../view/change-lines.ts';
import { text } from './markup.ts';

const actions: readonly Action[] = ['delete', 'replace', 'unknown', 'update', 'run', 'create', 'none'];

const words: Readonly<Record<Action, string>> = {
  delete: 'to delete',
  replace: 'to replace',
  unknown: 'not told',
  update: 'to update',
  run: 'to run',
  create: 'to create',
  none: 'unchanged',
};

/** The totals as tiles, then what a reader has to know before anything else. */
export function summarySection(plan: Plan): string {
  const { totals } = plan;
  const shown = actions.filter((action) => totals.actions[action] > 0);
  const tiles = shown.map(
    (action) =>
      `<li class="tile ${action}"><span class="symbol" aria-hidden="true">${text(actionSymbols[action])}</span><b>${totals.actions[action]}</b><span>${words[action]}</span></li>`,
  );
  const nodes = `<li class="tile nodes"><b>${totals.nodes}</b><span>${totals.nodes === 1 ? 'node' : 'nodes'}</span></li>`;
  return `<section aria-label="Summary"><ul class="tiles">${tiles.join('')}${nodes}</ul>${noteLines(plan)}</section>`;
}

function noteLines({ totals, limits, allowed = [], plays }: Plan): string {
  const incomplete = new Set(
    plays.flatMap(({ nodes }) => nodes.filter(({ status }) => status === 'incomplete').map(({ node }) => node)),
  ).size;
  const code = (names: readonly string[]): string =>
    names
      .slice(0, 12)
      .map((name) => `<code>${text(name)}</code>`)
      .join(' ');
  const hazards = (Object.keys(hazardKinds) as HazardKind[]).filter((kind) => (totals.hazards[kind] ?? 0) > 0);
  const notes = [
    ...(limits.length > 0 ? [`<b>Limited</b> by ${code(limits)}: this is not the whole plan.`] : []),
    ...(totals.failedNodes > 0
      ? [`<b>${count(totals.failedNodes, 'node')} failed</b>: nothing is planned there.`]
      : []),
    ...(incomplete > 0 ? [`<b>${count(incomplete, 'node')}</b> planned in part.`] : []),
    ...(allowed.length > 0 ? [`Allowed by name although the policy asks: ${code(allowed)}.`] : []),
    ...hazards.map((kind) => `<b>${totals.hazards[kind]} ${kind}</b>: ${text(hazardKinds[kind])}.`),
  ];
  return notes.length === 0 ? '' : `<ul class="notes">${notes.map((note) => `<li>${note}</li>`).join('')}</ul>`;
}

/** The search over the changes and the place where the script lists them. */
export function filterSection({ totals }: Plan): string {
  const shown = actions.filter((action) => action !== 'none' && totals.actions[action] > 0);
  const boxes = shown.map(
    (action) =>
      `<label class="chip ${action}"><input type="checkbox" name="action" value="${action}"><span>${action === 'unknown' ? 'not told' : action}</span></label>`,
  );
  return `<section id="changes" tabindex="-1" aria-labelledby="changes-title">
<h2 id="changes-title">Changes</h2>
<noscript><p class="empty">The list of changes needs JavaScript, which runs in this page only. Without it, <code>setpoint show</code> and the Markdown report have every change.</p></noscript>
<form class="filters" role="search" hidden>
<label class="find"><span class="hidden">Search</span><input type="search" id="find" placeholder="Search nodes, addresses, values" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
<label><span class="hidden">Node</span><input id="node" list="nodes" placeholder="Any node" autocomplete="off" spellcheck="false"><datalist id="nodes"></datalist></label>
<label><span class="hidden">Type</span><select id="type"><option value="">Any type</option></select></label>
<fieldset class="chips"><legend class="hidden">Actions</legend>${boxes.join('')}</fieldset>
<fieldset class="views"><legend class="hidden">List by</legend><label><input type="radio" name="view" value="change" checked><span>By change</span></label><label><input type="radio" name="view" value="node"><span>By node</span></label></fieldset>
<fieldset class="views"><legend class="hidden">Differences</legend><label><input type="radio" name="diff" value="split" checked><span>Side by side</span></label><label><input type="radio" name="diff" value="unified"><span>Unified</span></label></fieldset>
</form>
<p id="found" role="status" aria-live="polite"></p>
<ul id="list" class="list"></ul>
<p class="more" hidden><button type="button" id="more">Show more</button></p>
</section>`;
}
