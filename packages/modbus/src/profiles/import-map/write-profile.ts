import type { Document, Pair, Scalar, YAMLMap } from 'yaml';
import type { NamedRegister } from './name-registers.ts';

/** Of yaml, which is loaded only when a map is imported. */
export type Yaml = typeof Document;

/** What goes into the file beside the registers. */
export type ProfileText = {
  readonly registers: readonly NamedRegister[];
  /** Sentences at the head of the file. */
  readonly remarks: readonly string[];
  /** The table of the registers that name none; undefined when all of them do. */
  readonly defaultTable: 'holding' | undefined;
  /** What makes no sense, by the name of the register. */
  readonly problems: ReadonlyMap<string, readonly { readonly detail: string }[]>;
};

/** Writes a profile as YAML; everything that was guessed stands as a comment above its register. */
export function writeProfile({ registers, remarks, defaultTable, problems }: ProfileText, Yaml: Yaml): string {
  const document = new Yaml({
    ...(defaultTable === undefined ? {} : { defaults: { table: defaultTable } }),
    registers: Object.fromEntries(registers.map(({ key, entry }) => [key, entry])),
  });
  document.commentBefore = remarks.map(commentLine).join('\n');
  const map = document.get('registers') as YAMLMap<Scalar<string>, YAMLMap>;
  map.items.forEach((pair, index) => {
    const register = registers[index];
    if (register === undefined) return;
    const notes = [...register.notes, ...(problems.get(register.key) ?? []).map(({ detail }) => `problem: ${detail}`)];
    if (notes.length > 0) pair.key.commentBefore = notes.map(commentLine).join('\n');
    pair.value?.items.forEach((property) => plainNumber(property as Pair<Scalar<string>, Scalar>));
    names(pair.value)?.items.forEach((property) => plainNumber(property as Pair<Scalar<string>, Scalar>));
  });
  return document.toString({ lineWidth: 0 });
}

function names(register: YAMLMap | null): YAMLMap | undefined {
  const values = register?.get('values');
  return values === undefined ? undefined : (values as YAMLMap);
}

/** Numbers stand without quotes, except where they are notation of paper. */
function plainNumber({ key, value }: Pair<Scalar<string>, Scalar>): void {
  if (value === null || key.value === 'ref' || key.value === 'description' || key.value === 'unit') return;
  if (typeof value.value !== 'string') return;
  const text = value.value;
  if (/^0x[0-9a-f]+$/i.test(text)) {
    value.format = 'HEX';
    value.value = Number(text);
  } else if (/^-?\d{1,15}$/.test(text)) value.value = Number(text);
  else if (/^-?\d+\.\d{1,12}$/.test(text) && String(Number(text)) === text) value.value = Number(text);
}

function commentLine(text: string): string {
  return ` ${text.replace(/[^\P{C}\t]/gu, ' ')}`;
}
