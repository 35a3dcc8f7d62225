import { canonicalJson } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { kindOfKey } from '../../catalogue/fact-key.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { quoteName, quoteNames } from '../quote.ts';
import { textOf } from '../text/members.ts';
import type { Partition } from '../text/table-tail.ts';
import { planPartitions } from './partition-plan.ts';
import { hazard, statement } from './statements.ts';

/** How a table is cut into partitions. The server takes such a change only by itself. */
export const partitioningRule: KindRule = {
  noun: 'partitioning',
  weight: 45,
  namesInTexts: 'quoted',
  create: (partitioning) => ({ statements: [repartition(partitioning)], absorbs: [] }),
  drop: (partitioning) => [copying(partitioning, 'REMOVE PARTITIONING')],
  alter: alterPartitioning,
};

/** The clause that follows the options of CREATE TABLE. */
export function partitioningClause(partitioning: Fact): string {
  const list = definitionsOf(partitionsOf(partitioning));
  return `PARTITION BY ${textOf(partitioning.payload, 'by')}${list === '' ? '' : `\n${list}`}`;
}

function definitionsOf(partitions: readonly Partition[]): string {
  if (partitions.length === 0) return '';
  return `(${partitions.map(({ definition }) => definition).join(',\n ')})`;
}

function partitionsOf({ payload }: Fact): readonly Partition[] {
  return Array.isArray(payload['partitions']) ? (payload['partitions'] as readonly Partition[]) : [];
}

function alterPartitioning(before: Fact, after: Fact, context: RuleContext): Alteration {
  if (before.payload['by'] !== after.payload['by']) {
    return keysChange(after, context) ? { kind: 'rebuild' } : { kind: 'statements', statements: [repartition(after)] };
  }
  const steps = planPartitions({
    method: textOf(after.payload, 'by'),
    present: partitionsOf(before),
    wanted: partitionsOf(after),
  });
  return { kind: 'statements', statements: steps === undefined ? [repartition(after)] : steps.map(stepOf(after)) };
}

/** A unique index that changes too cannot hold the columns of both ways at once. */
function keysChange({ needs }: Fact, { live, wanted }: RuleContext): boolean {
  const keys = needs.filter((key) => kindOfKey(key) === 'index');
  return keys.some((key) => canonicalJson(live(key)?.payload ?? null) !== canonicalJson(wanted(key)?.payload ?? null));
}

function stepOf(fact: Fact): (step: NonNullable<ReturnType<typeof planPartitions>>[number]) => Statement {
  return (step) => {
    const names = quoteNames(step.from.map(({ name }) => name));
    switch (step.kind) {
      case 'add':
        return partition(fact, `ADD PARTITION ${definitionsOf(step.into)}`);
      case 'drop':
        return {
          ...partition(fact, `DROP PARTITION ${names}`),
          hazards: step.from.map(({ name }) =>
            hazard('DB101', fact.parent ?? '', `All rows of partition ${name} of ${fact.name[0]} are lost.`),
          ),
        };
      case 'reorganize':
        return copying(fact, `REORGANIZE PARTITION ${names} INTO ${definitionsOf(step.into)}`);
      default:
        return step.kind satisfies never;
    }
  };
}

function repartition(fact: Fact): Statement {
  return copying(fact, partitioningClause(fact));
}

function copying(fact: Fact, clause: string): Statement {
  const table = fact.parent ?? '';
  return {
    ...partition(fact, clause),
    blocks: 'writes',
    scans: 'rewrites',
    isLong: true,
    hazards: [
      hazard('DB102', table, `Every row of ${fact.name[0]} must have a partition.`),
      hazard('DB202', table, `Nobody can write to ${fact.name[0]} until its rows are copied into their partitions.`),
      hazard('DB203', table, `Rows of ${fact.name[0]} are copied.`),
    ],
  };
}

function partition(fact: Fact, clause: string): Statement {
  const text = `ALTER TABLE ${quoteName(fact.name[0] ?? '')} ${clause}`;
  return statement(text, fact.parent === undefined ? {} : { table: fact.parent });
}
