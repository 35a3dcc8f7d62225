import { readPairs } from './pair.ts';
import { type Score, scorePair } from './score-pair.ts';
import { type ScoreProduct, startScoreServer } from './server.ts';

const usage = `Takes pairs of schemas through plan, apply, second plan and a comparison of dumps, on a server of its own.

  npm run score -- postgres FILE.jsonl            prints the score and the pairs that failed
  npm run score -- mariadb FILE.jsonl --only TEXT only pairs whose id contains the text, with all details

One JSON object per line: id, current_sql, desired_sql, seed_sql, roles, expect.changes.
`;

process.exitCode = await main(process.argv.slice(2));

async function main([product, file, option, text]: readonly string[]): Promise<number> {
  const isProduct = product === 'postgres' || product === 'mariadb';
  if (!isProduct || file === undefined || (option !== undefined && (option !== '--only' || text === undefined))) {
    process.stderr.write(usage);
    return product === '--help' ? 0 : 1;
  }
  const scores = await scoreAll(product, file, text);
  const failed = scores.filter(({ verdict }) => verdict !== 'converged');
  const verdicts = new Map<string, number>();
  for (const { verdict } of scores) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  for (const [verdict, count] of verdicts) process.stdout.write(`${String(count).padStart(5)} ${verdict}\n`);
  const share = scores.length === 0 ? 0 : ((scores.length - failed.length) / scores.length) * 100;
  process.stdout.write(`${scores.length - failed.length} of ${scores.length} converged (${share.toFixed(1)} %)\n`);
  return failed.length === 0 ? 0 : 2;
}

async function scoreAll(product: ScoreProduct, file: string, only: string | undefined): Promise<readonly Score[]> {
  const pairs = readPairs(file).filter(({ id }) => only === undefined || id.includes(only));
  const server = await startScoreServer(product);
  try {
    const scores: Score[] = [];
    for (const pair of pairs) {
      const score = await scorePair(server, pair);
      scores.push(score);
      if (score.verdict !== 'converged') process.stdout.write(tellFailure(score, only !== undefined));
    }
    return scores;
  } finally {
    await server.stop();
  }
}

function tellFailure({ id, verdict, detail }: Score, isWhole: boolean): string {
  return `${id}: ${verdict}\n${indent(isWhole ? detail : detail.slice(0, 1500))}\n`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
