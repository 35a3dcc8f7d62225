import { type Diagnostic, errorDiagnostic, nearestName } from '@setpoint/model';
import type { Declaration, PlayDraft } from '../playbook/draft.ts';

/** One problem for each wanted tag that no play, component or resource bears, whatever its conditions say. */
export function unknownTags(wanted: readonly string[], plays: readonly PlayDraft[]): readonly Diagnostic[] {
  const known = new Set<string>();
  for (const play of plays) {
    for (const tag of play.meta.tags) known.add(tag);
    addTags(play.resources, known);
  }
  return wanted.filter((tag) => !known.has(tag)).map((tag) => unknownTag(tag, [...known].sort()));
}

function addTags(declarations: readonly Declaration[], known: Set<string>): void {
  for (const declaration of declarations) {
    for (const tag of declaration.meta.tags) known.add(tag);
    if (declaration.kind === 'component') addTags(declaration.component.resources, known);
  }
}

function unknownTag(tag: string, known: readonly string[]): Diagnostic {
  const near = nearestName(tag, known);
  const all = known.length === 0 ? 'The playbooks have no tags.' : `Tags: ${known.slice(0, 12).join(', ')}.`;
  return errorDiagnostic('SP416', {
    detail: `Nothing in the playbooks bears the tag \`${tag}\`.`,
    hint: near === undefined ? all : `Did you mean \`${near}\`?`,
  });
}
