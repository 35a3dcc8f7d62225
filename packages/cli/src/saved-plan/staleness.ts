import { createFileReader, type FileReader, loadProjectConfig } from '@setpoint/language';
import { type Diagnostic, type PlanInput, type SavedPlan, savedPlanVersion, warningDiagnostic } from '@setpoint/model';
import { ageProblems } from './check.ts';
import { compareInputs } from './inputs.ts';
import type { ReadPlan } from './read-text.ts';
import { signatureProblems } from './trust.ts';

/** Where and when a plan is looked at. */
export type Viewpoint = { readonly name: string; readonly projectDir: string; readonly nowMs: number };

/** What would speak against applying a plan, as warnings: as far as it can be told offline and without running anything. */
export function stalenessOf(plan: ReadPlan, { name, projectDir, nowMs }: Viewpoint): readonly Diagnostic[] {
  const { saved } = plan;
  const files = createFileReader(projectDir);
  const config = loadProjectConfig(files);
  const problems = [
    ...signatureProblems(plan, config.plans, { name, projectDir }),
    ...ageProblems(saved, { name, nowMs, maxAge: undefined, allowed: config.plans.maxAge }),
  ];
  const warnings = problems.map((problem): Diagnostic => ({ ...problem, severity: 'warning' }));
  return [...warnings, ...newerVersion(saved, name), ...changedFiles(saved, files, name)];
}

function newerVersion({ version, program }: SavedPlan, name: string): readonly Diagnostic[] {
  if (Number(version.split('.')[1]) <= savedPlanVersion.minor) return [];
  const detail = `${name} was written by setpoint ${program} in the newer form ${version}; what this program does not know of it is not shown.`;
  return [warningDiagnostic('SP812', { detail })];
}

/** A plan may be looked at far from its project: then there is nothing to compare with. */
function changedFiles({ inputs }: SavedPlan, files: FileReader, name: string): readonly Diagnostic[] {
  const compared = inputs.filter(({ kind, keyed }) => kind === 'file' && keyed === undefined);
  const now = compared.map((input): PlanInput => {
    const sha256 = files.digest(input.name)?.sha256;
    return { kind: 'file', name: input.name, ...(sha256 === undefined ? {} : { sha256 }) };
  });
  if (now.every(({ sha256 }) => sha256 === undefined)) return [];
  const differences = compareInputs(compared, now);
  if (differences.length === 0) return [];
  const named = differences.slice(0, 10).join('; ');
  const more = differences.length > 10 ? `; and ${differences.length - 10} more` : '';
  return [
    warningDiagnostic('SP815', {
      detail: `${name} was made from other files than these: ${named}${more}. An apply would refuse it.`,
    }),
  ];
}
