import { createHash } from 'node:crypto';
import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type ReadBytes, readBytes } from './content-bytes.ts';
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
 * One `sha256sum` for all files, and one `head` for those whose bytes are wanted. Marks per path as for `stat`, with `x` for anything
 * but a readable regular file of the wanted kind and `!` for one that may not be read; then one digest line per `+`, then what
 * `content-bytes.ts` reads. Names with a newline are hashed one by one, because only some sha256sum escape them.
 *
 * The paths are spoken of by their numbers, because a list of arguments is copied whole whenever one is added to it.
 */
export const contentKind: QueryKind = {
  kind: 'content',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_content() {
  sp_at=0 sp_field=path sp_list= sp_paths=
  for sp_word; do
    sp_at=$((sp_at + 1))
    case $sp_field in
      path) sp_path=$sp_word sp_number=$sp_at sp_field=unless; continue;;
      unless) sp_unless=$sp_word sp_field=bytes; continue;;
      bytes) sp_bytes=$sp_word sp_field=follow; continue;;
    esac
    sp_field=path
    if [ -L "$sp_path" ] && [ "$sp_word" = 0 ]; then printf %s x
    elif [ ! -e "$sp_path" ]; then sp_gone "$sp_path"
    elif [ ! -f "$sp_path" ]; then printf %s x
    elif [ ! -r "$sp_path" ]; then printf %s !
    else
      printf %s +
      sp_list=$sp_list$sp_unless:$sp_bytes$nl sp_paths=$sp_paths' "\${'$sp_number'}"'
    fi
  done
  printf '\n'
  [ -n "$sp_paths" ] || return 0
  eval "set -- $sp_paths"
  sp_digests "$@"
  sp_heads "$@"
}
sp_digests() {
  sp_hashes=$(sp_sha256 "$@" 2>/dev/null)
  sp_files=$#
  sp_count=$(IFS=$nl; sp_lines $sp_hashes)
  for sp_path; do case $sp_path in *"$nl"*) sp_count=0;; esac; done
  [ "$sp_count" != "$sp_files" ] || return 0
  sp_hashes=
  for sp_path; do
    sp_one=$(sp_sha256_in <"$sp_path" 2>/dev/null) || sp_one=-
    sp_hashes=$sp_hashes$sp_one$nl
  done
}
sp_lines() { printf %s $#; }
sp_heads() {
  sp_at=0 sp_last= sp_reads=
  for sp_path; do
    sp_at=$((sp_at + 1))
    sp_hash=\${sp_hashes%%"$nl"*}
    sp_hashes=\${sp_hashes#*"$nl"}
    sp_hash=\${sp_hash#\\}
    sp_hash=\${sp_hash%% *}
    sp_want=\${sp_list%%"$nl"*}
    sp_list=\${sp_list#*"$nl"}
    sp_bytes=\${sp_want#*:}
    printf '%s\n' "$sp_hash"
    if [ "\${#sp_hash}" = 64 ] && [ "$sp_hash" != "\${sp_want%%:*}" ] && [ "$sp_bytes" != 1 ]; then
      [ "$sp_bytes" = "$sp_last" ] || sp_reads="$sp_reads\${nl}sp_head $sp_bytes" sp_last=$sp_bytes
      sp_reads=$sp_reads' "\${'$sp_at'}"'
    fi
  done
  eval "$sp_reads"
}
sp_head() {
  sp_bytes=$1
  shift
  if [ $# -eq 1 ]; then head -c "$sp_bytes" <"$1"; else head -c "$sp_bytes" -- "$@" 2>/dev/null; fi | sp_base64
  printf '.\n'
}
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
  const there = queries.filter((_, index) => marks[index] === '+');
  const { lines, rest } = firstLines(text.slice(queries.length + 1), there.length);
  const digested = there.map((query, index): Digested => ({ query, sha256: lines[index] ?? '' }));
  const wanted = digested.filter(isWanted);
  const bytes = readBytes(
    rest,
    wanted.map(({ query, sha256 }) => ({
      path: queryText(query, 'path'),
      sha256,
      mostBytes: Number(query['limitBytes']) + 1,
    })),
  );
  const answers = digested.map((each) => answerFor(each, bytes[wanted.indexOf(each)]));
  return queries.map((_, index) => {
    if (marks[index] === '+') return answers.shift() ?? unknownContent('the node did not tell of all files');
    if (marks[index] === '!') return { status: 'unknown', cause: { kind: 'denied', what: 'content' } };
    return { status: 'absent' };
  });
}

/** A file that is there, and the digest that the node told of it. */
type Digested = { readonly query: Query; readonly sha256: string };

function isWanted({ query, sha256 }: Digested): boolean {
  return isDigest(sha256) && sha256 !== query['unless'] && query['limitBytes'] !== 0;
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function firstLines(text: string, count: number): { readonly lines: readonly string[]; readonly rest: string } {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < count) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  return { lines, rest: text.slice(start) };
}

function answerFor({ query, sha256 }: Digested, read: ReadBytes | undefined): Answer {
  if (!isDigest(sha256)) return unknownContent('the node has no tool for SHA-256, or the file vanished');
  if (sha256 === emptySha256) return { status: 'found', value: { sha256, base64: '' } };
  if (!isWanted({ query, sha256 }) || read === 'more') return { status: 'found', value: { sha256 } };
  if (read === undefined || read === 'changed') return unknownContent('the file changed while it was read');
  return { status: 'found', value: { sha256, base64: read.toString('base64') } };
}

const emptySha256 = createHash('sha256').digest('hex');

function unknownContent(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}
