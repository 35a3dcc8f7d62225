import { existsSync, rmSync } from 'node:fs';
import { queryKey } from '@setpoint/model';
import { conformance, declareWith, hostileDeclarations, hostileTexts } from '@setpoint/testkit';
import { assert } from 'chai';
import { posixModules } from '../../src/registry.ts';
import { fixtures } from './index.ts';
import { shRawAnswers } from './raw-answers.ts';

describe('the resource types of hosts', () => {
  it('have data for the conformance kit, every one', () => {
    assert.sameMembers(
      [...fixtures.keys()],
      posixModules.map(({ type }) => type),
    );
  });

  it('ask a node about hostile texts without running any of them', async () => {
    const trap = '/tmp/setpoint-injected';
    rmSync(trap, { force: true });
    const queries = posixModules.flatMap((module) => {
      const fixture = fixtures.get(module.type);
      const states = fixture === undefined ? [] : hostileDeclarations(module, fixture.create, hostileTexts);
      return states.flatMap((state) => {
        const result = declareWith(module, state);
        if (result.kind !== 'declared') return [];
        return Object.values(module.queries(result.declared)).filter(({ kind }) => !isTrusted(kind));
      });
    });
    const distinct = [...new Map(queries.map((query) => [queryKey(query), query])).values()];
    assert.isAbove(distinct.length, 100);
    const answers = shRawAnswers.read(distinct, await shRawAnswers.print(distinct));
    assert.equal(answers.length, distinct.length);
    assert.isFalse(existsSync(trap), 'a text was taken for a program');
  });
});

for (const module of posixModules) {
  const fixture = fixtures.get(module.type);
  if (fixture !== undefined) conformance(module, fixture, shRawAnswers);
}

/** A guard is a script of the user's own; candidates are asked of apt, which takes minutes for names that it does not know. */
function isTrusted(kind: string): boolean {
  return kind === 'probe' || kind === 'package-candidate';
}
