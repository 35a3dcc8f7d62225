import type { Diagnostic, JsonObject, Plan } from '@setpoint/model';
import { planToJson } from '@setpoint/render';
import type { PlanReport } from '@setpoint/render/reports';
import type { OptionSpec, ParsedArguments } from '../command.ts';
import { jsonLinesVersion, type Report } from './report.ts';

/** The form of a report other than text: everything that it says, as one text. What makes it is loaded when it is asked for. */
type Renderer = (report: PlanReport, given: ParsedArguments) => Promise<string>;

/** What a plan can be written as beside text. */
const planFormats: Readonly<Record<string, Renderer>> = {
  markdown: async (report, given) =>
    (await import('@setpoint/render/reports')).renderPlanMarkdown(report, given.value('marker')),
  json: (report) => Promise.resolve(planDocument(report)),
};

/** Options of the commands that show a plan in any of its forms. */
export const planFormatOptions: readonly OptionSpec[] = [
  formatOption(Object.keys(planFormats)),
  {
    name: 'marker',
    value: 'NAME',
    description: 'with --format markdown: tells several previews of one pull request apart',
    problemOf: (value) =>
      /^[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*$/.test(value) && value.length <= 100
        ? undefined
        : `takes letters and digits with single dots, dashes, slashes or underscores between them, and "${value}" is something else.`,
  },
];

/** Writes a plan in the form that `--format` names; false when that is text, which is the command's own. */
export async function writePlanFormat(
  plan: Plan | undefined,
  to: { readonly given: ParsedArguments; readonly report: Report; readonly kind: PlanReport['kind'] },
): Promise<boolean> {
  const { given, report, kind } = to;
  const format = given.value('format') ?? 'text';
  const render = Object.hasOwn(planFormats, format) ? planFormats[format] : undefined;
  if (render === undefined) return false;
  const problems = report.problems();
  await report.text(await render({ kind, problems, ...(plan === undefined ? {} : { plan }) }, given));
  return true;
}

/** `--format` with text and these. */
function formatOption(names: readonly string[]): OptionSpec {
  const all = ['text', ...names];
  const list = `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
  return {
    name: 'format',
    short: 'f',
    value: 'FORMAT',
    description: `${list} (default: text)`,
    excludes: 'json',
    problemOf: (value) => (all.includes(value) ? undefined : `takes ${list}, and "${value}" is none of them.`),
  };
}

function planDocument({ kind, plan, problems }: PlanReport): string {
  return document(kind, { diagnostics: problems, ...(plan === undefined ? {} : { plan: planToJson(plan) }) });
}

/** One JSON document, as a JSON line of the same type has its members. */
function document(
  type: string,
  content: { readonly diagnostics: readonly Diagnostic[] } & Partial<Record<'plan', JsonObject>>,
): string {
  return `${JSON.stringify({ setpoint: jsonLinesVersion, type, ...content }, undefined, 2)}\n`;
}
