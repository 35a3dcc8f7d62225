import { insertLines, joinLines, splitLines, type TextLine } from '../../text-edits/lines.ts';
import type { Edited, TextEditor } from '../../text-edits/text-edit.ts';

/** What is declared of a table of jobs: a job under a line that names it, or a variable for the jobs below it. */
export type CronPart =
  | {
      readonly kind: 'job';
      readonly name: string;
      readonly state: 'present' | 'absent';
      readonly schedule: string;
      /** The account, in tables that have a field for it. */
      readonly account: string | null;
      readonly command: string;
      readonly isDisabled: boolean;
    }
  | { readonly kind: 'variable'; readonly name: string; readonly state: 'present' | 'absent'; readonly value: string };

/** Makes the job or the variable true in a table and leaves every other line as it is. */
export const editCron: TextEditor<CronPart> = (part, text, inFile) => {
  const lines = splitLines(text);
  return part.kind === 'job' ? editJob(part, lines, inFile) : editVariable(part, lines, inFile);
};

type Job = CronPart & { readonly kind: 'job' };
type Variable = CronPart & { readonly kind: 'variable' };
type InFile = (declared: string) => string;

function editJob(part: Job, lines: readonly TextLine[], inFile: InFile): Edited {
  const name = inFile(part.name);
  const mark = lines.findIndex((line) => markedName(line.text) === name);
  const job = lines[mark + 1];
  const hasJob = mark >= 0 && job !== undefined && isJobLine(job.text);
  if (part.state === 'absent') {
    const rest = mark < 0 ? lines : lines.toSpliced(mark, hasJob ? 2 : 1);
    return { kind: 'text', text: joinLines(rest) };
  }
  const wanted = inFile(formatJob(part));
  if (mark < 0)
    return { kind: 'text', text: joinLines(insertLines(lines, lines.length, [`#Setpoint: ${name}`, wanted])) };
  if (!hasJob) return { kind: 'text', text: joinLines(insertLines(lines, mark + 1, [wanted])) };
  if (isSameJob(job.text, wanted, part.account !== null)) return { kind: 'text', text: joinLines(lines) };
  return { kind: 'text', text: joinLines(lines.with(mark + 1, { end: job.end || '\n', text: wanted })) };
}

/** The name in a line that names the job below it, as Setpoint and Ansible write them. */
export function markedName(line: string): string | undefined {
  return /^#(?:Setpoint|Ansible): (.*)$/.exec(line)?.[1];
}

/** A line that was switched off counts as a job when it has the form of one. */
export function isJobLine(line: string): boolean {
  return (
    markedName(line) === undefined && /^\s*#?\s*(?:@[a-z]+|[0-9*][^\s=]*(?:\s+[0-9A-Za-z*,/~-]+){4})\s+\S/.test(line)
  );
}

function formatJob({ schedule, account, command, isDisabled }: Job): string {
  return `${isDisabled ? '#' : ''}${[schedule, ...(account === null ? [] : [account]), command].join(' ')}`;
}

/** Blanks between fields mean nothing; those of the command do. */
function isSameJob(found: string, wanted: string, hasAccount: boolean): boolean {
  const normal = (line: string): string => {
    const [, mark = '', rest = ''] = /^\s*(#?)\s*(.*)$/s.exec(line) ?? [];
    const count = (rest.startsWith('@') ? 1 : 5) + (hasAccount ? 1 : 0);
    const [head = ''] = new RegExp(`^(?:\\S+\\s+){${count}}`).exec(rest) ?? [];
    return `${mark}${head.replaceAll(/\s+/g, ' ')}${rest.slice(head.length)}`;
  };
  return normal(found) === normal(wanted);
}

function editVariable(part: Variable, lines: readonly TextLine[], inFile: InFile): Edited {
  const found = lines.findIndex((line) => variableOf(line.text)?.name === part.name);
  if (part.state === 'absent')
    return { kind: 'text', text: joinLines(lines.filter((line) => variableOf(line.text)?.name !== part.name)) };
  const value = inFile(part.value);
  const wanted = `${part.name}=${quote(value)}`;
  const line = lines[found];
  if (line === undefined) return { kind: 'text', text: joinLines(insertLines(lines, firstJob(lines), [wanted])) };
  if (variableOf(line.text)?.value === value) return { kind: 'text', text: joinLines(lines) };
  return { kind: 'text', text: joinLines(lines.with(found, { end: line.end || '\n', text: wanted })) };
}

/** crontab(5): blanks around the sign and at the ends mean nothing, and quotes keep those inside them. */
function variableOf(line: string): { readonly name: string; readonly value: string } | undefined {
  const [, name, text = ''] = /^\s*["']?([A-Za-z_][A-Za-z0-9_]*)["']?\s*=\s*(.*?)\s*$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const [, , quoted] = /^(["'])(.*)\1$/.exec(text) ?? [];
  return { name, value: quoted ?? text };
}

function quote(value: string): string {
  if (value !== '' && value === value.trim() && !/^["']/.test(value)) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

/** A variable holds for the jobs below it, so it stands before all of them, and before what is said of the first one. */
function firstJob(lines: readonly TextLine[]): number {
  let position = lines.findIndex(
    ({ text }) => markedName(text) !== undefined || (/^\s*[^#\s]/.test(text) && variableOf(text) === undefined),
  );
  if (position < 0) return lines.length;
  while (position > 0 && /^\s*#/.test(lines[position - 1]?.text ?? '')) position -= 1;
  return position;
}
