import type { Outcome, RunEvent } from '@setpoint/model';
import { escapeText, type Palette, plainPalette, takeColumns } from '@setpoint/render';
import type { OutputStream } from '../command.ts';

/** Shows how far a long command is, on stderr. `end` leaves the terminal clean. */
export type Progress = { readonly take: (event: RunEvent) => void; readonly end: () => void };

/** A terminal is redrawn at most this often. */
const frameMs = 100;
/** Off a terminal, a line says that it goes on. */
const heartbeatMs = 30_000;
/** Runs on more nodes than this show failures and counts only: thousands of lines help nobody. */
const mostDetailedNodes = 20;

type Tally = {
  phase: string;
  total: number;
  ended: number;
  failed: number;
  readonly running: Set<string>;
  waiting: string;
};

/** The progress of one command; silent with `--json`, where events are lines. */
export function createProgress(stream: OutputStream, palette: Palette, isSilent: boolean): Progress {
  if (isSilent) return { take: () => undefined, end: () => undefined };
  const tally: Tally = { phase: '', total: 0, ended: 0, failed: 0, running: new Set(), waiting: '' };
  // A terminal that is to get no colours gets no other escape codes either.
  const isAnimated = stream.isTty && palette !== plainPalette;
  const status = isAnimated ? createStatusLine(stream, () => statusText(tally)) : undefined;
  const heartbeat = isAnimated
    ? undefined
    : setInterval(() => void stream.write(`${escapeText(statusText(tally))}\n`), heartbeatMs);
  heartbeat?.unref();
  return {
    take: (event) => {
      count(tally, event);
      const text = lineFor(event, tally, palette);
      if (text !== undefined) {
        status?.clear();
        void stream.write(`${text}\n`);
      }
      status?.draw();
    },
    end: () => {
      clearInterval(heartbeat);
      status?.end();
    },
  };
}

function count(tally: Tally, event: RunEvent): void {
  if (event.kind === 'phase-started') {
    Object.assign(tally, { phase: event.phase, total: event.nodes, ended: 0, failed: 0, waiting: '' });
    tally.running.clear();
  } else if (event.kind === 'node-started' && event.phase === tally.phase) tally.running.add(event.node);
  else if (event.kind === 'node-ended' && event.phase === tally.phase) {
    tally.running.delete(event.node);
    tally.ended += 1;
    if (!event.ok) tally.failed += 1;
  } else if (event.kind === 'node-waiting') tally.waiting = `${event.node}: ${event.message}`;
  else if (event.kind === 'operation-ended' || event.kind === 'safeguard-ended') tally.waiting = '';
}

const phaseVerbs: Readonly<Record<string, string>> = {
  connect: 'Connecting',
  plan: 'Reading',
  apply: 'Applying',
  verify: 'Verifying',
};

function statusText(tally: Tally): string {
  const failed = tally.failed === 0 ? '' : `, ${tally.failed} failed`;
  const [first] = tally.running;
  const doing =
    tally.waiting !== ''
      ? ` – ${tally.waiting}`
      : first === undefined
        ? ''
        : ` – ${first}${tally.running.size > 1 ? ` and ${tally.running.size - 1} more` : ''}`;
  return `${phaseVerbs[tally.phase] ?? 'Working'}: ${tally.ended}/${tally.total} nodes${failed}${doing}`;
}

function lineFor(event: RunEvent, tally: Tally, palette: Palette): string | undefined {
  if (event.kind === 'node-waiting') return palette.yellow(escapeText(`${event.node}: waiting: ${event.message}`));
  if (event.kind === 'safeguard-ended') return safeguardLine(event, tally, palette);
  if (event.kind !== 'operation-ended') return undefined;
  const isGood = event.outcome.status === 'done' || event.outcome.status === 'satisfied';
  if (isGood && tally.total > mostDetailedNodes) return undefined;
  const title = escapeText(`${event.node}: ${event.title}`);
  return isGood
    ? `${palette.green('✓')} ${title}${palette.dim(detailOf(event.outcome))}`
    : `${palette.red('✗')} ${title} (${event.outcome.status})`;
}

function safeguardLine(
  { node, end }: Extract<RunEvent, { kind: 'safeguard-ended' }>,
  tally: Tally,
  palette: Palette,
): string | undefined {
  switch (end) {
    case 'confirmed':
      if (tally.total > mostDetailedNodes) return undefined;
      return `${palette.green('✓')} ${escapeText(node)}: confirmed by a new connection`;
    case 'undone':
      return `${palette.red('✗')} ${escapeText(node)}: not confirmed, and undone by the node`;
    case 'unknown':
      return `${palette.red('✗')} ${escapeText(node)}: not confirmed; nobody can tell whether the node undid it`;
    default:
      return end satisfies never;
  }
}

/** What the driver says of how it was done, such as how often a device was written to. */
function detailOf(outcome: Outcome): string {
  return outcome.status === 'done' && outcome.detail !== undefined ? ` – ${escapeText(outcome.detail)}` : '';
}

type StatusLine = { readonly draw: () => void; readonly clear: () => void; readonly end: () => void };

/** One line at the bottom of the terminal, redrawn in place at a bounded rate. */
function createStatusLine(stream: OutputStream, text: () => string): StatusLine {
  let isShown = false;
  let timer: NodeJS.Timeout | undefined;
  // Work of less than one frame needs no status line.
  let lastMs = performance.now();
  const clear = (): void => {
    if (isShown) void stream.write('\r\u001b[2K');
    isShown = false;
  };
  const show = (): void => {
    clearTimeout(timer);
    timer = undefined;
    lastMs = performance.now();
    clear();
    void stream.write(takeColumns(escapeText(text()), (stream.columns || 80) - 1));
    isShown = true;
  };
  return {
    draw: () => {
      // Work that leaves no room for timers must not stop the display.
      if (performance.now() - lastMs >= frameMs) show();
      else timer ??= setTimeout(show, frameMs);
    },
    clear,
    end: () => {
      clearTimeout(timer);
      timer = undefined;
      clear();
    },
  };
}
