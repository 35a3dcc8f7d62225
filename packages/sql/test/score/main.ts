import { readOptions, type ScoreOptions } from './options.ts';
import { readPairs } from './pair.ts';
import { scoreImport } from './score-import.ts';
import { type Score, scorePair } from './score-pair.ts';
import { startScoreServer } from './server.ts';

const usage = `Takes pairs of schemas through plan, apply, second plan and a comparison of dumps, on a server of its own.

  npm run score -- postgres FILE.jsonl     prints the score and the pairs that failed
  npm run score -- mariadb FILE.jsonl

  --only TEXT      only pairs whose id contains the text, with all details
  --same           only pairs whose plan must be empty
  --scratch NAME   loads declarations into: database (unless told otherwise), url, embedded, pglite, transaction;
                   each plan must then be, byte for byte, the one that is made with a database
  --import FORM    imports both sides of each pair, with tables in sql or yaml, instead: a plan right after must be
                   empty, and what the import wrote must make an empty database the same

One JSON object per line: id, current_sql, desired_sql, seed_sql, roles, expect.changes.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return args.includes('--help') ? 0 : 1;
  }
  const scores = await scoreAll(options);
  const failed = scores.filter(({ verdict }) => verdict !== 'converged');
  const verdicts = new Map<string, number>();
  for (const { verdict } of scores) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  for (const [verdict, count] of verdicts) process.stdout.write(`${String(count).padStart(5)} ${verdict}\n`);
  const share = scores.length === 0 ? 0 : ((scores.length - failed.length) / scores.length) * 100;
  process.stdout.write(`${scores.length - failed.length} of ${scores.length} converged (${share.toFixed(1)} %)\n`);
  return failed.length === 0 ? 0 : 2;
}

async function scoreAll(options: ScoreOptions): Promise<readonly Score[]> {
  const { product, file, only, isSameOnly, scratch, roundTrip } = options;
  const pairs = readPairs(file).filter(
    ({ id, expectsChanges }) => (only === undefined || id.includes(only)) && !(isSameOnly && expectsChanges),
  );
  const server = await startScoreServer(product);
  try {
    const scores: Score[] = [];
    for (const pair of pairs) {
      const ended =
        roundTrip === undefined ? [await scorePair(server, pair, scratch)] : await scoreImport(server, pair, roundTrip);
      scores.push(...ended);
      for (const score of ended)
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
