/** Why the engine gave no value, read from the text of its error, which is the only form the binding has. */
export type EngineFailure = {
  readonly kind:
    | 'syntax'
    | 'undefined'
    | 'unknown-name'
    | 'missing-template'
    | 'nested'
    | 'fuel'
    | 'operation'
    | 'broken';
  /** The engine's own sentence, without positions and without values of variables. */
  readonly message: string;
  /** The template or `<expression>` the error is in. */
  readonly template: string | undefined;
  /** Line from 1; column from 0, in characters, undefined when the engine did not tell it. */
  readonly line: number;
  readonly column: number | undefined;
  readonly length: number;
};

/**
 * Reads an error of minijinja 2.11 in debug mode: `kind: detail (in NAME:LINE)`, then a frame in which carets mark the place. The
 * frame also lists the values of variables, which may be secret, so nothing but the first line and the carets is kept.
 */
export function readFailure(error: unknown): EngineFailure {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ''] = text.split('\n', 1);
  const head = /^(.*) \(in (.*):(\d+)\)$/.exec(first);
  if (head === null) {
    const kind =
      (error instanceof Error && error.name === 'RuntimeError') || /unsafe aliasing|string longer/.test(text);
    const message = kind ? 'the result is too large' : first.slice(0, 200);
    return { kind: kind ? 'broken' : 'operation', message, template: undefined, line: 1, column: undefined, length: 1 };
  }
  const [, message = '', template, line] = head;
  const carets = /^ {5}i( +)(\^+)/m.exec(text);
  return {
    kind: kindOf(message),
    message: message.slice(0, 300),
    template,
    line: Number(line),
    column: carets === null ? undefined : (carets[1]?.length ?? 1) - 1,
    length: carets?.[2]?.length ?? 1,
  };
}

const kindsByPrefix: readonly (readonly [string, EngineFailure['kind']])[] = [
  ['syntax error', 'syntax'],
  ['undefined value', 'undefined'],
  ['unknown filter', 'unknown-name'],
  ['unknown test', 'unknown-name'],
  ['unknown function', 'unknown-name'],
  ['unknown method', 'unknown-name'],
  ['template not found', 'missing-template'],
  ['could not render include', 'nested'],
  ['engine ran out of fuel', 'fuel'],
];

function kindOf(message: string): EngineFailure['kind'] {
  if (/on unsupported types .*\bundefined\b/.test(message)) return 'undefined';
  return kindsByPrefix.find(([prefix]) => message.startsWith(prefix))?.[1] ?? 'operation';
}
