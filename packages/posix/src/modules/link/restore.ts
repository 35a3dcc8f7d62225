import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { restoreOwnership } from '../../ownership/restore-ownership.ts';
import { backupOf, type LinkDeclared, type LinkState } from './declared.ts';

/** The link as it was: where it led and who owned it; or no link. */
export function restoreLink({
  declared,
  before,
  edited,
}: Undo<LinkDeclared, LinkState>): TypedRestoration<LinkDeclared> {
  const { path } = declared;
  const ownership = { owner: null, group: null, mode: null };
  switch (before.kind) {
    case 'absent':
      return { kind: 'declared', declared: { path, state: 'absent', ...made(declared), ownership, force: false } };
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell what was at ${path} before.` };
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { state } = before;
  if (state.type !== 'link' || state.target === null) return { kind: 'irreversible', why: whyNot(declared, state) };
  const wasRemoved = edited.includes('state');
  const { owner, group } = restoreOwnership(state, (property) => wasRemoved || edited.includes(property));
  // A symbolic link that became a name of a file: that name goes for it, and the file keeps its other one.
  const restored = { path, state: 'present', target: state.target, force: declared.hard === true } as const;
  return { kind: 'declared', declared: { ...restored, ownership: { owner, group, mode: null } } };
}

function whyNot(declared: LinkDeclared, state: LinkState): string {
  const replaced = `The ${state.type} that the link at ${declared.path} replaced`;
  const kept = backupOf(declared, state);
  return kept === undefined ? `${replaced} was not kept.` : `${replaced} lies at ${kept}.`;
}

/** What identifies the link that goes again. */
function made({ target, hard }: LinkDeclared): Pick<LinkDeclared, 'target' | 'hard'> {
  return hard === true ? { target, hard } : { target: '' };
}
