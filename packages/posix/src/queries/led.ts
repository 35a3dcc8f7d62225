import type { Answer, Query } from '@setpoint/model';
import { sh, shJoin, shRaw } from '@setpoint/sdk';
import { ledLibrary } from '../paths/led.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks to which file a link at the end of a path leads, and whether root would go there. */
export type LedQuery = { readonly kind: 'led'; readonly path: string };

/** The answer; absent where there is no link at the end of the path, and where it leads nowhere. */
export type LedValue = {
  /** Absolute path without a link. What it names may be missing, its directory is there. */
  readonly real: string;
  /** False when a link on the path or on the way from it belongs to another account (see `ledLibrary`), so that an apply refuses it. */
  readonly isTrusted: boolean;
};

export function ledQuery(path: string): LedQuery {
  return { kind: 'led', path };
}

/**
 * Per path `-` where there is no link, or where it leads nowhere, `!` where the directory may not be entered, and otherwise `+`, or `x`
 * for one of another account, with `LENGTH:REAL` behind it.
 */
export const ledKind: QueryKind = {
  kind: 'led',
  batchSize: 200,
  library: shJoin(
    [
      ledLibrary,
      shRaw(
        String.raw`sp_leads() { for sp_asked; do ( sp_leads_to "$sp_asked" ); done; }
sp_leads_to() {
  [ -L "$1" ] || { printf '%s\n' -; return; }
  sp_real=$(cd -- "\${1%/*}/" 2>/dev/null && readlink -f -- "./\${1##*/}" 2>/dev/null; printf x)
  sp_real=\${sp_real%x} sp_mark=+
  sp_real=\${sp_real%"$nl"}
  [ -n "$sp_real" ] || { printf '%s\n' -; return; }
  cd -P -- "\${sp_real%/*}/" 2>/dev/null || { printf '!\n'; return; }
  sp_led "$1" "$sp_real" || sp_mark=x
  printf '%s%s:%s\n' "$sp_mark" "\${#sp_real}" "$sp_real"
}
`.replaceAll('\\${', '${'),
      ),
    ],
    '',
  ),
  section: (queries) => sh`sp_leads ${queries.map((query) => queryText(query, 'path'))}`,
  parse: parseLeads,
};

function parseLeads(output: Buffer, queries: readonly Query[]): readonly Answer[] {
  // The node counts bytes, so the output is taken as one character per byte.
  const text = output.toString('latin1');
  const answers: Answer[] = [];
  const record = /(?:-|!|([+x])(\d+):)/y;
  for (let match = record.exec(text); match !== null; match = record.exec(text)) {
    const [mark, trust, length = '0'] = match;
    const end = record.lastIndex + Number(length);
    if (text[end] !== '\n') break;
    const real = Buffer.from(text.slice(record.lastIndex, end), 'latin1').toString('utf8');
    answers.push(trust === undefined ? pathless(mark) : { status: 'found', value: { real, isTrusted: trust === '+' } });
    record.lastIndex = end + 1;
  }
  return answers.length === queries.length ? answers : unreadable(queries, 'to what the links lead');
}

function pathless(mark: string): Answer {
  if (mark === '-') return { status: 'absent' };
  return { status: 'unknown', cause: { kind: 'denied', what: 'the directory to which a link leads' } };
}
