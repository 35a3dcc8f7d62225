import type { Shape } from '../diagnostics/shape.ts';
import { entryOf, keySpan, spanOf, type YamlMap, type YamlValue } from '../yaml/value.ts';
import type { Meta } from './draft.ts';

/** Reads the meta keys of a resource, a component or a play. */
export function readMeta(map: YamlMap, shape: Shape): Meta {
  const when = entryOf(map, 'when')?.value;
  const forEach = readForEach(map, shape);
  const after = entryOf(map, 'after')?.value;
  const sudo = readSudo(map, shape);
  const confirmWithin = entryOf(map, 'confirm_within')?.value;
  return {
    ...(when === undefined ? {} : { when }),
    ...(forEach === undefined ? {} : { forEach }),
    after: after === undefined ? [] : after.kind === 'list' ? after.items : [after],
    tags: readTags(map, shape),
    sensitive: readSensitive(map, shape),
    ...(sudo === undefined ? {} : { sudo }),
    ...(confirmWithin === undefined ? {} : { confirmWithin }),
  };
}

function readForEach(map: YamlMap, shape: Shape): Meta['forEach'] {
  const entry = entryOf(map, 'for_each');
  const as = entryOf(map, 'as');
  if (entry === undefined) {
    if (as !== undefined) shape.problem(keySpan(as), '`as` names the item of `for_each`, which is missing here.');
    return undefined;
  }
  if (as === undefined) return { value: entry.value, itemName: 'item', keyName: 'key' };
  const name = shape.text(as.value, '`as`');
  if (name === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) {
    if (name !== undefined) shape.problem(spanOf(as.value), `\`${name}\` is no variable name.`);
    return { value: entry.value, itemName: 'item', keyName: 'key' };
  }
  return { value: entry.value, itemName: name, keyName: `${name}_key` };
}

function readTags(map: YamlMap, shape: Shape): readonly string[] {
  const value = entryOf(map, 'tags')?.value;
  return value === undefined ? [] : (shape.texts(value, '`tags`') ?? []);
}

function readSensitive(map: YamlMap, shape: Shape): Meta['sensitive'] {
  const value = entryOf(map, 'sensitive')?.value;
  if (value === undefined) return [];
  if (value.kind === 'list') return shape.texts(value, '`sensitive`') ?? [];
  return shape.boolean(value, '`sensitive`') === true ? true : [];
}

function readSudo(map: YamlMap, shape: Shape): YamlValue | undefined {
  const value = entryOf(map, 'sudo')?.value;
  if (value === undefined) return undefined;
  const isFine = value.kind === 'scalar' && (typeof value.value === 'boolean' || typeof value.value === 'string');
  if (!isFine) {
    shape.problem(spanOf(value), '`sudo` must be true, false or the name of an account.');
    return undefined;
  }
  if (/^(?:yes|no|on|off)$/i.test(String(value.value))) {
    shape.boolean(value, '`sudo`');
    return undefined;
  }
  return value;
}
