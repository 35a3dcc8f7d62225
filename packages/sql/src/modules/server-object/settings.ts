import type { DeclarationProblem } from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import { dialectOf } from '../../dialect.ts';
import type { Pair } from './edits.ts';

/** Settings of a database or role as declared: `['on']`, a list for those that hold one, null to remove. */
export type DeclaredSettings = Readonly<Record<string, readonly string[] | null>>;

/** The schema of `settings`. */
export const settingsSchema = Type.Optional(
  Type.Record(
    Type.String(),
    Type.Union([
      Type.String({ 'x-source-text': true }),
      Type.Boolean(),
      Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    ]),
    {
      description:
        'PostgreSQL: settings that sessions begin with, by name; a list for settings such as `search_path`, `default` to remove one. Others are left alone.',
    },
  ),
);

type Given = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Brings settings into canonical form. */
export function declareSettings(given: Given | undefined): DeclaredSettings | null {
  if (given === undefined) return null;
  const entries = Object.entries(given).map(([name, value]): [string, readonly string[] | null] => {
    if (typeof value === 'boolean') return [name, [value ? 'on' : 'off']];
    if (value === 'default') return [name, null];
    return [name, typeof value === 'string' ? valuesOf(name, value) : value];
  });
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Names that are none. */
export function settingsProblems(given: Given | undefined): readonly DeclarationProblem[] {
  return Object.keys(given ?? {})
    .filter((name) => !/^[A-Za-z_][A-Za-z0-9_$]*(?:\.[A-Za-z_][A-Za-z0-9_$]*)*$/.test(name))
    .map((name) => ({ property: 'settings', detail: `"${name}" is no name of a setting.` }));
}

/** Each declared setting beside what the server has; `found` is `name=value`. */
export function settingPairs(declared: DeclaredSettings | null, found: readonly string[]): readonly Pair[] {
  const present = new Map(found.map(splitSetting));
  return Object.entries(declared ?? {}).map(([name, wanted]): Pair => {
    const text = present.get(name.toLowerCase());
    const values = text === undefined ? null : valuesOf(name, text);
    const path = `settings.${name}`;
    if (wanted === null) return { path, wanted: 'default', found: shown(values), isSame: values === null };
    return {
      path,
      wanted: shown(wanted),
      found: shown(values),
      isSame: values !== null && isSameValue(wanted, values),
    };
  });
}

/** What follows `ALTER ROLE name` or `ALTER DATABASE name` for each setting whose path is among the edits. */
export function settingClauses(declared: DeclaredSettings | null, paths: ReadonlySet<string>): readonly string[] {
  const { text } = dialectOf('postgres');
  return Object.entries(declared ?? {})
    .filter(([name]) => paths.has(`settings.${name}`))
    .map(([name, values]) =>
      values === null
        ? `RESET ${quoteSetting(name)}`
        : `SET ${quoteSetting(name)} TO ${values.map((value) => text(value)).join(', ')}`,
    );
}

/** The settings after the declared ones were made, in the server's form. */
export function predictSettings(declared: DeclaredSettings | null, found: readonly string[]): readonly string[] {
  const names = new Set(Object.keys(declared ?? {}).map((name) => name.toLowerCase()));
  const kept = found.filter((each) => !names.has(splitSetting(each)[0]));
  const made = Object.entries(declared ?? {}).flatMap(([name, values]) =>
    values === null ? [] : [`${name}=${values.map((value) => joined(name, value)).join(', ')}`],
  );
  return [...kept, ...made];
}

/** The settings whose values are lists of names; the server itself knows them by name only. */
const listSettings: ReadonlySet<string> = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

function valuesOf(name: string, text: string): readonly string[] {
  if (!listSettings.has(name.toLowerCase())) return [text];
  const parts = text.match(/"(?:[^"]|"")*"|[^,\s"][^,"]*/g) ?? ['""'];
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.trim()));
}

function joined(name: string, value: string): string {
  return listSettings.has(name.toLowerCase()) ? `"${value.replaceAll('"', '""')}"` : value;
}

function isSameValue(wanted: readonly string[], found: readonly string[]): boolean {
  if (wanted.join('\0') === found.join('\0')) return true;
  const [one, other] = [wanted, found].map((values) => (values.length === 1 ? switchOf(values[0] ?? '') : undefined));
  return one !== undefined && one === other;
}

function switchOf(text: string): boolean | undefined {
  if (/^(?:on|true|yes)$/i.test(text)) return true;
  return /^(?:off|false|no)$/i.test(text) ? false : undefined;
}

function shown(values: readonly string[] | null): string | null {
  return values === null ? null : values.join(', ');
}

function splitSetting(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at).toLowerCase(), text.slice(at + 1)];
}

/** Each part of a name with a dot is a name of its own. */
function quoteSetting(name: string): string {
  return name
    .split('.')
    .map((part) => dialectOf('postgres').name(part))
    .join('.');
}
