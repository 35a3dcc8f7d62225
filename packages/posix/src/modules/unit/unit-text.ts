import type { DeclarationProblem } from '@setpoint/model';
import { kindOf } from './unit-name.ts';

/** Options of a section; a list stands for an option that is written several times. */
export type UnitOptions = Readonly<Record<string, string | readonly string[]>>;

/** The sections that can be declared, in the order in which they are written. */
export const unitSections = [
  'Unit',
  'Service',
  'Socket',
  'Timer',
  'Path',
  'Mount',
  'Automount',
  'Swap',
  'Slice',
  'Install',
] as const;

export type UnitSections = { readonly [Name in (typeof unitSections)[number]]?: UnitOptions };

/** A unit file of the declared sections; undefined when none is declared. */
export function formatUnit(sections: UnitSections): string | undefined {
  const texts = unitSections.flatMap((name) => {
    const options = sections[name];
    return options === undefined ? [] : [[`[${name}]`, ...Object.entries(options).flatMap(optionLines), ''].join('\n')];
  });
  return texts.length === 0 ? undefined : texts.join('\n');
}

function optionLines([name, value]: readonly [string, string | readonly string[]]): readonly string[] {
  const values = typeof value === 'string' ? [value] : value;
  return values.map((each) => `${name}=${each}`);
}

/** What cannot be written into a unit file as it is declared. */
export function sectionProblems(unit: string, sections: UnitSections): readonly DeclarationProblem[] {
  const own = kindOf(unit);
  return unitSections.flatMap((section) => {
    const options = sections[section];
    if (options === undefined) return [];
    const isForeign = section !== 'Unit' && section !== 'Install' && section.toLowerCase() !== own;
    const foreign: DeclarationProblem = {
      property: section,
      detail: `A .${own} has no section [${section}].`,
      hint: `declare \`unit: ${unit.replace(/\.[a-z]+$/, '')}.${section.toLowerCase()}\` beside it`,
    };
    return [...(isForeign ? [foreign] : []), ...Object.entries(options).flatMap(optionProblems(section))];
  });
}

function optionProblems(section: string) {
  return ([name, value]: readonly [string, string | readonly string[]]): readonly DeclarationProblem[] => {
    const property = `${section}.${name}`;
    if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) {
      return [{ property, detail: `"${name}" is no name of an option.`, hint: 'options are named as in ExecStart' }];
    }
    const texts = typeof value === 'string' ? [value] : value;
    return texts.flatMap((text) => {
      if (!/[\n\r\0]|\\$/.test(text)) return [];
      const detail = `The value of ${name} would not end with its line.`;
      return [{ property, detail, hint: 'write one line; a list writes the option several times' }];
    });
  };
}

/** What a unit file or drop-in says, as far as a plan needs to know it; later assignments win, as in systemd. */
export type UnitFacts = {
  readonly option: (section: string, name: string) => string | undefined;
  readonly values: (section: string, name: string) => readonly string[];
};

/** Reads a unit file. An empty value takes back all values before it. */
export function readUnit(text: string): UnitFacts {
  const values = new Map<string, string[]>();
  let section = '';
  for (const line of text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    const header = /^\s*\[(.+)\]\s*$/.exec(line)?.[1];
    const [, name, value = ''] = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (header !== undefined) section = header;
    if (name === undefined) continue;
    const key = `${section}.${name}`;
    values.set(key, value === '' ? [] : [...(values.get(key) ?? []), value]);
  }
  const all = (inSection: string, name: string): readonly string[] => values.get(`${inSection}.${name}`) ?? [];
  return { values: all, option: (inSection, name) => all(inSection, name).at(-1) };
}
