import { createHash } from 'node:crypto';
import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { printedBytes } from './printed-bytes.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/**
 * Asks for the digest of a regular file and, when it differs from `unless`, for its bytes up to `limitBytes`. A link at the end of
 * the path is followed only when asked to.
 */
export type ContentQuery = {
  readonly kind: 'content';
  readonly path: string;
  /** SHA-256 that makes reading the bytes unnecessary. */
  readonly unless: string;
  readonly limitBytes: number;
  readonly follow: boolean;
};

/** The answer: `base64` is absent when the digest is the expected one or the file is larger than the limit. */
export type ContentValue = { readonly sha256: string; readonly base64?: string };

/**
 * One `sha256sum` for all files. Marks per path as for `stat`, with `x` for anything but a readable regular file of the wanted
 * kind and `!` for one that may not be read; then one digest line per `+`, then the Base64 of each file that differs, closed by a
 * dot. Names with a newline are hashed one by one, because only some sha256sum escape them.
 */
export const contentKind: QueryKind = {
  kind: 'content',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_content() {
  sp_asked=$#
  sp_list=
  while [ $sp_asked -gt 0 ]; do
    sp_path=$1 sp_unless=$2 sp_bytes=$3 sp_follow=$4
    shift 4
    sp_asked=$((sp_asked - 4))
    if [ -L "$sp_path" ] && [ "$sp_follow" = 0 ]; then printf %s x
    elif [ ! -e "$sp_path" ]; then sp_gone "$sp_path"
    elif [ ! -f "$sp_path" ]; then printf %s x
    elif [ ! -r "$sp_path" ]; then printf %s !
    else
      printf %s +
      sp_list=$sp_list$sp_unless:$sp_bytes$nl
      set -- "$@" "$sp_path"
    fi
  done
  printf '\n'
  [ $# -gt 0 ] || return 0
  sp_hashes=$(sp_sha256 "$@" 2>/dev/null)
  sp_files=$#
  sp_count=$(IFS=$nl; sp_lines $sp_hashes)
  for sp_path; do case $sp_path in *"$nl"*) sp_count=0;; esac; done
  if [ "$sp_count" != "$sp_files" ]; then
    sp_hashes=
    for sp_path; do
      sp_one=$(sp_sha256_in <"$sp_path" 2>/dev/null) || sp_one=-
      sp_hashes=$sp_hashes$sp_one$nl
    done
  fi
  for sp_path; do
    sp_hash=\${sp_hashes%%"$nl"*}
    sp_hashes=\${sp_hashes#*"$nl"}
    sp_hash=\${sp_hash#\\}
    sp_hash=\${sp_hash%% *}
    sp_want=\${sp_list%%"$nl"*}
    sp_list=\${sp_list#*"$nl"}
    printf '%s\n' "$sp_hash"
    if [ "$sp_hash" != "\${sp_want%%:*}" ]; then head -c "\${sp_want#*:}" <"$sp_path" | sp_base64; fi
    printf '.\n'
  done
}
sp_lines() { printf %s $#; }
`.replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_content ${queries.flatMap((query) => [
      queryText(query, 'path'),
      queryText(query, 'unless'),
      // One byte more than the limit, to tell a file of exactly the limit from a larger one.
      Number(query['limitBytes']) + 1,
      query['follow'] === true ? 1 : 0,
    ])}`,
  parse: parseContents,
};

function parseContents(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const text = output.toString('latin1');
  const marks = text.slice(0, queries.length);
  if (!/^[-+!/x]*$/.test(marks) || text[queries.length] !== '\n') return unreadable(queries, 'the digests of files');
  const blocks = text.slice(queries.length + 1).split('\n.\n');
  return queries.map((query, index) => {
    const mark = marks[index];
    if (mark === '+') return readBlock(blocks.shift() ?? '', query);
    if (mark === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'content' } };
    return { status: 'absent' };
  });
}

function readBlock(block: string, query: Query): Answer {
  const lineEnd = block.indexOf('\n');
  const sha256 = lineEnd < 0 ? block : block.slice(0, lineEnd);
  if (!/^[0-9a-f]{64}$/.test(sha256)) return unknownContent('the node has no tool for SHA-256, or the file vanished');
  if (lineEnd < 0) return { status: 'found', value: sha256 === emptySha256 ? { sha256, base64: '' } : { sha256 } };
  const bytes = printedBytes(block.slice(lineEnd + 1));
  if (bytes.length > Number(query['limitBytes'])) return { status: 'found', value: { sha256 } };
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    return unknownContent('the file changed while it was read');
  return { status: 'found', value: { sha256, base64: bytes.toString('base64') } };
}

const emptySha256 = createHash('sha256').digest('hex');

function unknownContent(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}
