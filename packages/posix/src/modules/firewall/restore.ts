import { isUnknown, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { FirewallDeclared, FirewallState } from './declared.ts';
import { tableText } from './text.ts';

/** The rules as they were: from the file of the table, or from what was in force; or no table. */
export function restoreFirewall({
  declared,
  before,
  kept,
}: Undo<FirewallDeclared, FirewallState>): TypedRestoration<FirewallDeclared> {
  const { family, name, file } = declared;
  switch (before.kind) {
    case 'absent':
      return { kind: 'declared', declared: { ...declared, state: 'absent', text: '', kept: null } };
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell which rules the table ${family} ${name} had before.` };
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { live, file: found } = before.state;
  if (live === null) {
    const lacks = [`${file} was there without being in force; it is removed.`];
    return { kind: 'declared', declared: { ...declared, state: 'absent', text: '', kept: null }, lacks };
  }
  const body = found === null || isUnknown(found.sha256) ? undefined : kept(found.sha256);
  const text = tableText(family, name, live.replace(/^table [^{]*\{\n/, '').replace(/\}\n$/, ''));
  return { kind: 'declared', declared: { ...declared, state: 'present', text, kept: body ?? null } };
}
