import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { asText } from '../text/members.ts';
import { tokensOf } from '../text/tokens.ts';
import { showCreate } from './show-create.ts';

/** Facts of MariaDB's sequences. Where a sequence stands is no part of them. */
export async function readSequences(session: SqlSession, names: readonly string[]): Promise<readonly Fact[]> {
  const texts = await showCreate(session, 'SEQUENCE', names);
  return names.map((name) => {
    const text = asText(texts.get(name)?.['Create Table'] ?? texts.get(name)?.['Create Sequence']);
    return {
      key: factKey('sequence', [name]),
      kind: 'sequence',
      name: [name],
      payload: sequencePayload(text),
      needs: [],
    };
  });
}

/** ``CREATE SEQUENCE `s` start with 1 minvalue 1 maxvalue 9 increment by 1 cache 1000 nocycle ENGINE=InnoDB``. */
function sequencePayload(text: string): Fact['payload'] {
  const options = text.slice(tokensOf(text)[2]?.end ?? 0);
  const after = (words: string): string => new RegExp(`${words}\\s+(-?\\d+)`, 'i').exec(options)?.[1] ?? '';
  return {
    type: /^\s*as (.+?) start with/i.exec(options)?.[1] ?? '',
    start: after('start with'),
    minimum: after('minvalue'),
    maximum: after('maxvalue'),
    increment: after('increment by'),
    cache: /nocache/i.test(options) ? '0' : after('cache'),
    cycle: !/nocycle/i.test(options),
    engine: /ENGINE=(\S+)/.exec(options)?.[1] ?? '',
  };
}
