import type { Json } from '@setpoint/model';
import type { DocumentPath, Step } from './difference.ts';
import { childrenOf, positionOf, type ValueNode } from './value-node.ts';

/** A place in a map or a list, which is the holder; behind the last position nothing stands yet. */
export type Slot = { readonly holder: ValueNode; readonly position: number };

/** What a map or a list gets: a value, with its key in a map. */
export type Child = { readonly key?: string; readonly value: Json };

/** How a language writes what becomes of one value. A result is undefined where the way a text is written leaves no place for it. */
export type ValueWriter = {
  readonly replace: (text: string, slot: Slot, value: Json) => string | undefined;
  /** What stands at the position and behind it moves on. */
  readonly insert: (text: string, slot: Slot, child: Child) => string | undefined;
  /** `above` is where the holder itself stands: what loses its only value holds nothing then, and says so. */
  readonly remove: (text: string, slot: Slot, above: Slot | undefined) => string | undefined;
};

/** Makes the steps of a language whose documents are one nested value. */
export function nestedSteps(writer: ValueWriter) {
  return (text: string, root: ValueNode, { kind, path, ...step }: Step): string | undefined => {
    const above = path.slice(0, -1);
    const holder = nodeAt(root, above);
    const last = path.at(-1);
    if (holder === undefined || last === undefined || holder.inside.kind === 'scalar') return undefined;
    const children = childrenOf(holder);
    const position = positionOf(holder, last);
    const value = 'value' in step ? step.value : null;
    if (kind === 'remove')
      return position === undefined ? undefined : writer.remove(text, { holder, position }, slotAt(root, above));
    if (kind === 'set' && position !== undefined) return writer.replace(text, { holder, position }, value);
    if (typeof last === 'number') return writer.insert(text, { holder, position: last }, { value });
    return writer.insert(text, { holder, position: children.length }, { key: last, value });
  };
}

function slotAt(root: ValueNode, path: DocumentPath): Slot | undefined {
  const last = path.at(-1);
  const holder = nodeAt(root, path.slice(0, -1));
  const position = holder === undefined || last === undefined ? undefined : positionOf(holder, last);
  return holder === undefined || position === undefined ? undefined : { holder, position };
}

function nodeAt(root: ValueNode, path: DocumentPath): ValueNode | undefined {
  return path.reduce<ValueNode | undefined>((node, step) => {
    const position = node === undefined ? undefined : positionOf(node, step);
    return node === undefined || position === undefined ? undefined : childrenOf(node)[position];
  }, root);
}
