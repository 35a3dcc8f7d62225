import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteName } from '../quote.ts';
import { partsOfKey } from './key-parts.ts';
import { hazard, statement, temporaryName } from './statements.ts';

/** How a table joins a partitioned one. `ahead`: what can be done while it still is what it was. */
export type Attachment = {
  readonly ahead: readonly Statement[];
  readonly statements: readonly Statement[];
  /** What a plan that was broken off has left. */
  readonly settles: readonly FactKey[];
};

/** Attaches a table; where its bound can be said as a check, all rows are looked at before, while others use the table. */
export function attachPartition(table: Fact, parent: FactKey, context: RuleContext): Attachment {
  const name = quoteName(table.name);
  const bound = textOf(table.payload, 'bound');
  const text = `ALTER TABLE ${quoteName(partsOfKey(parent))} ATTACH PARTITION ${name} ${bound}`;
  const fit = hazard('DB102', table.key, `It fails when ${name} holds rows outside of ${bound}.`);
  const condition = conditionOf(table);
  if (condition === undefined || context.online.constraints === 'plain') {
    const scan = hazard('DB204', table.key, `All rows of ${name} are checked while nobody can use it.`);
    const attach = statement(text, {
      blocks: 'all',
      table: table.key,
      scans: 'reads',
      isLong: true,
      hazards: [fit, scan],
    });
    return { ahead: [], statements: [attach], settles: [] };
  }
  const check = temporaryName('bound', table);
  const left = factKey('constraint', [...table.name, check]);
  const isLeft = context.live(left) !== undefined;
  const head = `ALTER TABLE ${name}`;
  const add = statement(`${head} ADD CONSTRAINT ${check} CHECK ${condition} NOT VALID`, {
    blocks: 'all',
    table: table.key,
    hazards: [fit],
    precheck: {
      text: `SELECT 1 FROM ${name} WHERE NOT ${condition} LIMIT 1`,
      offence: `${name} holds rows outside of ${bound}`,
    },
  });
  const validate = statement(`${head} VALIDATE CONSTRAINT ${check}`, {
    blocks: 'ddl',
    table: table.key,
    transaction: 'alone',
    scans: 'reads',
    isLong: true,
  });
  return {
    ahead: [...(isLeft ? [] : [add]), validate],
    statements: [text, `${head} DROP CONSTRAINT ${check}`].map((each) =>
      statement(each, { blocks: 'all', table: table.key }),
    ),
    settles: isLeft ? [left] : [],
  };
}

/** The bound as the server says it; by hash it names the table by a number, and a default one is what the others leave over. */
function conditionOf({ payload, info }: Fact): string | undefined {
  const condition = info?.['partitionConstraint'];
  if (typeof condition !== 'string' || payload['bound'] === 'DEFAULT') return undefined;
  return condition.includes('satisfies_hash_partition') ? undefined : `(${condition})`;
}
