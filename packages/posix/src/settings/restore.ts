import { type Body, type Edit, isUnknown, type Observed, type Queries, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { editableContentQuery } from '../text-edits/observe.ts';
import type { SettingDeclared, SettingState } from './setting.ts';

/** What leads back from a change of what is in force: the part that is declared then, and what does not come back. */
export type LiveRestoration<Part> = { readonly part: Part; readonly lacks: readonly string[] };

/** The texts as they were, as wholes, and with them what was in force as far as `restoreLive` can say it. */
export function restoreSetting<Part, Live>(
  { declared, before, edited, kept }: Undo<SettingDeclared<Part>, SettingState<Live>>,
  restoreLive: (part: Part, live: Live | undefined, edited: readonly string[]) => LiveRestoration<Part>,
): TypedRestoration<SettingDeclared<Part>> {
  if (before.kind !== 'present') return { kind: 'irreversible', why: 'Nobody could tell how it was before.' };
  const { texts, live } = before.state;
  const lacks: string[] = [];
  const back: Record<string, Body | null> = {};
  for (const [name, { path }] of Object.entries(declared.texts)) {
    if (!edited.includes(name)) continue;
    const found = texts[name] ?? { kind: 'absent' };
    const body = found.kind === 'present' && typeof found.sha256 === 'string' ? kept(found.sha256) : undefined;
    if (found.kind === 'absent') back[name] = null;
    else if (body === undefined) lacks.push(`The text of ${path} before the run was not kept.`);
    else back[name] = body;
  }
  const rest = edited.filter((path) => declared.texts[path] === undefined);
  const restored = restoreLive(declared.part, isUnknown(live) ? undefined : live, rest);
  lacks.push(...restored.lacks);
  const isNothing = Object.keys(back).length === 0 && restored.lacks.length === rest.length;
  if (isNothing) return { kind: 'irreversible', why: lacks.join(' ') };
  return { kind: 'declared', declared: { ...declared, part: restored.part, back }, lacks };
}

/** The texts are read for every plan, so only what was too large to be shown is still to be kept. */
export function keepTexts(
  { texts }: SettingDeclared<unknown>,
  edits: readonly Edit[],
  observed: Observed<SettingState<unknown>>,
): Queries {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const found = observed.kind === 'present' ? observed.state.texts[name] : undefined;
      const isKnown = found?.kind === 'absent' || (found?.kind === 'present' && found.base64 !== undefined);
      const isChanged = edits.some(({ path }) => path === name);
      return isChanged && !isKnown ? [[name, editableContentQuery(text)]] : [];
    }),
  );
}
