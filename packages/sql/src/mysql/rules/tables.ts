import type { Json, JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { isSamePayload } from '../../compare/fact-index.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { changedMembers } from './column-speed.ts';
import { createTable } from './create-table.ts';
import { tablesReferred } from './foreign-keys.ts';
import { replaceClause } from './indexes.ts';
import { alterTable, type ClauseParts, hazard, statement } from './statements.ts';
import { optionChanges } from './table-options.ts';

/** Tables with their engine, default character set and options. */
export const tableRule: KindRule = {
  noun: 'table',
  weight: 10,
  isFreeOfParts: true,
  namesInTexts: 'quoted',
  create: createTable,
  drop: (table, context) => [
    statement(`DROP TABLE ${quoteName(table.name[0] ?? '')}`, {
      blocks: 'all',
      table: table.key,
      touches: context.liveChildren(table.key).flatMap(tablesReferred),
      hazards: [hazard('DB101', table.key, `All rows of ${table.name[0]} are lost.`)],
    }),
  ],
  alter: changeTable,
  rename: renameTable,
  occupies: ({ name }) => [`relation ${name[0]}`],
};

function changeTable(before: Fact, after: Fact, context: RuleContext): Alteration {
  const changed = changedMembers(before.payload, after.payload);
  const clauses: readonly ClauseParts[] = [
    ...(changed.includes('engine') ? [engineClause(after)] : []),
    ...(changed.includes('charset') || changed.includes('collation') ? [charsetClause(after, context)] : []),
    ...(changed.includes('comment') ? [commentClause(after, context)] : []),
    ...optionChanges(optionsOf(before.payload), optionsOf(after.payload)),
  ];
  return {
    kind: 'statements',
    statements: [
      ...(changed.includes('versioned') ? [versioning(after)] : []),
      ...clauses.map((clause) => alterTable(after, clause, context)),
      ...(isBlockSizeChanged(before, after) ? rebuiltIndexes(after, context) : []),
    ],
  };
}

function engineClause({ key, name, payload }: Fact): ClauseParts {
  const engine = textOf(payload, 'engine');
  const keepsNothing = ['BLACKHOLE', 'MEMORY'].includes(engine.toUpperCase());
  return {
    clause: `ENGINE=${engine}`,
    speed: 'copy',
    hazards: [
      ...(keepsNothing ? [hazard('DB101', key, `The engine ${engine} does not keep the rows of ${name[0]}.`)] : []),
      hazard('DB302', key, `Transactions and foreign keys of ${name[0]} are as the engine ${engine} has them.`),
    ],
  };
}

/** Columns keep their own; those that change are told by themselves. */
function charsetClause({ payload }: Fact, { product }: RuleContext): ClauseParts {
  return {
    clause: `DEFAULT CHARACTER SET=${textOf(payload, 'charset')} COLLATE=${textOf(payload, 'collation')}`,
    speed: product === 'mariadb' ? 'instant' : 'copy',
  };
}

function commentClause({ payload }: Fact, { product }: RuleContext): ClauseParts {
  const comment = payload['comment'];
  const speed = product === 'mariadb' ? 'instant' : 'copy';
  return { clause: `COMMENT=${typeof comment === 'string' ? comment : "''"}`, speed };
}

/** It is given by itself: columns that come with it could not say that they are left out of it. */
function versioning({ key, name, payload }: Fact): Statement {
  const isKept = payload['versioned'] === true;
  const lost = hazard('DB101', key, `All former rows of ${name[0]} are lost.`);
  return statement(`ALTER TABLE ${quoteName(name[0] ?? '')} ${isKept ? 'ADD' : 'DROP'} SYSTEM VERSIONING`, {
    table: key,
    blocks: 'writes',
    scans: 'rewrites',
    isLong: true,
    hazards: [
      ...(isKept ? [] : [lost]),
      hazard('DB202', key, `Nobody can write to ${name[0]} until all of its rows are copied.`),
      hazard('DB203', key, `All rows of ${name[0]} are copied.`),
    ],
  });
}

function isBlockSizeChanged(before: Fact, after: Fact): boolean {
  return optionsOf(before.payload)['KEY_BLOCK_SIZE'] !== optionsOf(after.payload)['KEY_BLOCK_SIZE'];
}

/** Indexes that are there keep the former size of blocks as their own unless they are made anew. */
function rebuiltIndexes(table: Fact, context: RuleContext): readonly Statement[] {
  const indexes = context.wantedChildren(table.key).filter((index) => {
    const present = context.live(index.key);
    return index.kind === 'index' && present !== undefined && isSamePayload(present, index);
  });
  return indexes.map((index) => alterTable(index, { clause: replaceClause(index), speed: 'rebuild' }, context));
}

function optionsOf(payload: JsonObject): Readonly<Record<string, Json>> {
  const options = payload['options'];
  return typeof options === 'object' && options !== null && !Array.isArray(options) ? (options as JsonObject) : {};
}

function renameTable(before: Fact, after: Fact): readonly Statement[] {
  const [from = '', to = ''] = [before.name[0], after.name[0]];
  return [
    statement(`RENAME TABLE ${quoteName(from)} TO ${quoteName(to)}`, {
      table: after.key,
      touches: [before.key],
      hazards: [hazard('DB302', after.key, `Clients that use ${from} no longer find it.`)],
    }),
  ];
}
