import type { Answer, Json, SettingsFiles } from '@setpoint/model';
import { type Reading, readableRegisters, readingOf, valueText } from '../facts/index.ts';
import { coil } from '../modules/coil.ts';
import { register } from '../modules/register.ts';
import type { RegisterDefinition, ResolvedProfile } from '../profiles/index.ts';
import { formatDecimal, parseDecimal } from '../values/decimal.ts';
import type { ValueFormat } from '../values/index.ts';
import { commentText, yamlScalar } from './yaml-scalar.ts';

/** What a device holds, and what describes it. */
export type HeldValues = {
  readonly node: string;
  readonly profile: ResolvedProfile;
  readonly files: SettingsFiles;
  /** The answers to the queries of `importedRegisters`, in their order. */
  readonly answers: readonly Answer[];
};

/** A playbook as text; how many values it declares, and how many registers it leaves out with a comment. */
export type ImportedPlaybook = { readonly text: string; readonly declared: number; readonly leftOut: number };

/** What a playbook can declare: all that can be read and written, in the order of the profile. */
export function importedRegisters(profile: ResolvedProfile): readonly RegisterDefinition[] {
  return readableRegisters(profile).filter(({ access }) => access === 'read-write');
}

/**
 * Writes a playbook of what a device holds. Only what the device would be found to hold by a plan right after is declared; the
 * rest stands as a comment that says why.
 */
export function playbookOf(held: HeldValues): ImportedPlaybook {
  const entries = importedRegisters(held.profile).map((definition, index) =>
    entryOf(definition, held.answers[index], held),
  );
  const declared = entries.filter(({ kind }) => kind === 'resource').length;
  const about = held.profile.name === '' ? '' : `, by the device profile ${commentText(held.profile.name)}`;
  const lines = [
    `# What ${commentText(held.node)} held when it was imported${about}.`,
    `name: ${yamlScalar(held.node)}`,
    `nodes: ${yamlScalar(held.node)}`,
    declared === 0 ? 'resources: []' : 'resources:',
    ...entries.flatMap(({ lines: each }) => each),
  ];
  return { text: `${lines.join('\n')}\n`, declared, leftOut: entries.length - declared };
}

type Entry = { readonly kind: 'resource' | 'comment'; readonly lines: readonly string[] };

function entryOf(definition: RegisterDefinition, answer: Answer | undefined, held: HeldValues): Entry {
  const reading = readingOf(definition, answer);
  const { name, format, table } = definition;
  const why = reasonToLeaveOut(reading, held.profile);
  if (why !== undefined) return comment(name, why);
  if (reading.found.status !== 'value' || answer === undefined) return comment(name, valueText(reading));
  const text = declaredText(format, reading.found.value);
  const problem = problemOf(definition, text, { answer, files: held.files });
  if (problem !== undefined) return comment(name, `holds ${reading.found.text}. ${problem}`);
  const unit = 'label' in format && format.label !== '' ? ` # ${commentText(format.label)}` : '';
  const type = table === 'coil' ? 'coil' : 'register';
  const value = format.kind === 'bool' ? text : yamlScalar(text.replaceAll('${{', () => '$${{'));
  return { kind: 'resource', lines: [`  - ${type}: ${yamlScalar(name)}`, `    value: ${value}${unit}`] };
}

function comment(name: string, why: string): Entry {
  return { kind: 'comment', lines: [`  # ${name}: left out: ${commentText(why)}`] };
}

function reasonToLeaveOut({ definition }: Reading, { persist }: ResolvedProfile): string | undefined {
  if (definition.sensitive) return 'it is a secret';
  if (persist?.write.name === definition.name) return 'it is the command that makes values permanent';
  return undefined;
}

/** The value as a playbook says it. Quotes around a text would be taken for those of the playbook, so it gets another pair. */
function declaredText(format: ValueFormat, value: Json): string {
  if (typeof value === 'string') return format.kind === 'text' && /^".*"$|^'.*'$/s.test(value) ? `"${value}"` : value;
  const decimal = typeof value === 'number' ? parseDecimal(value) : undefined;
  return decimal === undefined ? JSON.stringify(value) : formatDecimal(decimal);
}

/** Why a plan right after the import would not find the value as declared. */
function problemOf(
  { name, table }: RegisterDefinition,
  value: string,
  { answer, files }: { readonly answer: Answer; readonly files: SettingsFiles },
): string | undefined {
  const module = table === 'coil' ? coil : register;
  const declaration = module.declare({ identity: name, properties: { value }, files });
  if (declaration.kind === 'invalid') return declaration.problems.map(({ detail }) => detail).join(' ');
  const { observed } = module.observe(declaration.declared, { value: answer });
  const edits = module.diff(declaration.declared, observed);
  return edits.length === 0 ? undefined : 'Declaring this value would change what the device holds.';
}
