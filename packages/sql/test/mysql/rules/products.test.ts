import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import type { Fact } from '../../../src/catalogue/fact.ts';
import { factKey } from '../../../src/catalogue/fact-key.ts';
import { type RuleContext, ruleFor } from '../../../src/compare/rule.ts';
import { mysqlRules } from '../../../src/mysql/rules/index.ts';

const table = fact('table', ['t'], { engine: 'InnoDB', charset: 'utf8mb4', collation: 'utf8mb4_bin' });

function fact(kind: string, name: readonly string[], payload: JsonObject): Fact {
  const parent = kind === 'table' ? {} : { parent: 'table:t' };
  return { key: factKey(kind, name), kind, name, ...parent, payload, needs: [] };
}

function context(product: 'mysql' | 'mariadb', version: number): RuleContext {
  return {
    product,
    version,
    online: { indexes: 'concurrently', constraints: 'not_valid' },
    live: (key) => (key === table.key ? table : undefined),
    wanted: (key) => (key === table.key ? table : undefined),
    liveDependents: () => [],
    liveOfKind: () => [],
    liveChildren: () => [],
    wantedChildren: () => [],
    isNew: () => false,
    isDropped: () => false,
    size: () => undefined,
  };
}

function alter(before: Fact, after: Fact, where: RuleContext): readonly string[] | 'rebuild' {
  const alteration = ruleFor(mysqlRules, after.kind).alter(before, after, where);
  return alteration.kind === 'rebuild' ? 'rebuild' : alteration.statements.map(({ text }) => text);
}

function column(payload: JsonObject, attributes: string): Fact {
  return { ...fact('column', ['t', 'c'], { type: 'int', ...payload }), info: { attributes, after: 'b', position: 3 } };
}

