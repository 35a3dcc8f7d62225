import { type Diagnostic, type DiagnosticCode, errorDiagnostic, nearestName, type SourceSpan } from '@setpoint/model';
import {
  describeValue,
  keySpan,
  spanOf,
  type YamlEntry,
  type YamlList,
  type YamlMap,
  type YamlValue,
} from '../yaml/value.ts';

export type Report = (diagnostic: Diagnostic) => void;

/** Reads the parts of a file whose shape Setpoint itself fixes, and reports what does not fit under one code. */
export type Shape = {
  /** The value as a map; reports and gives undefined when it is none. */
  readonly map: (value: YamlValue, what: string) => YamlMap | undefined;
  /** The value as a list; a single value is no list. */
  readonly list: (value: YamlValue, what: string) => YamlList | undefined;
  readonly text: (value: YamlValue, what: string) => string | undefined;
  /** One text, or a list of texts. */
  readonly texts: (value: YamlValue, what: string) => readonly string[] | undefined;
  readonly boolean: (value: YamlValue, what: string) => boolean | undefined;
  readonly wholeNumber: (value: YamlValue, what: string, least: number) => number | undefined;
  /** Reports the keys of a map that are not among the known ones. */
  readonly onlyKeys: (map: YamlMap, known: readonly string[], what: string) => void;
  readonly problem: (span: SourceSpan, detail: string, hint?: string) => void;
};

/** Makes the reader for one kind of file. */
export function createShape(
  codes: { readonly shape: DiagnosticCode; readonly key: DiagnosticCode },
  report: Report,
): Shape {
  const problem = (span: SourceSpan, detail: string, hint?: string): void =>
    report(
      errorDiagnostic(codes.shape, {
        detail,
        span,
        hint: hint ?? 'Mend the place that is shown; docs/language.md describes the shape.',
      }),
    );
  const wrong = (value: YamlValue, what: string, expected: string): undefined => {
    if (value.kind === 'scalar' && expected === 'true or false' && /^(?:yes|no|on|off)$/i.test(String(value.value))) {
      report(booleanWord(value));
    } else
      problem(
        spanOf(value),
        `${what} must be ${expected}, but it is ${describeValue(value)}.`,
        `Write ${expected} here.`,
      );
    return undefined;
  };
  const text = (value: YamlValue, what: string): string | undefined =>
    value.kind === 'scalar' && typeof value.value === 'string' ? value.value : wrong(value, what, 'a text');
  return {
    map: (value, what) => (value.kind === 'map' ? value : wrong(value, what, 'a map')),
    list: (value, what) => (value.kind === 'list' ? value : wrong(value, what, 'a list')),
    text,
    texts: (value, what) => {
      const texts = (value.kind === 'list' ? value.items : [value]).map((item) => text(item, what));
      return texts.every((item) => item !== undefined) ? texts : undefined;
    },
    boolean: (value, what) =>
      value.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : wrong(value, what, 'true or false'),
    wholeNumber: (value, what, least) =>
      value.kind === 'scalar' && Number.isInteger(value.value) && Number(value.value) >= least
        ? Number(value.value)
        : wrong(value, what, `a whole number of at least ${least}`),
    onlyKeys: (map, known, what) => {
      for (const entry of map.entries) {
        if (!known.includes(entry.key)) report(unknownKey(codes.key, entry, { known, what }));
      }
    },
    problem,
  };
}

/** `yes`, `no`, `on` or `off` where a boolean is expected. */
export function booleanWord(value: YamlValue): Diagnostic {
  const word = value.kind === 'scalar' ? String(value.value) : '';
  const meant = /^(?:yes|on)$/i.test(word);
  return errorDiagnostic('SP223', {
    detail: `\`${word}\` is a text in YAML 1.2, and a boolean is expected here.`,
    hint: `Write ${meant}.`,
    span: spanOf(value),
  });
}

/** A key that means nothing where it stands, with the nearest one that would. */
export function unknownKey(
  code: DiagnosticCode,
  entry: YamlEntry,
  { known, what }: { readonly known: readonly string[]; readonly what: string },
): Diagnostic {
  const near = nearestName(entry.key, known);
  return errorDiagnostic(code, {
    detail: `${what} has no key \`${entry.key}\`.`,
    hint: near === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
    span: keySpan(entry),
  });
}
