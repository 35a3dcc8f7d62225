import { type Body, type Edit, isUnknown, type Observed, type Queries, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { editableContentQuery } from '../text-edits/observe.ts';
import type { SettingDeclared, SettingState, SettingTexts } from './setting.ts';

/** What leads back from a change of what is in force: the part that is declared then, and what does not come back. */
export type LiveRestoration<Part> = { readonly part: Part; readonly lacks: readonly string[] };

/** How a type says what was in force, and what its settings are called. */
export type SettingWayBack<Part, Live> = {
  readonly restore: (part: Part, live: Live | undefined, edited: readonly string[]) => LiveRestoration<Part>;
  readonly label: (part: Part) => string;
};

/**
 * The texts as they were, as wholes, and then what was in force as far as the type can say it. A text that several settings share is a
 * resource of its own: only the first of them knows it from before all of them, and each of them knows what was in force.
 */
export function restoreSetting<Part, Live>(
  { declared, before, atChange = before, edited, kept }: Undo<SettingDeclared<Part>, SettingState<Live>>,
  { restore, label }: SettingWayBack<Part, Live>,
): TypedRestoration<SettingDeclared<Part>> {
  if (atChange.kind !== 'present') return { kind: 'irreversible', why: 'Nobody could tell how it was before.' };
  const { live } = atChange.state;
  const { back, lacks } = textsBack({ declared, texts: atChange.state.texts, edited }, kept);
  const rest = edited.filter((path) => declared.texts[path] === undefined);
  const restored = restore(declared.part, isUnknown(live) ? undefined : live, rest);
  const allLacks = [...lacks, ...restored.lacks];
  const shared = Object.keys(back).filter((name) => declared.texts[name]?.isShared === true);
  const ownBack = Object.fromEntries(Object.entries(back).filter(([name]) => !shared.includes(name)));
  const isInForce = Object.keys(ownBack).length > 0 || restored.lacks.length < rest.length;
  const own = { ...declared, part: restored.part, texts: without(declared.texts, shared), back: ownBack };
  const wholes = shared.map((name) => textAlone(declared, name, back[name] ?? null));
  const [first, ...others] = [...wholes, ...(isInForce ? [own] : [])];
  if (first === undefined) return { kind: 'irreversible', why: allLacks.join(' ') };
  const also = others.map((each) => ({ identity: `${label(declared.part)}: ${nameOf(each)}`, declared: each }));
  return { kind: 'declared', declared: first, also, lacks: allLacks };
}

type Changed = {
  readonly declared: SettingDeclared<unknown>;
  readonly texts: SettingState<unknown>['texts'];
  readonly edited: readonly string[];
};

function textsBack({ declared, texts, edited }: Changed, kept: (sha256: string) => Body | undefined) {
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
  return { back, lacks };
}

function without(texts: SettingTexts, names: readonly string[]): SettingTexts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !names.includes(name)));
}

function textAlone<Part>(declared: SettingDeclared<Part>, name: string, body: Body | null): SettingDeclared<Part> {
  const text = declared.texts[name];
  return { ...declared, texts: text === undefined ? {} : { [name]: text }, back: { [name]: body }, isTextAlone: true };
}

function nameOf({ isTextAlone, texts }: SettingDeclared<unknown>): string {
  return isTextAlone === true ? (Object.values(texts)[0]?.path ?? '') : 'in force';
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