describe('what MySQL and MariaDB take otherwise', () => {
  const [mysql, mariadb] = [context('mysql', 80_036), context('mariadb', 101_100)];

  it('a check is dropped by its own word in MySQL, which knows no other one before 8.0.19', () => {
    const check = fact('constraint', ['t', 'k'], { definition: 'CHECK (`c` > 0)' });
    const drop = (where: RuleContext) => ruleFor(mysqlRules, 'constraint').drop(check, where)[0]?.text;
    expect(drop(mysql)).to.equal('ALTER TABLE `t` DROP CHECK `k`');
    expect(drop(mariadb)).to.equal('ALTER TABLE `t` DROP CONSTRAINT `k`, ALGORITHM=INSTANT');
  });

  it('programs are replaced in MariaDB, and dropped and made in MySQL', () => {
    const programs: readonly (readonly [Fact, Fact])[] = [
      [fact('function', ['f'], { definition: '() A' }), fact('function', ['f'], { definition: '() B' })],
      [fact('trigger', ['t', 'g'], { body: 'A' }), fact('trigger', ['t', 'g'], { body: 'B' })],
      [fact('event', ['e'], { body: 'A' }), fact('event', ['e'], { body: 'B' })],
    ];
    for (const [before, after] of programs) {
      expect(alter(before, after, mysql), after.kind).to.equal('rebuild');
      expect(alter(before, after, mariadb), after.kind).to.have.length(1);
    }
  });

  it('an index is hidden by other words', () => {
    const shown = fact('index', ['t', 'i'], { definition: 'KEY (`c`)' });
    const hidden = (mark: string): Fact => fact('index', ['t', 'i'], { definition: `KEY (\`c\`) ${mark}` });
    expect(alter(shown, hidden('/*!80000 INVISIBLE */'), mysql)).to.deep.equal([
      'ALTER TABLE `t` ALTER INDEX `i` INVISIBLE, ALGORITHM=INSTANT',
    ]);
    expect(alter(shown, hidden('IGNORED'), mariadb)).to.deep.equal([
      'ALTER TABLE `t` ALTER INDEX `i` IGNORED, ALGORITHM=INSTANT',
    ]);
  });

  it('a column is renamed by its name alone where the version can', () => {
    const [before, after] = [column({}, 'NOT NULL'), { ...column({}, 'NOT NULL'), name: ['t', 'd'] }];
    const rename = (where: RuleContext) => ruleFor(mysqlRules, 'column').rename?.(before, after, where)[0]?.text;
    expect(rename(mysql)).to.equal('ALTER TABLE `t` RENAME COLUMN `c` TO `d`');
    expect(rename(context('mysql', 50_744))).to.equal('ALTER TABLE `t` CHANGE COLUMN `c` `d` int NOT NULL');
    expect(rename(context('mariadb', 100_400))).to.equal('ALTER TABLE `t` CHANGE COLUMN `c` `d` int NOT NULL');
  });

  it('an expression as a default is told with the whole column in MySQL', () => {
    const [before, after] = [column({}, ''), column({ default: '(1 + 2)' }, 'DEFAULT (1 + 2)')];
    expect(alter(before, after, mysql)).to.deep.equal([
      'ALTER TABLE `t` MODIFY COLUMN `c` int DEFAULT (1 + 2), ALGORITHM=INSTANT',
    ]);
    expect(alter(before, after, mariadb)).to.deep.equal([
      'ALTER TABLE `t` ALTER COLUMN `c` SET DEFAULT (1 + 2), ALGORITHM=INSTANT',
    ]);
  });

  it('a column comes instantly from the version on that can', () => {
    const add = (where: RuleContext) => {
      const [statement] = ruleFor(mysqlRules, 'column').create(column({}, ''), where, []).statements;
      return statement?.text.replace('ALTER TABLE `t` ADD COLUMN `c` int AFTER `b`', '');
    };
    expect(add(mysql)).to.equal(', ALGORITHM=INSTANT');
    expect(add(context('mysql', 80_028))).to.equal(', ALGORITHM=INPLACE, LOCK=NONE');
    expect(add(mariadb)).to.equal(', ALGORITHM=INSTANT');
    expect(add(context('mariadb', 100_300))).to.equal('');
  });

  it('what is not known of MySQL counts as a copy, and no algorithm is asked for', () => {
    const [before, after] = [column({}, ''), column({ comment: "'x'" }, "COMMENT 'x'")];
    expect(alter(before, after, mysql)).to.deep.equal(["ALTER TABLE `t` MODIFY COLUMN `c` int COMMENT 'x'"]);
    expect(alter(before, after, mariadb)).to.deep.equal([
      "ALTER TABLE `t` MODIFY COLUMN `c` int COMMENT 'x', ALGORITHM=INSTANT",
    ]);
  });

  it('a definer is named only where the declaration names one, and told where another one takes over', () => {
    const view = (definer: string): Fact => ({
      ...fact('view', ['v'], { select: 'select 1 AS `1`', algorithm: 'UNDEFINED', security: 'DEFINER' }),
      info: { definer, reader: '`deploy`@`%`' },
    });
    const change = (before: string, after: string) => {
      const alteration = ruleFor(mysqlRules, 'view').alter(view(before), view(after), mariadb);
      const [statement] = alteration.kind === 'statements' ? alteration.statements : [];
      return `${statement?.text} ${statement?.hazards.map(({ code }) => code).join(' ')}`.trim();
    };
    expect(change('`deploy`@`%`', '`deploy`@`%`')).to.equal('CREATE OR REPLACE VIEW `v` AS select 1 AS `1`');
    expect(change('`app`@`%`', '`deploy`@`%`')).to.equal('CREATE OR REPLACE VIEW `v` AS select 1 AS `1` DB401');
    expect(change('`deploy`@`%`', '`app`@`%`')).to.equal(
      'CREATE OR REPLACE DEFINER=`app`@`%` VIEW `v` AS select 1 AS `1` DB401',
    );
  });
});
