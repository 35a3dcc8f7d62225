import { type Diagnostic, type DiagnosticCode, errorDiagnostic } from '@setpoint/model';
import type { YAMLParseError } from 'yaml';
import { maxDepth } from './limits.ts';
import { positionAt, type SourceText, spanBetween } from './source-text.ts';

type Told = { readonly code: DiagnosticCode; readonly detail: string; readonly hint?: string; readonly at?: number };

/** Tells a syntax error of the yaml package in our words, at the place where a person mends it. */
export function explainSyntax(source: SourceText, error: YAMLParseError): Diagnostic {
  const [start, end] = error.pos;
  const told = tell(source, error);
  const { code, detail, hint, at = start } = tellExpression(source, told, told.at ?? start) ?? told;
  return errorDiagnostic(code, {
    detail,
    ...(hint === undefined ? {} : { hint }),
    span: spanBetween(source, at, Math.max(at + 1, Math.min(end, at + 80))),
  });
}

/** A grammar error in a line with an expression is nearly always the expression's braces, colon or hash. */
function tellExpression(source: SourceText, told: Told, at: number): Told | undefined {
  if (told.code === 'SP102' || told.detail.startsWith('The text that opens')) return undefined;
  const { line } = positionAt(source, at);
  const start = source.lineStarts[line - 1] ?? 0;
  const text = source.text.slice(start, source.lineStarts[line] ?? source.text.length);
  const expression = text.indexOf('${{');
  if (expression === -1) return undefined;
  return {
    code: 'SP115',
    detail: 'YAML cannot read this expression as part of a text: it stands in brackets, or holds `: ` or ` #`.',
    hint: 'Put the value in quotes: "${{ … }}".',
    at: start + expression,
  };
}

const lookAround = 'Check quotes, colons and indentation in this line and the one before it.';

function tell(source: SourceText, error: YAMLParseError): Told {
  const at = error.pos[0];
  if (/\t/.test(indentationAt(source, at))) return tellTab(source, at);
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tellTab(source, at);
    case 'BAD_INDENT':
    case 'BAD_COLLECTION_TYPE':
      return tellIndentation(source, at, error.message);
    case 'MISSING_CHAR':
      return tellMissing(source, at, error.message);
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return tellKey(source, at);
    case 'RESOURCE_EXHAUSTION':
      return {
        code: 'SP109',
        detail: 'Lists and maps stand in each other more than 100 levels deep.',
        hint: 'Look for brackets that are never closed.',
        at: tooDeep(source),
      };
    case 'TAG_RESOLVE_FAILED':
      return { code: 'SP106', detail: `The tag cannot be resolved: ${sentence(error.message)}` };
    case 'UNEXPECTED_TOKEN':
      return tellUnexpected(source, at, error.message);
    case 'BAD_SCALAR_START':
      return {
        code: 'SP101',
        detail: `A value cannot start with \`${source.text[at] ?? ''}\` unless it is quoted.`,
        hint: 'Put the value in quotes.',
      };
    default:
      return { code: 'SP101', detail: sentence(error.message), hint: lookAround };
  }
}

/**
 * Where it becomes too deep, by the look of it: the parser gives up where its own stack ends, which is another place on every day.
 * Brackets in quotes are counted too; with so many levels that hardly matters.
 */
function tooDeep({ text }: SourceText): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (depth > maxDepth) return at;
  }
  const block = new RegExp(`^(?: {${maxDepth + 1},}|(?: *[-?] +){${maxDepth + 1}})`, 'm').exec(text);
  return block === null ? 0 : block.index + block[0].length;
}

function tellTab(source: SourceText, at: number): Told {
  const line = positionAt(source, at).line;
  const start = source.lineStarts[line - 1] ?? 0;
  const tab = source.text.indexOf('\t', start);
  return {
    code: 'SP102',
    detail: `Line ${line} is indented with a tab. YAML allows only spaces there.`,
    hint: 'Replace the tab by spaces.',
    at: tab === -1 ? at : tab,
  };
}

function tellIndentation(source: SourceText, at: number, message: string): Told {
  const open = openFlow(source, at);
  if (open !== undefined && /flow|bracket/i.test(message)) return tellOpen(source, open);
  const { line } = positionAt(source, at);
  const text = (source.lineStarts[line - 1] ?? 0) + indentationAt(source, at).length;
  const { column } = positionAt(source, text);
  return {
    code: 'SP103',
    detail: `Line ${line} starts in column ${column}, which fits none of the lines before it.`,
    hint: 'Align the line with the keys or dashes it belongs to.',
    at: Math.max(at, text),
  };
}

