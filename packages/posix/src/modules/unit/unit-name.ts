import type { DeclarationProblem } from '@setpoint/model';

/** Which file of systemd an identity names: a unit, or a drop-in of one. */
export type UnitName = {
  /** Full name with its suffix, such as `backup.timer`; a template has nothing behind its `@`. */
  readonly unit: string;
  /** Name of the drop-in without `.conf`; null for the unit file itself. */
  readonly dropIn: string | null;
  readonly path: string;
};

/** Where administrators keep units, systemd.unit(5). */
export const unitDirectory = '/etc/systemd/system';

/** Where other units come from, in the order in which systemd looks. */
export const vendorDirectories: readonly string[] = [
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
];

const kinds = ['service', 'socket', 'timer', 'path', 'mount', 'automount', 'target', 'swap', 'slice'];

/** Reads `NAME.service`, `NAME@.service` or `NAME.service#DROPIN`. */
export function readUnitName(identity: string): UnitName | DeclarationProblem {
  const [, unit = identity, dropIn = null] = /^([^#]*)#(.*)$/s.exec(identity) ?? [];
  const kind = kindOf(unit);
  if (!/^[A-Za-z0-9:_\\-][A-Za-z0-9:_.\\-]*@?[A-Za-z0-9:_.\\-]*\.[a-z]+$/.test(unit) || unit.length > 255)
    return {
      property: '',
      detail: `"${identity}" is not the name of a systemd unit.`,
      hint: 'write its full name with the suffix, such as backup.service; units are named with letters, digits and :_.\\@-',
    };
  if (!kinds.includes(kind))
    return {
      property: '',
      detail: `"${unit}" has no suffix that systemd knows.`,
      hint: `write the full name, such as ${unit.replace(/\.[^.]*$/, '')}.service`,
    };
  if (dropIn !== null && !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/.test(dropIn))
    return {
      property: '',
      detail: `"${dropIn}" is no name for a drop-in.`,
      hint: `write letters, digits and _.- behind the #, such as ${unit}#override`,
    };
  const name = dropIn?.replace(/\.conf$/, '') ?? null;
  const file = name === null ? unit : `${unit}.d/${name}.conf`;
  return { unit, dropIn: name, path: `${unitDirectory}/${file}` };
}

/** The kind of a unit: `service` for `nginx.service`. */
export function kindOf(unit: string): string {
  return unit.slice(unit.lastIndexOf('.') + 1);
}

/** True for a template, of which only instances can run. */
export function isTemplate(unit: string): boolean {
  return /@\.[a-z]+$/.test(unit);
}

/** True when a unit is the named one, or an instance of it. */
export function isUnitOf(name: string, unit: string): boolean {
  return name === unit || templateOf(name) === unit;
}

/** The template of an instance; any other unit itself. */
export function templateOf(unit: string): string {
  return unit.replace(/@[^@]*(?=\.[a-z]+$)/, '@');
}
