import { unquoteName } from '../quote.ts';
import { splitAtCommas, type Token, tokensOf } from './tokens.ts';

/** What stands behind the columns in the answer of SHOW CREATE TABLE. */
export type TableTail = {
  /** In the order of the server, AUTO_INCREMENT left out: `ENGINE` → `InnoDB`, `DEFAULT CHARSET` → `utf8mb4`. */
  readonly options: Readonly<Record<string, string>>;
  /** MariaDB keeps old rows. */
  readonly isVersioned: boolean;
  readonly partitioning: Partitioning | undefined;
};

export type Partitioning = {
  /** `RANGE (`id`)`; the number of partitions included where they have no names. */
  readonly by: string;
  /** Empty where they have no names. */
  readonly partitions: readonly Partition[];
};

/** The definition is whole: `` PARTITION `p0` VALUES LESS THAN (10) ENGINE = InnoDB ``. */
export type Partition = { readonly name: string; readonly definition: string };

/** Cuts options and partitions apart. */
export function parseTail(tail: string): TableTail {
  const tokens = tokensOf(tail);
  const partition = tokens.findIndex(
    ({ text, depth }, index) => depth === 0 && text === 'PARTITION' && tokens[index + 1]?.text === 'BY',
  );
  const start = partition < 0 ? tail.length : (tokens[partition]?.start ?? 0);
  const optionTokens = partition < 0 ? tokens : tokens.slice(0, partition);
  return {
    options: optionsOf(optionTokens),
    isVersioned: optionTokens.some(({ text }, index) => text === 'WITH' && optionTokens[index + 1]?.text === 'SYSTEM'),
    partitioning: partition < 0 ? undefined : parsePartitioning(tail.slice(start).replace(/\s*\*\/$/, '')),
  };
}

function optionsOf(tokens: readonly Token[]): Readonly<Record<string, string>> {
  const options: Record<string, string> = {};
  let words: string[] = [];
  for (let next = 0; next < tokens.length; next += 1) {
    const text = tokens[next]?.text ?? '';
    if (text === 'WITH') return options;
    if (text !== '=' && text !== 'TABLESPACE') {
      words.push(text);
      continue;
    }
    const end = endOfOption(tokens, next + 1);
    const value = tokens.slice(next + 1, end).map((token) => token.text);
    options[text === '=' ? words.join(' ') : text] = value.join('');
    words = [];
    next = end - 1;
  }
  delete options['AUTO_INCREMENT'];
  return options;
}

function endOfOption(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at + 1;
  return tokens.findIndex(({ text, depth }, index) => index > at && text === ')' && depth === 0) + 1;
}

function parsePartitioning(text: string): Partitioning {
  const tokens = tokensOf(text);
  const open = tokens.findIndex(
    (token, index) => token.text === '(' && token.depth === 0 && tokens[index + 1]?.text === 'PARTITION',
  );
  const close = tokens.findLastIndex((token) => token.text === ')' && token.depth === 0);
  const by = text.slice('PARTITION BY'.length, open < 0 ? undefined : tokens[open]?.start);
  const list = open < 0 ? '' : text.slice(tokens[open]?.end, tokens[close]?.start);
  return {
    by: by.replace(/\s+/g, ' ').trim(),
    partitions: splitAtCommas(list).map((definition) => ({
      name: unquoteName(tokensOf(definition)[1]?.text ?? ''),
      definition: definition.replace(/\s*\n\s*/g, ' '),
    })),
  };
}
