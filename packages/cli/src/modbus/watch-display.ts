import { type Reading, readingJson, valueText } from '@setpoint/modbus/tools';
import { type Diagnostic, summaryOf } from '@setpoint/model';
import { escapeText, plainPalette, renderTable, takeColumns } from '@setpoint/render';
import type { OutputStream } from '../command.ts';
import type { Report } from '../output/report.ts';
import { readingCells } from './readings-table.ts';

/** Shows values that are read again and again. */
export type WatchDisplay = {
  readonly read: (readings: readonly Reading[], at: Date) => Promise<void>;
  /** The device could not be read; it is tried again. */
  readonly fail: (diagnostic: Diagnostic, at: Date) => Promise<void>;
};

export type WatchView = { readonly node: string; readonly report: Report; readonly stdout: OutputStream };

/** More rows than this may not fit on a terminal, and what has left it cannot be drawn anew. */
const mostRows = 20;

/** On a terminal a table that is drawn anew; elsewhere, and for many values, a line for each change. */
export function createWatchDisplay(view: WatchView): WatchDisplay {
  const { report, stdout } = view;
  const lines = createLines(view);
  // A terminal that is to get no colours gets no other escape codes either.
  const isAnimated = stdout.isTty && report.out.palette !== plainPalette && !report.isJson;
  if (!isAnimated) return lines;
  const table = createTable(view);
  let display: WatchDisplay | undefined;
  return {
    read: (readings, at) => {
      display ??= readings.length > mostRows ? lines : table;
      return display.read(readings, at);
    },
    fail: (diagnostic, at) => (display ?? table).fail(diagnostic, at),
  };
}

function createLines({ node, report }: WatchView): WatchDisplay {
  const shown = new Map<number, { readonly told: string; readonly text: string }>();
  let failure: string | undefined;
  return {
    read: async (readings, at) => {
      if (failure !== undefined) await report.talk(`${at.toISOString()} ${escapeText(node)} answers again\n`);
      failure = undefined;
      for (const [index, reading] of readings.entries()) {
        const before = shown.get(index);
        const told = JSON.stringify(reading.found);
        if (before?.told === told) continue;
        const text = valueText(reading);
        shown.set(index, { told, text });
        const change = before === undefined ? text : `${before.text} → ${text}`;
        await report.text(`${at.toISOString()} ${escapeText(`${reading.definition.name} ${change}`)}\n`);
        await report.line('value', { at: at.toISOString(), node, ...readingJson(reading) });
      }
    },
    fail: async (diagnostic) => {
      const told = `${diagnostic.code} ${diagnostic.detail}`;
      if (failure !== told) await report.diagnostics([diagnostic]);
      failure = told;
    },
  };
}

function createTable({ node, stdout }: WatchView): WatchDisplay {
  const changedAt = new Map<number, { readonly told: string; readonly time: string }>();
  let rows: readonly (readonly string[])[] = [];
  let drawn = 0;
  const draw = async (status: string): Promise<void> => {
    const columns = ['name', 'value', 'raw', 'address', 'changed'].map((title) => ({ title }));
    const table = renderTable({ columns, rows }, plainPalette).split('\n').slice(0, -1);
    const width = (stdout.columns || 80) - 1;
    const text = [...table, escapeText(status)].map((line) => `${takeColumns(line, width)}\n`);
    const up = drawn === 0 ? '' : `\u001b[${drawn}A\u001b[0J`;
    drawn = text.length;
    await stdout.write(`${up}${text.join('')}`);
  };
  return {
    read: (readings, at) => {
      rows = readings.map((reading, index) => {
        const told = JSON.stringify(reading.found);
        const before = changedAt.get(index);
        const time = before === undefined ? '' : before.told === told ? before.time : clock(at);
        changedAt.set(index, { told, time });
        return [...readingCells(reading), time];
      });
      return draw(`${node}, read at ${clock(at)}; end with Ctrl-C`);
    },
    fail: (diagnostic, at) => {
      const { code, detail } = diagnostic;
      return draw(`${clock(at)} ${code} ${summaryOf(diagnostic)}: ${detail}`);
    },
  };
}

/** The time of day where the reader is. */
function clock(at: Date): string {
  return at.toTimeString().slice(0, 8);
}
