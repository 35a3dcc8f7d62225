import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { keySpan, type YamlEntry, type YamlMap } from './value.ts';

/**
 * Checks the keys of a map: duplicates (in linear time, where the yaml package's own check is quadratic), reserved names, merge
 * keys and characters that cannot be seen. Gives the map without the entries it refused; a key with an invisible character counts
 * as the key that was meant, so that one slip is told once.
 */
export function checkKeys(map: YamlMap, report: (diagnostic: Diagnostic) => void): YamlMap {
  const first = new Map<string, YamlEntry>();
  let isChanged = false;
  for (const entry of map.entries) {
    const refusal = duplicateOf(entry, first.get(entry.key)) ?? refusalOf(entry);
    const slip = refusal === undefined ? invisibleIn(entry) : undefined;
    isChanged ||= refusal !== undefined || slip !== undefined;
    if (refusal !== undefined) report(refusal);
    else if (slip === undefined) first.set(entry.key, entry);
    else {
      report(tellCharacter(entry, slip));
      first.set(slip.mended, { ...entry, key: slip.mended });
    }
  }
  return isChanged ? { ...map, entries: [...first.values()] } : map;
}

function duplicateOf(entry: YamlEntry, first: YamlEntry | undefined): Diagnostic | undefined {
  if (first === undefined) return undefined;
  return errorDiagnostic('SP105', {
    detail: `The key \`${entry.key}\` stands in this map already, in line ${keySpan(first).start.line}. Only one of the values could count.`,
    hint: 'Remove one of the two.',
    span: keySpan(entry),
    related: [{ span: keySpan(first), label: 'first given here' }],
  });
}

const reservedKeys = new Set(['__proto__', 'constructor', 'prototype']);

function refusalOf(entry: YamlEntry): Diagnostic | undefined {
  if (entry.key === '<<' && entry.keyAt.style === 'plain') {
    return errorDiagnostic('SP117', {
      detail: 'The merge key `<<` is not part of YAML 1.2.',
      hint: 'Use variables of a group, or a component with parameters.',
      span: keySpan(entry),
    });
  }
  if (reservedKeys.has(entry.key)) {
    return errorDiagnostic('SP113', {
      detail: `The key \`${entry.key}\` is reserved.`,
      hint: 'Choose another name.',
      span: keySpan(entry),
    });
  }
  return undefined;
}

/** Characters that look like nothing or like a space; names after Unicode 16. */
const invisible: Readonly<Record<string, string>> = {
  '\u00A0': 'a non-breaking space (U+00A0)',
  '\u00AD': 'a soft hyphen (U+00AD)',
  '\u200B': 'a zero-width space (U+200B)',
  '\u200C': 'a zero-width non-joiner (U+200C)',
  '\u200D': 'a zero-width joiner (U+200D)',
  '\u2060': 'a word joiner (U+2060)',
  '\u202E': 'a right-to-left override (U+202E)',
  '\uFEFF': 'a byte order mark (U+FEFF)',
};

/** Cyrillic and Greek letters that look like Latin ones, each above the Latin letter. */
const foreign = 'аеорсухіјѕԁһԛԝАВЕКМНОРСТХІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const latin = 'aeopcyxijsdhqwABEKMHOPCTXIJSoABEZHIKMNOPTYX';
const lookAlikes = new Map(Array.from(foreign, (letter, index) => [letter, latin[index] ?? '']));

type Slip = { readonly what: string; readonly mended: string };

function invisibleIn(entry: YamlEntry): Slip | undefined {
  if (/^[\x20-\x7e]*$/.test(entry.key)) return undefined;
  const letters = Array.from(entry.key);
  const hidden = letters.find((letter) => Object.hasOwn(invisible, letter));
  if (hidden !== undefined) return { what: invisible[hidden] ?? '', mended: entry.key.replaceAll(hidden, '') };
  const alike = letters.find((letter) => lookAlikes.has(letter));
  if (alike === undefined || !/[A-Za-z]/.test(entry.key)) return undefined;
  const code = alike.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
  const mended = letters.map((letter) => lookAlikes.get(letter) ?? letter).join('');
  return { what: `the letter U+${code}, which looks like Latin \`${lookAlikes.get(alike)}\``, mended };
}

function tellCharacter(entry: YamlEntry, { what, mended }: Slip): Diagnostic {
  return errorDiagnostic('SP112', {
    detail: `The key \`${entry.key}\` holds ${what}, so it is another key than \`${mended}\`.`,
    hint: `Type the key again: ${mended}`,
    span: keySpan(entry),
  });
}
