import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import type { Plan } from '../packages/model/src/index.ts';
import { plainPalette, planToJson, renderPlan } from '../packages/render/src/index.ts';
import { exampleDir, exampleNames, exampleSecrets, setpoint } from './playbook-examples.ts';

/** As the command line renders off a terminal; a plan without problems needs no source lines. */
const options = { palette: plainPalette, width: 120, verbose: false, showAll: false, sources: () => undefined };

describe('the example playbooks', () => {
  for (const name of exampleNames) {
    describe(name, () => {
      it('is valid for its own inventory', async () => {
        const ended = await setpoint(exampleDir(name), ['validate']);
        expect(ended.code, ended.stderr).to.equal(0);
        assert.match(ended.stdout, /^Valid: 1 plays?, \d+ nodes?, \d+ resources?\.\n$/);
      });

      it('has an expected plan whose text is what its data renders to', () => {
        const plan = JSON.parse(readFileSync(join(exampleDir(name), 'expected.plan.json'), 'utf8')) as Plan;
        const text = renderPlan(plan, options);
        expect(text).to.equal(readFileSync(join(exampleDir(name), 'expected.plan.txt'), 'utf8'));
        expect(planToJson(plan)).to.deep.equal(plan);
      });

      it('keeps its secrets out of the expected plan', () => {
        for (const file of ['expected.plan.json', 'expected.plan.txt']) {
          const text = readFileSync(join(exampleDir(name), file), 'utf8');
          for (const secret of Object.values(exampleSecrets)) assert.notInclude(text, secret);
        }
      });

      it('says in its README what it is for', () => {
        assert.match(readFileSync(join(exampleDir(name), 'README.md'), 'utf8'), /^# \S.*\n\n\S/);
      });
    });
  }
});
