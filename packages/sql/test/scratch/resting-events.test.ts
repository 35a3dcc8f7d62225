import { assert } from 'chai';
import type { SqlStatement } from '../../src/declaration/split/split.ts';
import { restEvents, wakeEvents } from '../../src/scratch/resting-events.ts';

const cases: readonly (readonly [title: string, text: string, rested: string, enabled: readonly string[]])[] = [
  [
    'switches an event off before its body',
    'CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM t',
    'CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM t',
    ['nightly'],
  ],
  [
    'takes the place of ENABLE, and stands before a comment',
    "CREATE EVENT `a b` ON SCHEDULE EVERY 1 DAY ON COMPLETION PRESERVE ENABLE COMMENT 'DO it' DO SET @a = 1",
    "CREATE EVENT `a b` ON SCHEDULE EVERY 1 DAY ON COMPLETION PRESERVE DISABLE COMMENT 'DO it' DO SET @a = 1",
    ['a b'],
  ],
  [
    'stands before a comment',
    "create or replace definer = 'x y'@'%' event db.e on schedule at now() comment 'off' do begin end",
    "create or replace definer = 'x y'@'%' event db.e on schedule at now() DISABLE comment 'off' do begin end",
    ['e'],
  ],
  [
    'leaves one alone that is declared to be off',
    'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SET @enable = 1',
    'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO SET @enable = 1',
    [],
  ],
  [
    'looks into the comments of a dump',
    '/*!50106 CREATE*/ /*!50117 DEFINER=`a`@`b`*/ /*!50106 EVENT `e` ON SCHEDULE EVERY 1 DAY ENABLE DO SET @a = 1 */',
    'CREATE DEFINER=`a`@`b` EVENT `e` ON SCHEDULE EVERY 1 DAY DISABLE DO SET @a = 1',
    ['e'],
  ],
  [
    'leaves other statements alone',
    'CREATE PROCEDURE event() BEGIN WHILE false DO SET @enable = 1; END WHILE; END',
    'CREATE PROCEDURE event() BEGIN WHILE false DO SET @enable = 1; END WHILE; END',
    [],
  ],
];

describe('events in a scratch database', () => {
  for (const [title, text, rested, enabled] of cases) {
    it(title, () => {
      const found = restEvents([statement(text)]);
      assert.equal(found.statements[0]?.text.replaceAll(/ +/g, ' ').trim(), rested);
      assert.deepEqual([...found.enabled], enabled);
    });
  }

  it('are read as if they had been on', () => {
    const event = { key: 'event:e', kind: 'event', name: ['e'], payload: { status: 'DISABLED' }, needs: [] };
    const table = { ...event, key: 'table:e', kind: 'table' };
    const { facts } = wakeEvents({ facts: [event, table], unmodelled: [], sizes: {} }, new Set(['e']));
    assert.deepEqual(
      facts.map(({ payload }) => payload['status']),
      ['ENABLED', 'DISABLED'],
    );
  });
});

function statement(text: string): SqlStatement {
  return { file: 'events.sql', text, line: 1, column: 1, offset: 0, settings: [] };
}
