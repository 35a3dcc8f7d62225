import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';

/** Extensions, in the version that the server has at hand. */
export const extensionRule: KindRule = {
  noun: 'extension',
  weight: 14,
  create: (fact) => ({ statements: [statement(createText(fact))], absorbs: [] }),
  drop: (fact, context) => [
    statement(`DROP EXTENSION ${quoteName(fact.name)}`, { blocks: 'all', hazards: dropHazards(fact, context) }),
  ],
  alter: alterExtension,
};

/** A schema that the extension makes itself is not there to be named. */
function createText(fact: Fact): string {
  const schema = textOf(fact.payload, 'schema');
  const isNamed = fact.needs.includes(factKey('schema', [schema]));
  const asked = fact.info?.['declaredVersion'];
  const version = typeof asked === 'string' ? ` VERSION ${quoteLiteral(asked)}` : '';
  return `CREATE EXTENSION ${quoteName(fact.name)}${isNamed ? ` SCHEMA ${quoteIdentifier(schema)}` : ''}${version}`;
}

/** The version of an extension whose declaration says one. */
export const versionRule: KindRule = {
  noun: 'version',
  weight: 16,
  create: () => ({ statements: [], absorbs: [] }),
  drop: () => [],
  alter: (before, after) => {
    const [, ...name] = after.name;
    const [old, wanted] = [textOf(before.payload, 'version'), textOf(after.payload, 'version')];
    const message = `What the extension ${quoteName(name)} brings is changed from version ${old} to ${wanted}.`;
    return {
      kind: 'statements',
      statements: [
        statement(`ALTER EXTENSION ${quoteName(name)} UPDATE TO ${quoteLiteral(wanted)}`, {
          blocks: 'all',
          isLong: true,
          hazards: [hazard('DB601', after.parent ?? after.key, message)],
        }),
      ],
    };
  },
};

function dropHazards(fact: Fact, context: RuleContext): readonly SchemaHazard[] {
  const name = quoteName(fact.name);
  return [
    ...(fact.info?.['hasTables'] === true
      ? [hazard('DB101', fact.key, `What ${name} keeps in tables of its own is lost.`)]
      : []),
    ...(context.wanted(fact.key) === undefined
      ? [hazard('DB302', fact.key, `Clients that use functions and types of ${name} no longer find them.`)]
      : []),
  ];
}

function alterExtension(_before: Fact, after: Fact): Alteration {
  if (after.info?.['isRelocatable'] !== true) return { kind: 'rebuild' };
  const schema = quoteIdentifier(textOf(after.payload, 'schema'));
  return {
    kind: 'statements',
    statements: [statement(`ALTER EXTENSION ${quoteName(after.name)} SET SCHEMA ${schema}`, { blocks: 'all' })],
  };
}
