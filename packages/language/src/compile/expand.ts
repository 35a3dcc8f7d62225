import { errorDiagnostic, isJsonArray, isJsonObject, type Json, type NodeSpec } from '@setpoint/model';
import { componentScope } from '../component/scope.ts';
import { leftOpen } from '../diagnostics/left-open.ts';
import { booleanWord } from '../diagnostics/shape.ts';
import { evaluateValue } from '../expression/evaluate.ts';
import { createLocalScope, type Evaluated, needsOf, type Scope } from '../expression/scope.ts';
import { writtenBehind } from '../expression/written-behind.ts';
import type { Declaration, Meta, ResourceDeclaration } from '../playbook/draft.ts';
import { describeValue, entryOf, spanOf, textOf, type YamlValue } from '../yaml/value.ts';

/** What a resource inherits from the play and from the components around it. */
export type Inherited = {
  readonly after: readonly PlacedText[];
  readonly tags: readonly string[];
  readonly sudo?: YamlValue;
  readonly confirmWithin?: YamlValue;
  /** Secrets that decide whether there is such a resource, and that were not read. */
  readonly needs?: readonly string[];
  /** False: a condition around it does not hold, so it is only known by name. */
  readonly isWanted: boolean;
};

/** An address as text with the place it stands at. */
export type PlacedText = { readonly text: string; readonly value: YamlValue };

/** One resource of one node before its properties are evaluated. */
export type Instance = {
  readonly declaration: ResourceDeclaration;
  readonly scope: Scope;
  readonly inherited: Inherited;
};

/** An instance with the node that it is compiled for. */
export type NodeInstance = Instance & { readonly node: NodeSpec };

/** Unrolls conditions, loops and components into resources, in the order written. */
export function expand(declarations: readonly Declaration[], scope: Scope, inherited: Inherited): readonly Instance[] {
  return declarations.flatMap((declaration) =>
    itemScopes(declaration.meta, scope).flatMap((inner) => expandOne(declaration, inner, inherited)),
  );
}

function expandOne(declaration: Declaration, scope: Scope, outer: Inherited): readonly Instance[] {
  const when = outer.isWanted ? evaluateWhen(declaration.meta.when, scope) : { holds: false };
  if (when === undefined) return [];
  const { holds: condition, needs = [] } = when;
  const open = needs.length === 0 ? {} : { needs: [...(outer.needs ?? []), ...needs] };
  const inherited = inherit(declaration.meta, scope, { ...outer, ...open, isWanted: condition });
  if (declaration.kind === 'resource') return [{ declaration, scope, inherited }];
  if (!condition) return [];
  const inside = componentScope(declaration, scope);
  return inside === undefined ? [] : expand(declaration.component.resources, inside, inherited);
}

function inherit(meta: Meta, scope: Scope, outer: Inherited): Inherited {
  const { sudo, confirmWithin } = meta;
  const isPlain = meta.after.length === 0 && meta.tags.length === 0;
  if (isPlain && sudo === undefined && confirmWithin === undefined) return outer;
  const after = outer.isWanted ? meta.after.flatMap((value) => addressText(value, scope)) : [];
  return {
    ...outer,
    after: [...outer.after, ...after],
    tags: meta.tags.length === 0 ? outer.tags : [...new Set([...outer.tags, ...meta.tags])],
    ...(sudo === undefined ? {} : { sudo }),
    ...(confirmWithin === undefined ? {} : { confirmWithin }),
  };
}

function addressText(value: YamlValue, scope: Scope): readonly PlacedText[] {
  const evaluated = evaluateValue(value, scope);
  if (evaluated === undefined) return [];
  if (typeof evaluated.value === 'string' && evaluated.taint === undefined) return [{ text: evaluated.value, value }];
  scope.report(
    errorDiagnostic('SP211', {
      detail: `A reference must be the text \`type:identity\`, but it is ${evaluated.taint === undefined ? describeValue(value) : 'a secret'}.`,
      hint: 'Write `type:identity`, for example `service:nginx`.',
      span: spanOf(value),
    }),
  );
  return [];
}

