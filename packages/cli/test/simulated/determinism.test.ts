import { plainPalette, planToJson, renderPlan } from '@setpoint/render';
import { renderPlanHtml, renderPlanJunit, renderPlanMarkdown } from '@setpoint/render/reports';
import { expect } from 'chai';
import { type GeneratedProject, generateProject } from './playbook.ts';
import { randomFrom } from './random.ts';
import { simulate } from './simulate.ts';
import { generateHost } from './world.ts';

const text = { palette: plainPalette, width: 120, verbose: true, showAll: true, sources: () => undefined };

describe('a plan is the same byte for byte', () => {
  it('in every format, in whatever order nodes answer and however many at once', async function () {
    this.timeout(60_000);
    const found = new Map<string, Set<string>>();
    for (const concurrency of [1, 50]) {
      for (const forms of await formsOf(20, concurrency)) {
        for (const [format, content] of Object.entries(forms))
          found.set(format, (found.get(format) ?? new Set()).add(content));
      }
    }
    for (const [format, contents] of found) expect(contents.size, format).to.equal(1);
  });
});

/** What a plan is written as, each time read anew from nodes that answer in another order. */
async function formsOf(times: number, concurrency: number): Promise<readonly Readonly<Record<string, string>>[]> {
  const random = randomFrom(1);
  const project: GeneratedProject = manyNodes(generateProject(random));
  const hosts = new Map(project.nodes.map((node) => [node, generateHost(random)]));
  const late = randomFrom(concurrency);
  const answersAfter = async (): Promise<void> => {
    for (let turns = late.below(20); turns > 0; turns -= 1) await Promise.resolve();
  };
  const simulation = await simulate(project, hosts, { concurrency, answersAfter });
  const forms: Readonly<Record<string, string>>[] = [];
  for (let run = 0; run < times; run += 1) {
    const { plan } = await simulation.plan();
    const told = { kind: 'plan', plan, problems: [] } as const;
    forms.push({
      text: renderPlan(plan, text),
      json: JSON.stringify(planToJson(plan)),
      markdown: renderPlanMarkdown(told, undefined),
      html: renderPlanHtml(told),
      junit: renderPlanJunit(told),
    });
  }
  return forms;
}

/** The same playbook for twelve nodes. */
function manyNodes({ playbook }: GeneratedProject): GeneratedProject {
  const nodes = ['one', 'two', 'three', 'four', ...Array.from({ length: 8 }, (_, index) => `n${index}`)];
  return { playbook, nodes, inventory: `nodes:\n${nodes.map((node) => `  ${node}: { local: {} }\n`).join('')}` };
}
