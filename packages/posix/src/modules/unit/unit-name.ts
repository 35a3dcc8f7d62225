import type { DeclarationProblem } from '@setpoint/model';

/** Which file of systemd an identity names: a unit, or a drop-in of one. */
export type UnitName = {
  readonly scope: UnitScope;
  /** Full name with its suffix, such as `backup.timer`; a template has nothing behind its `@`. */
  readonly unit: string;
  /** Name of the drop-in without `.conf`; null for the unit file itself. */
  readonly dropIn: string | null;
  readonly path: string;
};

/** Whose manager reads the file: that of the system, or those of all accounts. */
export type UnitScope = 'system' | 'user';

/** Where administrators keep units, systemd.unit(5). */
export function unitDirectory(scope: UnitScope): string {
  return `/etc/systemd/${scope}`;
}

/** Where other units come from, in the order in which systemd looks. */
export function vendorDirectories(scope: UnitScope): readonly string[] {
  return ['/run', '/usr/local/lib', '/usr/lib', '/lib'].map((top) => `${top}/systemd/${scope}`);
}

const kinds = ['service', 'socket', 'timer', 'path', 'mount', 'automount', 'target', 'swap', 'slice'];

/** Reads `NAME.service`, `NAME@.service` or `NAME.service#DROPIN`, with `user/` before what is for the managers of accounts. */
export function readUnitName(identity: string): UnitName | DeclarationProblem {
  const scope = identity.startsWith('user/') ? 'user' : 'system';
  const plain = scope === 'user' ? identity.slice('user/'.length) : identity;
  const [, unit = plain, dropIn = null] = /^([^#]*)#(.*)$/s.exec(plain) ?? [];
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
  return { scope, unit, dropIn: name, path: `${unitDirectory(scope)}/${file}` };
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
