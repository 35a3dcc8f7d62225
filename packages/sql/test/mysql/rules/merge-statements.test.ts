import { expect } from 'chai';
import type { AlterClause, Statement } from '../../../src/compare/statement.ts';
import { finishAlter } from '../../../src/mysql/rules/finish-alter.ts';
import { mergeStatements } from '../../../src/mysql/rules/merge-statements.ts';

type Parts = Partial<AlterClause> & Pick<Statement, 'touches' | 'precheck'>;

function clause(table: string, text: string, { touches, precheck, ...parts }: Partial<Parts> = {}): Statement {
  return finishAlter({
    text: '',
    blocks: 'nothing',
    transaction: 'alone',
    hazards: [],
    table: `table:${table}`,
    ...(touches === undefined ? {} : { touches }),
    ...(precheck === undefined ? {} : { precheck }),
    clause: { head: `ALTER TABLE \`${table}\``, clause: text, stage: 'shape', speed: 'instant', ...parts },
  });
}

function other(text: string, table?: string): Statement {
  return { text, blocks: 'nothing', transaction: 'alone', hazards: [], ...(table === undefined ? {} : { table }) };
}

function merged(...statements: readonly Statement[]): readonly string[] {
  return mergeStatements(statements).map(({ text }) => text.replaceAll(/\s+/g, ' '));
}

describe('clauses of tables', () => {
  it('become one statement for each table, across statements about others', () => {
    expect(
      merged(clause('a', 'ADD x'), clause('b', 'ADD y'), other('CREATE VIEW v'), clause('a', 'DROP z')),
    ).to.deep.equal([
      'ALTER TABLE `a` ADD x, DROP z, ALGORITHM=INSTANT',
      'ALTER TABLE `b` ADD y, ALGORITHM=INSTANT',
      'CREATE VIEW v',
    ]);
  });

  it('are not moved across a statement about their table', () => {
    const rename = other('RENAME TABLE', 'table:a');
    expect(merged(clause('a', 'ADD x'), rename, clause('a', 'DROP z'))).to.have.length(3);
  });

  it('put columns first, in the order of their places', () => {
    expect(
      merged(clause('a', 'DROP z'), clause('a', 'ADD two', { position: 2 }), clause('a', 'ADD one', { position: 1 })),
    ).to.deep.equal(['ALTER TABLE `a` ADD one, ADD two, DROP z, ALGORITHM=INSTANT']);
  });

  it('give foreign keys up first and take them last', () => {
    const touches = ['table:b'];
    expect(
      merged(
        clause('b', 'MODIFY x'),
        clause('a', 'ADD y'),
        clause('a', 'DROP FOREIGN KEY f', { stage: 'untie', touches }),
        clause('a', 'ADD FOREIGN KEY f', { stage: 'tie', speed: 'copy', touches }),
      ),
    ).to.deep.equal([
      'ALTER TABLE `a` DROP FOREIGN KEY f, ALGORITHM=INSTANT',
      'ALTER TABLE `b` MODIFY x, ALGORITHM=INSTANT',
      'ALTER TABLE `a` ADD y, ALGORITHM=INSTANT',
      'ALTER TABLE `a` ADD FOREIGN KEY f',
    ]);
  });

  it('are as slow as the slowest of them', () => {
    const way = (...speeds: readonly AlterClause['speed'][]): string => {
      const [statement] = mergeStatements(speeds.map((speed, index) => clause('a', `C${index}`, { speed })));
      const codes = statement?.hazards.map(({ code }) => code).join(' ');
      return `${statement?.blocks} ${codes} ${/ALGORITHM.*$/.exec(statement?.text ?? '')?.[0] ?? ''}`.trim();
    };
    expect(way('instant', 'instant-shape')).to.equal('nothing  ALGORITHM=INSTANT');
    expect(way('instant', 'inplace')).to.equal('nothing  ALGORITHM=INPLACE, LOCK=NONE');
    expect(way('instant-shape', 'inplace')).to.equal('nothing DB203 ALGORITHM=INPLACE, LOCK=NONE');
    expect(way('virtual', 'virtual')).to.equal('nothing  ALGORITHM=INSTANT');
    expect(way('virtual', 'instant')).to.equal('writes DB202 DB203');
    expect(way('rebuild', 'copy')).to.equal('writes DB202 DB203');
  });

  it('ask all their questions together', () => {
    const precheck = (text: string) => ({ precheck: { text, offence: `${text} fails` } });
    const [statement] = mergeStatements([clause('a', 'A', precheck('Q1')), clause('a', 'B', precheck('Q2'))]);
    expect(statement?.precheck).to.deep.equal({ text: '(Q1)\nUNION ALL\n(Q2)', offence: 'Q1 fails, or Q2 fails' });
  });
});
