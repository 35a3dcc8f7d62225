import { expect } from 'chai';
import { parseColumn } from '../../../src/mysql/text/column-text.ts';
import { parseCreateTable } from '../../../src/mysql/text/create-table.ts';
import { columnsOf, functionsOf, tablesOf, withoutDatabase } from '../../../src/mysql/text/references.ts';
import { parseTail } from '../../../src/mysql/text/table-tail.ts';

describe('the answer of SHOW CREATE TABLE', () => {
  it('is cut where commas stand outside of quotes and parentheses', () => {
    const text = [
      'CREATE TABLE `a``b` (',
      "  `x``y` int(11) NOT NULL COMMENT 'a, (b'',',",
      '  `n` decimal(10,2) DEFAULT NULL CHECK (`n` in (1,2)),',
      '  PRIMARY KEY (`x``y`),',
      "  KEY `k'1` (`n`,`x``y` DESC) COMMENT 'c, d',",
      '  CONSTRAINT `f k` FOREIGN KEY (`n`) REFERENCES `o` (`id`) ON DELETE CASCADE,',
      "  CONSTRAINT `c` CHECK (`n` <> ',)')",
      ") ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COMMENT='x=(y'",
    ].join('\n');
    expect(parseCreateTable(text)).to.deep.equal({
      columns: [
        { name: 'x`y', text: "int(11) NOT NULL COMMENT 'a, (b'','" },
        { name: 'n', text: 'decimal(10,2) DEFAULT NULL CHECK (`n` in (1,2))' },
      ],
      indexes: [
        { name: 'PRIMARY', text: 'PRIMARY KEY (`x``y`)' },
        { name: "k'1", text: "KEY (`n`,`x``y` DESC) COMMENT 'c, d'" },
      ],
      checks: [{ name: 'c', text: "CHECK (`n` <> ',)')" }],
      foreignKeys: [{ name: 'f k', text: 'FOREIGN KEY (`n`) REFERENCES `o` (`id`) ON DELETE CASCADE' }],
      periods: [],
      tail: "ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COMMENT='x=(y'",
    });
  });

  it('tells options without the counter, and partitions by name', () => {
    const tail = [
      "ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin ROW_FORMAT=COMPRESSED COMMENT='a=1'",
      '/*!50100 PARTITION BY RANGE (`id`)',
      "(PARTITION p0 VALUES LESS THAN (10) COMMENT = '(,' ENGINE = InnoDB,",
      ' PARTITION `p 1` VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */',
    ].join('\n');
    expect(parseTail(tail)).to.deep.equal({
      options: {
        ENGINE: 'InnoDB',
        'DEFAULT CHARSET': 'utf8mb4',
        COLLATE: 'utf8mb4_bin',
        ROW_FORMAT: 'COMPRESSED',
        COMMENT: "'a=1'",
      },
      isVersioned: false,
      partitioning: {
        by: 'RANGE (`id`)',
        partitions: [
          { name: 'p0', definition: "PARTITION p0 VALUES LESS THAN (10) COMMENT = '(,' ENGINE = InnoDB" },
          { name: 'p 1', definition: 'PARTITION `p 1` VALUES LESS THAN MAXVALUE ENGINE = InnoDB' },
        ],
      },
    });
  });
});

/** The definition of a column and what it is cut into beside `notNull`, `autoIncrement` and `invisible` when these are false. */
const columns: readonly (readonly [string, object])[] = [
  ['int(10) unsigned NOT NULL AUTO_INCREMENT', { type: 'int(10) unsigned', notNull: true, autoIncrement: true }],
  [
    "varchar(9) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'it''s NULL'",
    { type: 'varchar(9)', default: "'it''s NULL'" },
  ],
  [
    "enum('a)','b,c') DEFAULT NULL COMMENT 'DEFAULT 1'",
    { type: "enum('a)','b,c')", default: 'NULL', comment: "'DEFAULT 1'" },
  ],
  [
    'timestamp(3) NULL DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3)',
    { type: 'timestamp(3)', default: 'current_timestamp(3)', onUpdate: 'current_timestamp(3)' },
  ],
  ['int(11) GENERATED ALWAYS AS (`a` + 1) VIRTUAL', { type: 'int(11)', generated: '(`a` + 1)', stored: false }],
  ['int GENERATED ALWAYS AS (`a`) STORED NOT NULL', { type: 'int', generated: '(`a`)', stored: true, notNull: true }],
  ['int(11) INVISIBLE DEFAULT -1', { type: 'int(11)', invisible: true, default: '-1' }],
  ["bit(3) DEFAULT b'101'", { type: 'bit(3)', default: "b'101'" }],
  ['int /*!80023 INVISIBLE */ DEFAULT (1 + 2)', { type: 'int', invisible: true, default: '(1 + 2)' }],
  ['int(11) DEFAULT NULL CHECK (`j` > 0)', { type: 'int(11)', default: 'NULL', check: '(`j` > 0)' }],
  ['point NOT NULL /*!80003 SRID 4326 */', { type: 'point', notNull: true, other: 'SRID 4326' }],
  [
    'text /*M!100301 COMPRESSED*/ CHARACTER SET latin1 DEFAULT NULL',
    { type: 'text', default: 'NULL', other: 'COMPRESSED' },
  ],
];

describe('the definition of a column', () => {
  for (const [text, expected] of columns) {
    it(text, () => {
      const { type, clauses } = parseColumn(text);
      const said = Object.entries({ type, ...clauses }).filter(([key, value]) => value !== false || key === 'stored');
      expect(Object.fromEntries(said)).to.deep.equal(expected);
    });
  }
});

describe('the text of a view', () => {
  const text =
    'select `f`(`x`.`id`) AS `part`,`app`.`a` AS `a`,nextval(`app`.`s`) AS `n` from ((`app` join `part` `x` on(`x`.`id` = `app`.`id`)) join `other`.`t`)';

  it('tells tables with their aliases, those of other databases left out', () => {
    expect(tablesOf(text, 'app')).to.deep.equal([
      { table: 'app', alias: 'app' },
      { table: 'part', alias: 'x' },
    ]);
  });

  it('tells columns and functions', () => {
    expect(columnsOf(text)).to.deep.include({ alias: 'x', column: 'id' });
    expect(functionsOf(text)).to.deep.equal(['f']);
  });

  it('loses the name of the database before sequences, and keeps that of a table called so', () => {
    expect(withoutDatabase(text, 'app')).to.equal(text.replace('`app`.`s`', '`s`'));
  });
});
