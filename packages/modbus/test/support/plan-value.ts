import type { Answer, Answers, Json, JsonObject, ResourceModule } from '@setpoint/model';
import { declareOrThrow, declareWith } from '@setpoint/testkit';

/** A profile as a test writes it: names and registers. */
export type TestProfile = JsonObject & { readonly registers: JsonObject };

/** A declaration against a profile. */
export type PlanInput = {
  readonly identity: string;
  readonly properties: JsonObject;
  readonly profile?: TestProfile;
};

/** What is wrong with a declaration, each as `property: sentence hint`; empty when nothing is. */
export function problemsOf(module: ResourceModule, { profile, ...declared }: PlanInput): readonly string[] {
  const result = declareWith(module, { ...declared, ...filesOf(profile) });
  if (result.kind === 'declared') return [];
  return result.problems.map(({ property, detail, hint }) => [`${property}:`, detail, hint].filter(Boolean).join(' '));
}

/** The declaration in canonical form; throws what is wrong with it. */
export function declaredOf(module: ResourceModule, { profile, ...declared }: PlanInput): Json {
  return declareOrThrow(module, { ...declared, ...filesOf(profile) });
}

/** What is planned when the device answers so, and what would still be left to do after what is foreseen. */
export function planValue(module: ResourceModule, input: PlanInput, answers: Answers) {
  const declared = declaredOf(module, input);
  const { observed, problems } = module.observe(declared, answers);
  const edits = module.diff(declared, observed);
  const { operations, reasons } = module.operations(declared, edits, observed);
  const predicted = { ...answers, ...module.predict(declared, answers).answers };
  return {
    observed: observed.kind,
    edits: edits.map(({ path, before, after }) => `${path}: ${tell(before)} -> ${tell(after)}`),
    titles: operations.map(({ title }) => title),
    repeatable: operations.map(({ repeatable }) => repeatable),
    hazards: operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind)),
    reasons,
    problems: problems.map(({ code, detail }) => `${code} ${detail}`),
    foreseen: module.diff(declared, module.observe(declared, predicted).observed).map(({ path }) => path),
  };
}

/** The answer of a device that holds these words. */
export function holds(...words: readonly number[]): Answer {
  return { status: 'found', value: { words } };
}

function filesOf(profile: TestProfile | undefined): { readonly files?: Readonly<Record<string, JsonObject>> } {
  return profile === undefined ? {} : { files: { profile } };
}

function tell(value: { readonly kind: string; readonly value?: Json }): string {
  return 'value' in value ? JSON.stringify(value.value) : value.kind;
}
