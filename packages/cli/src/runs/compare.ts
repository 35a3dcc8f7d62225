import type { Address, Json } from '@setpoint/model';
import { renderTable } from '@setpoint/render';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findRun, type Journal, readJournal, unreadableJournal } from '../journal/read-journal.ts';
import type { Report } from '../output/report.ts';
import { compareRuns, type RunDifference } from './differences.ts';

/** Compares what two runs declared and what came of it, per node and resource. */
export async function compareRunsCommand(
  dir: string,
  wanted: readonly [string, string],
  report: Report,
): Promise<ExitCode> {
  const [from, to] = wanted.map((each) => openRun(dir, each));
  if (from === undefined || to === undefined) return exitCodes.error;
  const problems = [from, to].flatMap((each) => ('started' in each ? [] : [each]));
  if (!('started' in from) || !('started' in to)) {
    await report.diagnostics(problems);
    return exitCodes.error;
  }
  const { differences, isDeclaredKnown } = compareRuns(from, to);
  await report.text(textOf([from, to], { differences, isDeclaredKnown }, report));
  const content = {
    from: from.run,
    to: to.run,
    declared: isDeclaredKnown,
    differences: differences as unknown as Json,
  };
  await report.line('comparison', content);
  return exitCodes.done;
}

function openRun(dir: string, wanted: string): Journal | ReturnType<typeof unreadableJournal> {
  const found = findRun(dir, wanted);
  if (!('run' in found)) return found;
  return readJournal(dir, found.run) ?? unreadableJournal(found.run);
}

function textOf(
  [from, to]: readonly [Journal, Journal],
  { differences, isDeclaredKnown }: ReturnType<typeof compareRuns>,
  { out }: Report,
): string {
  const heading = `From ${from.run} to ${to.run}\n`;
  const caveat = isDeclaredKnown
    ? ''
    : 'What was declared cannot be compared: a journal is of an older version, or was written under another key.\n';
  if (differences.length === 0) return `${heading}${caveat}\nThe same was declared, and the same came of it.\n`;
  const columns = [{ title: 'node' }, { title: 'resource' }, { title: 'declared' }, { title: 'outcome' }];
  const rows = differences.map(({ node, address, declared, outcomes }) => [
    node,
    address satisfies Address,
    describeDeclared(declared),
    outcomes === undefined ? 'the same' : outcomes.join(' → '),
  ]);
  return `${heading}${caveat}\n${renderTable({ columns, rows }, out.palette)}`;
}

function describeDeclared(declared: RunDifference['declared']): string {
  if (declared === undefined) return 'the same';
  return typeof declared === 'string' ? declared : `${declared.join(', ')} changed`;
}
