import { summaryOf } from '@setpoint/model';
import { assert } from 'chai';
import type { BadCase } from './cases/case.ts';
import { expressionCases } from './cases/expression.ts';
import { inventoryCases } from './cases/inventory.ts';
import { playbookCases } from './cases/playbook.ts';
import { yamlCases } from './cases/yaml.ts';
import { brief, makeProject, removeProjects } from './support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n';

const corpus: Readonly<Record<string, readonly BadCase[]>> = {
  'the text of a file': yamlCases,
  'a playbook': playbookCases,
  'an expression': expressionCases,
  'an inventory': inventoryCases,
};

describe('bad input', () => {
  after(removeProjects);
  for (const [what, cases] of Object.entries(corpus)) {
    describe(what, () => {
      for (const { name, files, expect, says } of cases) {
        it(`tells ${name}`, async () => {
          const loaded = await makeProject({ 'inventory.yaml': inventory, ...files }).load();
          assert.deepEqual(
            brief(loaded),
            expect,
            JSON.stringify(loaded.diagnostics.map((one) => [summaryOf(one), one.detail, one.hint])),
          );
          const [first] = loaded.diagnostics;
          const told = `${first?.detail} ${first?.hint ?? ''}`;
          for (const text of says ?? []) assert.include(told, text);
          for (const { detail, hint } of loaded.diagnostics) {
            assert.match(detail, /^[^a-z].*[.!?]$/s, 'a detail is a sentence');
            assert.isNotEmpty(hint ?? '', `a fix for: ${detail}`);
          }
        });
      }
    });
  }
});
