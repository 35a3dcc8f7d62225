import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/**
 * Asks for a table of nftables as it is in force, and how the node itself would spell the declared one. A node without `nft` answers
 * absent.
 */
export type NftTableQuery = {
  readonly kind: 'nft-table';
  readonly family: string;
  readonly name: string;
  /** The program that makes the declared table; empty to ask for the table alone. */
  readonly text: string;
};

/** The answer; listings are those of `nft -s`, without counters and handles, and without elements that come and go by themselves. */
export type NftTableValue = {
  /** Null when there is no such table. */
  readonly live: string | null;
  /** Digest of the live listing without any elements; empty when there is no such table. */
  readonly digest: string;
  /** The declared table as the node lists it; null where it cannot be tried out apart from the node's own network. */
  readonly wanted: string | null;
  /** What `nft` says against the declared program; null when nothing. */
  readonly fault: string | null;
  /** How this conversation came in over SSH: address and port of the peer, then of the node; null when it did not. */
  readonly way: readonly [string, number, string, number] | null;
};

/**
 * Per table: a word, then four pieces in Base64, each closed by a dot. The declared program is read over with `nft -c`, which
 * changes nothing, and is loaded into a network namespace that nobody else has and that ends with the command; so nothing happens
 * on the node. `sudo` takes SSH_CONNECTION away, so it is looked for in the processes that led here.
 */
export const nftTableKind: QueryKind = {
  kind: 'nft-table',
  batchSize: 50,
  library: shRaw(
    String.raw`sp_nft_tables() {
  sp_nft_way
  while [ $# -gt 0 ]; do
    sp_nft_table "$1" "$2" "$3"
    shift 3
  done
}
sp_nft_piece() { printf %s "$1" | sp_base64; printf '.\n'; }
sp_nft_way() {
  sp_way=\${SSH_CONNECTION-} sp_pid=$$ sp_climbs=0
  while [ -z "$sp_way" ] && [ "$sp_pid" -gt 1 ] 2>/dev/null && [ "$sp_climbs" -lt 12 ]; do
    sp_way=$(tr '\0' '\n' <"/proc/$sp_pid/environ" 2>/dev/null | sed -n 's/^SSH_CONNECTION=//p')
    sp_climbs=$((sp_climbs + 1))
    { read -r sp_stat <"/proc/$sp_pid/stat"; } 2>/dev/null || return 0
    sp_stat=\${sp_stat##*) } sp_stat=\${sp_stat#* }
    sp_pid=\${sp_stat%% *}
  done
  return 0
}
sp_nft_table() {
  sp_has nft || { printf 'toolless\n'; return 0; }
  sp_live=$(sp_timeout 20 nft -s list table "$1" "$2" 2>&1; printf '=%s' $?)
  sp_code=\${sp_live##*=} sp_live=\${sp_live%=*} sp_sum= sp_want= sp_fault=
  if [ "$sp_code" = 0 ]; then
    sp_word=there
    sp_sum=$(sp_timeout 20 nft -s -t list table "$1" "$2" 2>/dev/null | sp_sha256_in)
    sp_sum=\${sp_sum%% *}
  else
    case $sp_live in
      *'No such file'*|*'does not exist'*) sp_word=none;;
      *ermitted*) printf 'denied\n'; return 0;;
      *) sp_word=broken;;
    esac
  fi
  if [ -n "$3" ] && [ "$sp_word" != broken ]; then
    sp_fault=$(printf %s "$3" | sp_timeout 20 nft -c -f - 2>&1) && sp_fault=
    if [ -z "$sp_fault" ] && sp_has unshare; then
      sp_want=$(printf %s "$3" | sp_timeout 20 unshare -n /bin/sh -c 'nft -f - >/dev/null && nft -s list table "$1" "$2"' sh "$1" "$2" 2>/dev/null) || sp_want=
    fi
  fi
  printf '%s %s %s\n' "$sp_word" "\${sp_sum:--}" "$sp_way"
  sp_nft_piece "$sp_live"
  sp_nft_piece "$sp_want"
  sp_nft_piece "$sp_fault"
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_nft_tables ${queries.flatMap((query) => [
      queryText(query, 'family'),
      queryText(query, 'name'),
      queryText(query, 'text'),
    ])}`,
  parse: parseTables,
};

function parseTables(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  const lines = output.toString('latin1').split('\n');
  if (lines.pop() !== '') return unreadable(queries, 'the tables of nftables');
  const answers = queries.map(() => readTable(lines));
  return answers.includes(undefined) || lines.length > 0
    ? unreadable(queries, 'the tables of nftables')
    : answers.flatMap((answer) => answer ?? []);
}

/** Takes the lines of one table off the front; undefined when they make no sense. */
function readTable(lines: string[]): Answer | undefined {
  const first = lines.shift() ?? '';
  if (first === 'toolless') return { status: 'absent' };
  if (first === 'denied') return { status: 'unknown', cause: { kind: 'denied', what: 'the tables of nftables' } };
  const [, word, sum = '', way = ''] = /^(there|none|broken) (\S+) ?(.*)$/.exec(first) ?? [];
  const [live, wanted, fault] = [readPiece(lines), readPiece(lines), readPiece(lines)];
  if (word === undefined || live === undefined || wanted === undefined || fault === undefined) return undefined;
  if (word === 'broken') return { status: 'unknown', cause: { kind: 'unavailable', what: `nft: ${firstLine(live)}` } };
  const value: NftTableValue = {
    live: word === 'there' ? settledListing(live) : null,
    digest: sum === '-' ? '' : sum,
    wanted: wanted === '' ? null : settledListing(wanted),
    fault: fault === '' ? null : fault,
    way: readWay(way),
  };
  return { status: 'found', value };
}

function readPiece(lines: string[]): string | undefined {
  const end = lines.indexOf('.');
  if (end < 0) return undefined;
  const piece = lines.splice(0, end + 1).slice(0, -1);
  const [first, ...rest] = piece;
  return first === 'hex'
    ? Buffer.from(rest.join('').replaceAll(/\s/g, ''), 'hex').toString('utf8')
    : Buffer.from(piece.join(''), 'base64').toString('utf8');
}

function readWay(text: string): NftTableValue['way'] {
  const [peer, peerPort, own, ownPort] = text.split(' ');
  if (peer === undefined || own === undefined || !/^\d+ \d+$/.test(`${peerPort} ${ownPort}`)) return null;
  return [peer, Number(peerPort), own, Number(ownPort)];
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

/** A listing without the elements of sets that packets fill and time empties. */
function settledListing(text: string): string {
  const lines = text.trimEnd().split('\n');
  const settled: string[] = [];
  let isMoving = false;
  let isElement = false;
  for (const line of lines) {
    if (/^\t(?:set|map|meter) /.test(line)) isMoving = false;
    if (/^\t\tflags .*(?:dynamic|timeout)/.test(line)) isMoving = true;
    if (isMoving && line.startsWith('\t\telements = {')) isElement = true;
    if (!isElement) settled.push(line);
    if (line.trimEnd().endsWith('}')) isElement = false;
  }
  return settled.map((line) => `${line}\n`).join('');
}
