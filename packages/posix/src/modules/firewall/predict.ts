import { createHash } from 'node:crypto';
import type { Answer, Answers, Prediction } from '@setpoint/model';
import type { NftTableValue } from '../../queries/nft-table.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { FirewallDeclared } from './declared.ts';
import { fileOf } from './diff.ts';
import { observeFirewall, stateOf, textOf } from './observe.ts';
import { mainText } from './text.ts';

/** What the node will answer once the table is as declared; nothing is foreseen of a node that cannot be read yet. */
export function predictFirewall(declared: FirewallDeclared, answers: Answers): Prediction {
  const { observed } = observeFirewall(declared, answers);
  const state = stateOf(observed);
  if (state === undefined) return { answers: {} };
  const { text, file } = declared;
  const isWanted = declared.state === 'present';
  const before = foundValue<NftTableValue>(answers['table']);
  const main = mainText(textOf(state.main) ?? null, file, isWanted);
  const mainAfter: Answers = main === undefined ? {} : { main: content(main) };
  if (!isWanted) {
    const table = before === undefined ? {} : { table: found({ ...before, live: null, digest: '' }) };
    return { answers: { ...table, file: { status: 'absent' }, ...mainAfter } };
  }
  const live = state.wanted ?? text;
  const value: NftTableValue = { live, digest: 'pending', wanted: null, fault: null, way: before?.way ?? null };
  const directory: Answers = state.hasDirectory ? {} : { directory: found({ type: 'directory', mode: '0755' }) };
  return { answers: { table: found(value), file: fileAnswer(declared), ...mainAfter, ...directory } };
}

function found(value: Extract<Answer, { status: 'found' }>['value']): Answer {
  return { status: 'found', value };
}

/** The bytes of what was kept are not at hand here, and not needed. */
function fileAnswer(declared: FirewallDeclared): Answer {
  const { sha256, text } = fileOf(declared);
  return text === undefined ? found({ sha256, base64: '' }) : content(text);
}

function content(text: string): Answer {
  const bytes = Buffer.from(text);
  return found({ sha256: createHash('sha256').update(bytes).digest('hex'), base64: bytes.toString('base64') });
}
