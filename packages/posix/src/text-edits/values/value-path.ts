/** One step into a document: a key of a map, a position in a list, or the item of a list whose key has this value. */
export type PathStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'item'; readonly key: string; readonly value: string };

/** The steps of a path, or why it is none; `detail` is a sentence. */
export type ParsedPath =
  | { readonly kind: 'path'; readonly steps: readonly PathStep[] }
  | { readonly kind: 'invalid'; readonly detail: string };

const stepPattern = /\.?"((?:[^"\\]|\\.)*)"|\[(\d+)\]|\[([^\]=]+)=("(?:[^"\\]|\\.)*"|[^\]]*)\]|\.?([^.[\]"=\s]+)/suy;

/**
 * Reads a path such as `servers[0].port`, `users[name=ann].shell` or `"a key.with dots".x`: keys are separated by dots, one with other
 * signs stands in double quotes, positions begin with 0.
 */
export function parseValuePath(text: string): ParsedPath {
  const steps: PathStep[] = [];
  let at = 0;
  while (at < text.length) {
    stepPattern.lastIndex = at;
    const match = stepPattern.exec(text);
    if (match === null || (at === 0 && match[0].startsWith('.')) || (at > 0 && !/^[.[]/.test(match[0])))
      return wrong(text, at);
    steps.push(toStep(match));
    at = stepPattern.lastIndex;
  }
  return steps.length === 0 ? { kind: 'invalid', detail: 'The path is empty.' } : { kind: 'path', steps };
}

function toStep([, quoted, index, key, value = '', plain = '']: RegExpExecArray): PathStep {
  if (quoted !== undefined) return { kind: 'key', key: unquote(quoted) };
  if (index !== undefined) return { kind: 'index', index: Number(index) };
  if (key !== undefined)
    return { kind: 'item', key, value: value.startsWith('"') ? unquote(value.slice(1, -1)) : value };
  return { kind: 'key', key: plain };
}

function unquote(text: string): string {
  return text.replaceAll(/\\(.)/gsu, '$1');
}

function wrong(text: string, at: number): ParsedPath {
  const detail = `The path \`${text}\` cannot be read from its character ${at + 1} on: write it like \`servers[0].port\`, \`users[name=ann].shell\` or \`"a key".x\`.`;
  return { kind: 'invalid', detail };
}

/** A path as it is written. */
export function formatSteps(steps: readonly PathStep[]): string {
  const text = steps.map(formatStep).join('');
  return text.startsWith('.') ? text.slice(1) : text;
}

function formatStep(step: PathStep): string {
  switch (step.kind) {
    case 'key':
      return /^[^.[\]"=\s]+$/u.test(step.key) ? `.${step.key}` : `.${JSON.stringify(step.key)}`;
    case 'index':
      return `[${step.index}]`;
    case 'item':
      return `[${step.key}=${step.value}]`;
    default:
      return step satisfies never;
  }
}