/** Whether a condition holds; with needs, it is taken to hold and nobody knows. */
type Condition = { readonly holds: boolean; readonly needs?: readonly string[] };

/** Undefined when the condition has a problem. Only booleans count: the text "false" would be true elsewhere. */
function evaluateWhen(when: YamlValue | undefined, scope: Scope): Condition | undefined {
  if (when === undefined) return { holds: true };
  const evaluated = evaluateValue(when, scope);
  if (evaluated === undefined) return undefined;
  if (evaluated.taint !== undefined && evaluated.needs !== undefined) return { holds: true, needs: evaluated.needs };
  if (typeof evaluated.value === 'boolean') return { holds: evaluated.value };
  const text = textOf(when);
  if (text !== undefined && /^(?:yes|no|on|off)$/i.test(text)) scope.report(booleanWord(when));
  else scope.report(notBoolean(when, evaluated, text));
  return undefined;
}

function notBoolean(when: YamlValue, evaluated: Evaluated, text: string | undefined) {
  const isText = text !== undefined && !text.includes('${{');
  const found = evaluated.taint === undefined ? shorten(JSON.stringify(evaluated.value)) : 'a secret';
  return errorDiagnostic('SP214', {
    detail: isText
      ? `\`when\` is the text ${JSON.stringify(text)}.`
      : `\`when\` gives ${found}, which is neither true nor false.`,
    hint: isText
      ? `Write an expression: \`when: \${{ ${text} }}\`.`
      : 'Compare it with something, for example `${{ x == "on" }}`.',
    span: spanOf(when),
  });
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** One scope per item of `for_each`; the scope itself when there is none. */
function itemScopes(meta: Meta, scope: Scope): readonly Scope[] {
  const { forEach } = meta;
  if (forEach === undefined) return [scope];
  const evaluated = evaluateValue(forEach.value, scope);
  if (evaluated === undefined) return [];
  if (evaluated.taint === 'whole' && evaluated.needs !== undefined) {
    scope.report(leftOpen('The items of this loop are', evaluated.needs, forEach.value));
    return [];
  }
  const items = itemsOf(evaluated);
  if (items === undefined) {
    scope.report(
      errorDiagnostic('SP213', {
        detail: `\`for_each\` gives ${evaluated.value === null ? 'nothing' : `a ${typeof evaluated.value === 'string' ? 'text' : typeof evaluated.value}`}, which has no items.`,
        hint: 'Give a list or a map.',
        span: spanOf(forEach.value),
      }),
    );
    return [];
  }
  const behind = writtenBehind(forEach.value, scope);
  return items.map(({ key, item }, index) => {
    const written = typeof key === 'string' ? entryOf(behind, key)?.value : itemAt(behind, index);
    const definition = {
      level: 'for_each',
      name: forEach.itemName,
      value: itemAt(forEach.value, index) ?? forEach.value,
      ...(written === undefined ? {} : { written }),
    };
    return createLocalScope(
      scope,
      new Map([
        [forEach.itemName, { evaluated: item, definition }],
        [forEach.keyName, { evaluated: { value: key, masked: key, taint: undefined } }],
      ]),
    );
  });
}

function itemAt(list: YamlValue, index: number): YamlValue | undefined {
  return list.kind === 'list' ? list.items[index] : undefined;
}

type Item = { readonly key: Json; readonly item: Evaluated };

function itemsOf(evaluated: Evaluated): readonly Item[] | undefined {
  const { value, masked, taint } = evaluated;
  const needs = needsOf([evaluated]);
  if (isJsonArray(value)) {
    return value.map((item, index) => ({
      key: index,
      item: { value: item, masked: isJsonArray(masked) ? (masked[index] ?? item) : item, taint, ...needs },
    }));
  }
  if (!isJsonObject(value)) return undefined;
  const maskedMembers = isJsonObject(masked) ? Object.values(masked) : [];
  return Object.entries(value).map(([key, item], index) => ({
    key,
    item: { value: item, masked: maskedMembers[index] ?? item, taint, ...needs },
  }));
}