function tellMissing(source: SourceText, at: number, message: string): Told {
  const quote = /closing (["'])quote/.exec(message)?.[1] ?? /Missing closing (["'])/.exec(message)?.[1];
  if (quote !== undefined) {
    const open = lastUnclosedQuote(source, at, quote);
    const { line } = positionAt(source, open);
    return {
      code: 'SP104',
      detail: `The text that opens with ${quote} in line ${line} is not closed.`,
      hint: `Add the closing ${quote}.`,
      at: open,
    };
  }
  return tellUnexpected(source, at, message);
}

function tellUnexpected(source: SourceText, at: number, message: string): Told {
  const open = openFlow(source, at);
  if (open !== undefined) return tellOpen(source, open);
  if (/without - indicator/.test(message)) return tellIndentation(source, at, message);
  return { code: 'SP101', detail: sentence(message), hint: lookAround };
}

function tellKey(source: SourceText, at: number): Told {
  const { line } = positionAt(source, at);
  const open = openFlow(source, at);
  if (open !== undefined) return tellOpen(source, open);
  const blank = foreignBlank(source, line);
  if (blank !== undefined) return blank;
  return {
    code: 'SP103',
    detail: `The value that starts in line ${line} is continued by a line that looks like a key.`,
    hint: 'Check the indentation, a missing `:` or a missing quote above, or quote a text that holds `: `.',
  };
}

/** A blank from a web page behind the colon of a key looks like a space and makes key and value one text. */
function foreignBlank(source: SourceText, line: number): Told | undefined {
  const start = source.lineStarts[line - 1] ?? 0;
  const match = /^[^\n]*?:(?=[\u00A0\u2000-\u200B\u202F\u3000])/.exec(source.text.slice(start));
  if (match === null) return undefined;
  const at = start + match[0].length;
  const code = source.text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'SP112',
    detail: `In line ${line} a character that is no space (U+${code}) stands behind the colon, so what is before it is no key.`,
    hint: 'Replace it by a space.',
    at,
  };
}

function tellOpen(source: SourceText, open: number): Told {
  const mark = source.text[open] ?? '[';
  const closing = mark === '{' ? '}' : ']';
  return {
    code: 'SP104',
    detail: `The ${mark} in line ${positionAt(source, open).line} is not closed.`,
    hint: `Add the closing ${closing}.`,
    at: open,
  };
}

/** The last bracket before the offset that has no partner; looks at the text only, quotes and comments left out. */
function openFlow(source: SourceText, at: number): number | undefined {
  const open: number[] = [];
  const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?:^|\s)#.*|\$\{\{.*?\}\}|[[\]{}]/gm;
  const before = source.text.slice(Math.max(0, at - 20_000), at + 1);
  const shift = Math.max(0, at - 20_000);
  for (const match of before.matchAll(token)) {
    if (match[0] === '[' || match[0] === '{') open.push(match.index + shift);
    else if (match[0] === ']' || match[0] === '}') open.pop();
  }
  return open.at(-1);
}

/** Where the quote that swallowed the rest opened: the last line start that opens a value with it and has no partner. */
function lastUnclosedQuote(source: SourceText, at: number, quote: string): number {
  const pattern = quote === '"' ? /(?<=^|[\s[{,:])"(?:[^"\\]|\\[^])*("|$)/g : /(?<=^|[\s[{,:])'(?:[^']|'')*('|$)/g;
  const lineOf = (offset: number): number => positionAt(source, offset).line;
  let open = at;
  for (const match of source.text.matchAll(pattern)) {
    const last = match.index + match[0].length;
    if (match[1] === '' || lineOf(match.index) !== lineOf(last)) {
      open = match.index;
      break;
    }
  }
  return open;
}

function indentationAt(source: SourceText, at: number): string {
  const start = source.lineStarts[positionAt(source, at).line - 1] ?? 0;
  return /^[ \t]*/.exec(source.text.slice(start, start + 200))?.[0] ?? '';
}

/** The yaml package's words as a sentence. */
function sentence(message: string): string {
  const plain = message.replace(/ at line \d+, column \d+:?[^]*$/, '').trim();
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
