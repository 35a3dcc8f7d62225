import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import { quoteName, quoteString } from '../quote.ts';
import { asText } from '../text/members.ts';
import { statement } from './statements.ts';
import { definerClause, definerHazards, storedStatement } from './stored-text.ts';

/** Events of the server's scheduler. */
export const eventRule: KindRule = {
  noun: 'event',
  weight: 90,
  namesInTexts: 'kept',
  body: ({ payload }) => asText(payload['body']),
  create: (event) => ({ statements: [storedStatement(event, eventText(event, 'CREATE'))], absorbs: [] }),
  drop: ({ name }) => [statement(`DROP EVENT ${quoteName(name[0] ?? '')}`)],
  alter: replaceEvent,
};

/** Made anew and not altered: only so does one without a start begin where those that are loaded begin. MySQL cannot replace one. */
function replaceEvent(before: Fact, after: Fact, { product }: RuleContext): Alteration {
  if (product === 'mysql') return { kind: 'rebuild' };
  const text = eventText(after, 'CREATE OR REPLACE');
  return { kind: 'statements', statements: [storedStatement(after, text, definerHazards(before, after))] };
}

function eventText(event: Fact, verb: string): string {
  const { at, every, starts, ends, completion, status, comment, body } = event.payload;
  const time = (word: string, value: unknown): readonly string[] =>
    typeof value === 'string' ? [`${word} ${quoteString(value)}`] : [];
  const words = [
    `${verb} ${definerClause(event)}EVENT ${quoteName(event.name[0] ?? '')} ON SCHEDULE`,
    ...(typeof every === 'string' ? [`EVERY ${every}`] : time('AT', at)),
    ...time('STARTS', starts),
    ...time('ENDS', ends),
    `ON COMPLETION ${asText(completion)}`,
    statusWords[asText(status)] ?? 'ENABLE',
    ...time('COMMENT', comment),
    `DO ${asText(body)}`,
  ];
  return words.join(' ');
}

const statusWords: Readonly<Record<string, string>> = {
  ENABLED: 'ENABLE',
  DISABLED: 'DISABLE',
  SLAVESIDE_DISABLED: 'DISABLE ON SLAVE',
  REPLICA_SIDE_DISABLED: 'DISABLE ON REPLICA',
};
