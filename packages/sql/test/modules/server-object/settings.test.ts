import { assert } from 'chai';
import { editOf } from '../../../src/modules/server-object/edits.ts';
import {
  declareSettings,
  predictSettings,
  settingClauses,
  settingPairs,
  settingsProblems,
} from '../../../src/modules/server-object/settings.ts';

type Given = Parameters<typeof declareSettings>[0];

const cases: readonly {
  readonly rule: string;
  readonly given: NonNullable<Given>;
  readonly found: readonly string[];
  readonly clauses: readonly string[];
}[] = [
  { rule: 'are left alone as they are', given: { work_mem: '8MB' }, found: ['work_mem=8MB', 'jit=off'], clauses: [] },
  {
    rule: 'are on by any word',
    given: { jit: true, fsync: false },
    found: ['jit=yes', 'fsync=0', 'fsync=off'],
    clauses: [],
  },
  { rule: 'are set', given: { 'app.user_id': "it's" }, found: [], clauses: ["SET app.user_id TO 'it''s'"] },
  {
    rule: 'are taken away',
    given: { jit: 'default', work_mem: 'default' },
    found: ['jit=off'],
    clauses: ['RESET jit'],
  },
  {
    rule: 'may be lists of names, written as one text or as many',
    given: { search_path: '"$user", public', temp_tablespaces: ['a', 'B,c'] },
    found: ['search_path="$user", public', 'temp_tablespaces=a, "B,c"'],
    clauses: [],
  },
  {
    rule: 'may be an empty list',
    given: { search_path: '' },
    found: ['search_path=app'],
    clauses: ["SET search_path TO ''"],
  },
  {
    rule: 'are lists only where the server takes them so',
    given: { application_name: 'a, b' },
    found: ['application_name=a'],
    clauses: ["SET application_name TO 'a, b'"],
  },
];

describe('the settings of a database or role', () => {
  for (const { rule, given, found, clauses } of cases) {
    it(rule, () => {
      const declared = declareSettings(given);
      const paths = (present: readonly string[]) =>
        new Set(
          settingPairs(declared, present)
            .flatMap(editOf)
            .map(({ path }) => path),
        );
      assert.deepEqual(settingClauses(declared, paths(found)), clauses);
      assert.deepEqual([...paths(predictSettings(declared, found))], [], 'the second plan');
    });
  }

  it('have names that are names', () => {
    assert.lengthOf(settingsProblems({ 'work_mem = 1; DROP TABLE x; --': '1', 'a.b': '2' }), 1);
  });
});
