import type { Answer, Query } from '@setpoint/model';
import { sh, shJoin, shRaw } from '@setpoint/sdk';
import { proxyLibrary } from '../fetching/proxy.ts';
import { printedBytes } from './printed-bytes.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/**
 * Asks for digests of a file and, where they are not enough, what a server says of the URL that it comes from. The server is asked
 * for headers, and for a file of checksums, by curl or wget of the node; a node that has neither says nothing of it.
 */
export type DownloadQuery = {
  readonly kind: 'download';
  readonly path: string;
  readonly url: string;
  /** `sha256` and so on, with the digest that makes every question needless; empty when none is declared. */
  readonly algorithm: string;
  readonly digest: string;
  /** URL of a file of checksums; empty when there is none. Then digests by the algorithm of the file are told. */
  readonly sums: string;
  /** Whether the server is asked for headers: never, or always, or when the file is not there or has another digest. */
  readonly look: 'never' | 'differs' | 'always';
  /** By which the server is reached, as `http://HOST:PORT`; empty for what the environment says. */
  readonly proxy: string;
};

/** What a server said, or why it could not be asked, as a short phrase. */
export type Told<Value> =
  | { readonly kind: 'told'; readonly value: Value }
  | { readonly kind: 'silent'; readonly why: string };

/** The answer. Null stands for what was not asked. */
export type DownloadValue = {
  /** By algorithm, in hex; empty when there is no regular file that may be read. */
  readonly digests: Readonly<Record<string, string>>;
  /** The text of the file of checksums. */
  readonly sums: Told<string> | null;
  readonly head: Told<DownloadHead> | null;
  /** The file was downloaded by this plan: nothing is to be compared. */
  readonly isFresh?: true;
};

/** What the headers tell: the status of the last answer, the size, and the time of the last change as `2026-11-23 00:42:19` in UTC. */
export type DownloadHead = {
  readonly status: number | null;
  readonly sizeBytes: number | null;
  readonly modified: string | null;
};

/** Text that is read of a file of checksums. */
const sumsBytes = 1024 * 1024;

/**
 * Per query a line `d ALGORITHM DIGEST` for each digest, then `s CODE` and `h CODE` with what was said as Base64, closed by a dot,
 * and a line `=`. Time is kept by `timeout`, because the wget of some busyboxes dies of its own. A server that does not answer is asked twice at most, whatever the number of files.
 */
