import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { maxFileBytes } from './limits.ts';
import { createSourceText, positionAt, type SourceText, spanBetween } from './source-text.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly source: SourceText }
  | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

/**
 * Turns the bytes of a YAML file into text, or says why they are none: another file format, no UTF-8, NUL bytes, too large.
 * A byte order mark at the start is dropped.
 */
export function decodeYaml(file: string, bytes: Uint8Array): Decoded {
  const format = binaryFormatOf(bytes);
  if (format !== undefined) return refuse(file, 'SP111', `The file is ${format}, not YAML text.`);
  if (bytes.length > maxFileBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return refuse(file, 'SP110', `The file has ${size} MiB; the limit is 10 MiB.`);
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) return refuse(file, 'SP119', 'The file holds bytes that are not UTF-8.');
  const source = createSourceText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const diagnostic = findNul(source) ?? findOtherFormat(source);
  return diagnostic === undefined ? { kind: 'text', source } : { kind: 'refused', diagnostic };
}

/** Magic numbers from file(1)'s database; only formats that people confuse with a playbook by a wrong path. */
const binaryFormats: readonly (readonly [string, readonly number[]])[] = [
  ['an ELF program', [0x7f, 0x45, 0x4c, 0x46]],
  ['gzip data', [0x1f, 0x8b]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['xz data', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd data', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2 data', [0x42, 0x5a, 0x68]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['UTF-16 text', [0xff, 0xfe]],
  ['UTF-16 text', [0xfe, 0xff]],
];

function binaryFormatOf(bytes: Uint8Array): string | undefined {
  return binaryFormats.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0];
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function findNul(source: SourceText): Diagnostic | undefined {
  const at = source.text.indexOf('\0');
  if (at === -1) return undefined;
  const { line } = positionAt(source, at);
  return errorDiagnostic('SP119', {
    detail: `Line ${line} holds a NUL byte, which no text file has. The file is damaged or binary.`,
    hint: 'Check the path, or restore the file.',
    span: spanBetween(source, at, at + 1),
  });
}

const iniSection = /^\s*\[[\w.:-]+(?:\.[\w.:-]+|:\w+)*\]\s*(?:[#;].*)?$/;
const assignment = /^\s*[\w.-]+\s*=(?!=)/;

/** A section header followed by nothing that could be YAML: the shape of INI inventories and TOML files. */
function findOtherFormat(source: SourceText): Diagnostic | undefined {
  const lines = source.text.slice(0, 4096).split(/\r?\n/);
  const meant = lines.filter((line) => line.trim() !== '' && !/^\s*[#;]/.test(line));
  const [first, second] = meant;
  if (first === undefined || meant.some((line) => /^\s*[^\s:[\]]+\s*:(\s|$)/.test(line) || /^\s*- /.test(line)))
    return undefined;
  const isSection = iniSection.test(first) && second !== undefined && !/^[\s[{]/.test(second);
  if (!isSection && !assignment.test(first)) return undefined;
  const at = source.text.indexOf(first);
  return errorDiagnostic('SP116', {
    detail: `The file starts with \`${first.trim()}\`, as INI and TOML files do. Setpoint reads YAML.`,
    hint: 'Write maps as `key: value`, and the inventory as `nodes:` and `groups:`.',
    span: spanBetween(source, at, at + first.length),
  });
}

function refuse(file: string, code: 'SP110' | 'SP111' | 'SP119', detail: string): Decoded {
  const span = spanBetween(createSourceText(file, ''), 0, 0);
  return { kind: 'refused', diagnostic: errorDiagnostic(code, { detail, hint: hints[code], span }) };
}

const hints = {
  SP110: 'Split the file.',
  SP111: 'Check the path.',
  SP119: 'Save the file as UTF-8.',
} as const;
