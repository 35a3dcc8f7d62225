import type { Diagnostic, Json, JsonObject, Plan } from '@setpoint/model';
import { planToJson } from '@setpoint/render';
import type { PlanReport } from '@setpoint/render/reports';
import type { OptionSpec, ParsedArguments } from '../command.ts';
import { version } from '../version.ts';
import { jsonLinesVersion, type Report } from './report.ts';

/** What a renderer is given beside what it tells. */
type Asked = { readonly given: ParsedArguments; readonly report: Report };

/** What a plan can be written as beside text. What makes it is loaded when it is asked for. */
const planFormats: Readonly<Record<string, (told: PlanReport, asked: Asked) => Promise<string>>> = {
  markdown: async (told, { given }) =>
    (await import('@setpoint/render/reports')).renderPlanMarkdown(told, given.value('marker')),
  json: (told) => Promise.resolve(planDocument(told)),
  html: async (told) => (await import('@setpoint/render/reports')).renderPlanHtml(told),
  junit: async (told) => (await import('@setpoint/render/reports')).renderPlanJunit(told),
  sarif: async (told, { report }) => {
    const { allProblems, renderSarif } = await import('@setpoint/render/reports');
    return renderSarif(allProblems(told), { version, placeOf: report.placeOf });
  },
  github: async (told, { report }) => {
    const { allProblems, renderAnnotations } = await import('@setpoint/render/reports');
    return renderAnnotations(allProblems(told), report.placeOf);
  },
};

/** What a validation came to. */
export type Validation = {
  readonly problems: readonly Diagnostic[];
  readonly summary: JsonObject;
};

const validationFormats: Readonly<Record<string, (told: Validation, report: Report) => Promise<string>>> = {
  json: ({ problems, summary }) => Promise.resolve(document('validate', { ...summary, diagnostics: toJson(problems) })),
  junit: async ({ problems }) =>
    (await import('@setpoint/render/reports')).renderProblemsJunit('Setpoint validate', problems),
  sarif: async ({ problems }, { placeOf }) =>
    (await import('@setpoint/render/reports')).renderSarif(problems, { version, placeOf }),
  github: async ({ problems }, { placeOf }) =>
    (await import('@setpoint/render/reports')).renderAnnotations(problems, placeOf),
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

/** `--format` of a command that finds problems only. */
export const validationFormatOption: OptionSpec = formatOption(Object.keys(validationFormats));

/** Writes a plan in the form that `--format` names; false when that is text, which is the command's own. */
export async function writePlanFormat(
  plan: Plan | undefined,
  to: Asked & { readonly kind: PlanReport['kind'] },
): Promise<boolean> {
  const render = named(planFormats, to.given);
  if (render === undefined) return false;
  const problems = to.report.problems();
  await to.report.text(await render({ kind: to.kind, problems, ...(plan === undefined ? {} : { plan }) }, to));
  return true;
}

/** Writes what a validation found in the form that `--format` names; false when that is text. */
export async function writeValidationFormat(told: Validation, { given, report }: Asked): Promise<boolean> {
  const render = named(validationFormats, given);
  if (render === undefined) return false;
  await report.text(await render(told, report));
  return true;
}

function named<Renderer>(formats: Readonly<Record<string, Renderer>>, given: ParsedArguments): Renderer | undefined {
  const name = given.value('format') ?? 'text';
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
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
  return document(kind, { diagnostics: toJson(problems), ...(plan === undefined ? {} : { plan: planToJson(plan) }) });
}

/** One JSON document, with the members that the JSON line of the same type has. */
function document(type: string, content: JsonObject): string {
  return `${JSON.stringify({ setpoint: jsonLinesVersion, type, ...content }, undefined, 2)}\n`;
}

/** Diagnostics are JSON in shape; the type only lacks the index signature. */
function toJson(problems: readonly Diagnostic[]): Json {
  return problems as unknown as Json;
}