export const downloadKind: QueryKind = {
  kind: 'download',
  batchSize: 50,
  library: shJoin(
    [
      proxyLibrary,
      shRaw(
        String.raw`sp_downloads() {
  sp_lost=0
  sp_tool=
  sp_plain=
  if sp_has curl; then sp_tool=curl
  elif sp_has wget; then
    sp_tool=wget
    case $(wget --help 2>&1) in *BusyBox*) ;; *) sp_plain=--no-netrc;; esac
  fi
  while [ $# -gt 0 ]; do
    sp_download "$@"
    printf '=\n'
    shift 7
  done
}
sp_download() {
  sp_proxy=$7
  if [ -n "$5" ] && [ -n "$sp_tool" ]; then
    sp_ask sums "$5"
    sp_tell s
    sp_longest=$(printf %s "$sp_said" | tr -c '0-9a-fA-F' '\n' | awk 'length($0) > n { n = length($0) } END { print n + 0 }')
    case $sp_longest in 32) sp_algo=md5;; 40) sp_algo=sha1;; 56) sp_algo=sha224;; 96) sp_algo=sha384;; 128) sp_algo=sha512;; *) sp_algo=sha256;; esac
  else sp_algo=$3; fi
  sp_now=
  if [ -n "$sp_algo" ] && [ -f "$1" ] && [ ! -L "$1" ] && [ -r "$1" ]; then
    sp_now=$(sp_digest_in "$sp_algo" <"$1" 2>/dev/null)
    sp_now=\${sp_now%% *}
    [ -z "$sp_now" ] || printf 'd %s %s\n' "$sp_algo" "$sp_now"
  fi
  [ "$6" = always ] || { [ "$6" = differs ] && { [ -z "$sp_now" ] || { [ "$sp_now" != "$4" ] && [ -z "$5" ]; }; }; } || return 0
  [ "$6" = always ] || [ ! -f "$1" ] || [ -n "$sp_algo" ] || return 0
  [ -n "$sp_tool" ] || return 0
  sp_ask head "$2"
  sp_tell h
}
sp_digest_in() {
  if sp_has "$1"sum; then "$1"sum; elif sp_has openssl; then openssl dgst -r -"$1"; else return 127; fi
}
sp_ask() {
  if [ "$sp_lost" -ge 2 ]; then sp_said='no server answered before' sp_code=-1; return; fi
  case $sp_tool:$1 in
    curl:head) sp_said=$(sp_proxied; curl -q -g -sS -I -L --max-redirs 10 --proto =http,https --connect-timeout 5 --max-time 10 "$2" 2>&1 | head -c 65536; printf '\n0');;
    curl:sums) sp_said=$(sp_proxied; curl -q -g -f -sS -L --max-redirs 10 --proto =http,https --connect-timeout 5 --max-time 20 "$2" 2>&1; printf '\n%s' "$?");;
    wget:head) sp_said=$(sp_proxied; sp_timeout 10 wget $sp_plain \${sp_plain:+$sp_by_proxy} -S --spider "$2" 2>&1 | head -c 65536; printf '\n0');;
    wget:sums) sp_said=$(sp_proxied; sp_timeout 20 wget $sp_plain \${sp_plain:+$sp_by_proxy} -q -O - "$2" 2>&1; printf '\n%s' "$?");;
  esac
  sp_code=\${sp_said##*"$nl"}
  sp_said=\${sp_said%"$nl"*}
  case $1:$sp_code:$sp_said in
    head:0:*HTTP/*|sums:0:*|sums:22:*|sums:8:*) ;;
    *) sp_lost=$((sp_lost + 1));;
  esac
}
sp_tell() {
  printf '%s %s\n' "$1" "$sp_code"
  printf %s "$sp_said" | head -c ${sumsBytes} | sp_base64
  printf '\n.\n'
}
`.replaceAll('\\${', '${'),
      ),
    ],
    '',
  ),
  section: (queries) =>
    sh`sp_downloads ${queries.flatMap((query) => ['path', 'url', 'algorithm', 'digest', 'sums', 'look', 'proxy'].map((name) => queryText(query, name)))}`,
  parse: parseDownloads,
};

function parseDownloads(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const blocks = output.toString('latin1').split(/(?:^|(?<=\n))=\n/);
  if (blocks.length !== queries.length + 1) return unreadable(queries, 'the digests of files');
  return queries.map((_, index) => ({ status: 'found', value: readBlock(blocks[index] ?? '') }));
}

function readBlock(block: string): DownloadValue {
  const digests: Record<string, string> = {};
  for (const [, algorithm = '', digest = ''] of block.matchAll(/^d (\w+) ([0-9a-f]{32,128})$/gm))
    digests[algorithm] = digest;
  const sums = readSaid(block, 's');
  const head = readSaid(block, 'h');
  return {
    digests,
    sums: sums === undefined ? null : sums.code === 0 ? { kind: 'told', value: sums.text } : silent(sums.text),
    head: head === undefined ? null : readHead(head.text),
  };
}

type Said = { readonly code: number; readonly text: string };

function readSaid(block: string, mark: 's' | 'h'): Said | undefined {
  const match = new RegExp(`^${mark} (-?\\d+)\\n([^.]*)\\n\\.$`, 'm').exec(block);
  if (match === null) return undefined;
  const [, code, encoded = ''] = match;
  return { code: Number(code), text: printedBytes(encoded).toString('utf8') };
}

function silent(text: string): Told<never> {
  const line = text.trim().split('\n').at(-1)?.trim() ?? '';
  return { kind: 'silent', why: line === '' ? 'nothing was answered' : line.slice(0, 200) };
}

/** Reads the headers of the last answer; those of redirections stand before it. */
function readHead(text: string): Told<DownloadHead> {
  const last = text.lastIndexOf('HTTP/');
  if (last < 0) return silent(text);
  const headers = text.slice(last);
  const status = /^HTTP\/[\d.]+ (\d{3})/.exec(headers)?.[1];
  const size = /^[ \t]*content-length:[ \t]*(\d+)/im.exec(headers)?.[1];
  const time = Date.parse(/^[ \t]*last-modified:[ \t]*(.+?)\r?$/im.exec(headers)?.[1] ?? '');
  return {
    kind: 'told',
    value: {
      status: status === undefined ? null : Number(status),
      sizeBytes: size === undefined ? null : Number(size),
      modified: Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 19).replace('T', ' '),
    },
  };
}
