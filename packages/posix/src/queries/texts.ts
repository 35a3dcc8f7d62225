import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { printedBytes } from './printed-bytes.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for what all files whose paths match a pattern of the shell hold; links among them are told, and read as what they lead to. */
export type TextsQuery = { readonly kind: 'texts'; readonly pattern: string };

/** The answer, in the order of the paths; a directory that may not be listed is unknown. Paths with a line end are left out. */
export type TextsValue = { readonly files: readonly FoundText[] };

/** `base64` is absent for a file that may not be read, or is larger than 256 KiB. */
export type FoundText = { readonly path: string; readonly isLink: boolean; readonly base64?: string };

/** Asks for all files that an absolute pattern stands for, with their text. */
export function textsQuery(pattern: string): TextsQuery {
  return { kind: 'texts', pattern };
}

const limitBytes = 256 * 1024;

/**
 * Per pattern a line `d` where its directory may not be listed; then per file `+`, `!` or `>` (readable, not readable, too large)
 * with `l` behind it for a link, and the path; after `+` the Base64 of the file and a dot. The last line of a pattern is `=`.
 */
export const textsKind: QueryKind = {
  kind: 'texts',
  batchSize: 100,
  library: shRaw(
    String.raw`sp_texts() {
  IFS=
  for sp_pattern; do
    sp_dir=\${sp_pattern%/*}
    if [ -d "$sp_dir" ] && { [ ! -r "$sp_dir" ] || [ ! -x "$sp_dir" ]; }; then printf 'd\n'; fi
    set +f
    set -- $sp_pattern
    set -f
    for sp_path; do
      [ -f "$sp_path" ] || continue
      case $sp_path in *"$nl"*) continue;; esac
      sp_link=
      [ ! -L "$sp_path" ] || sp_link=l
      if [ ! -r "$sp_path" ]; then printf '!%s %s\n' "$sp_link" "$sp_path"
      elif [ "$(head -c ${limitBytes + 1} <"$sp_path" | wc -c)" -gt ${limitBytes} ]; then printf '>%s %s\n' "$sp_link" "$sp_path"
      else
        printf '+%s %s\n' "$sp_link" "$sp_path"
        sp_base64 <"$sp_path"
        printf '.\n'
      fi
    done
    printf '=\n'
  done
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_texts ${queries.map((query) => queryText(query, 'pattern'))}`,
  parse: parseTexts,
};

function parseTexts(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const blocks = readBlocks(output.toString('utf8').split('\n'));
  if (blocks?.length !== queries.length) return unreadable(queries, 'what files hold');
  return blocks.map(({ isDenied, files }, index): Answer => {
    if (!isDenied) return { status: 'found', value: { files } };
    const what = queryText(queries[index] ?? { kind: '' }, 'pattern').replace(/\/[^/]*$/, '');
    return { status: 'unknown', cause: { kind: 'denied', what } };
  });
}

type Block = { readonly isDenied: boolean; readonly files: readonly FoundText[] };

/** One block per pattern; undefined for an output that is cut or makes no sense. */
function readBlocks(lines: readonly string[]): readonly Block[] | undefined {
  const blocks: Block[] = [];
  let files: FoundText[] = [];
  let isDenied = false;
  for (let at = 0; at < lines.length - 1; at += 1) {
    const line = lines[at] ?? '';
    const [, mark, link, path] = /^([+!>])(l?) (\/.*)$/.exec(line) ?? [];
    if (line === '=') {
      blocks.push({ isDenied, files });
      files = [];
      isDenied = false;
    } else if (line === 'd') isDenied = true;
    else if (path === undefined) return undefined;
    else {
      const end = mark === '+' ? lines.indexOf('.', at) : at;
      if (end < 0) return undefined;
      const bytes = mark === '+' ? printedBytes(lines.slice(at + 1, end).join('\n')) : undefined;
      const base64 = bytes === undefined ? {} : { base64: bytes.toString('base64') };
      files.push({ path, isLink: link === 'l', ...base64 });
      at = end;
    }
  }
  return lines.at(-1) === '' && files.length === 0 && !isDenied ? blocks : undefined;
}
