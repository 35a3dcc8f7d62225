import { readFileSync } from 'node:fs';
import { assert } from 'chai';
import fc from 'fast-check';
import { parseYaml } from '../src/yaml/parse.ts';
import { createSourceText } from '../src/yaml/source-text.ts';
import { makeProject, removeProjects } from './support/project.ts';

const inventory = `nodes:
  web[1:2]: { ssh: { user: "\${{ account }}", port: 22 } }
  here: { local: {} }
groups:
  web: { nodes: [web*], vars: { port: 80 } }
  all: { vars: { account: ops } }
`;

const site = `name: web tier
nodes: web & !here
vars: { app: /srv/app }
rollout: { canary: 1, batch: 25% }
resources:
  - directory: \${{ app }}
    mode: 0755
  - file: /etc/\${{ item }}.conf
    for_each: [a, b]
    content: "port \${{ port + 1 }}"
    when: \${{ node.name != 'x' }}
  - service: nginx
    enabled: true
    reload_on: [file:/etc/a.conf]
    after: directory:/srv/app
`;

/** A change that a slip of the hand makes: letters gone, letters too many. */
const slip = fc.record({
  at: fc.nat(site.length),
  remove: fc.nat(4),
  insert: fc.oneof(
    fc.constantFrom('', '\t', '"', "'", '{', '}', '[', ']', ':', '- ', '\n', '${{', '}}', '&a', '*a', '!', '#', '|'),
    fc.string({ maxLength: 3 }),
  ),
});

function mutate(
  text: string,
  slips: readonly { readonly at: number; readonly remove: number; readonly insert: string }[],
): string {
  return slips.reduce((now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove), text);
}

describe('any text', () => {
  after(removeProjects);

  it('as a playbook or an inventory gives plays or diagnostics, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(slip, { maxLength: 3 }), fc.array(slip, { maxLength: 1 }), async (first, second) => {
        const project = makeProject({ 'inventory.yaml': mutate(inventory, second), 'site.yaml': mutate(site, first) });
        const loaded = await project.load();
        for (const { detail, span, code } of loaded.diagnostics) {
          assert.notMatch(detail, /undefined is|\[object|bug in Setpoint/, code);
          assert.isTrue(span === undefined || span.end.offset >= span.start.offset, code);
        }
        removeProjects();
      }),
      { numRuns: 150 },
    );
  });

  it('is read by the YAML layer without an exception, in time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ab:-[]{}"\'\n \t&*!|>#?,%@`')), maxLength: 80 }),
        (text) => {
          const { documents, diagnostics } = parseYaml(createSourceText('f', text));
          assert.isAbove(documents.length + diagnostics.length, 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the reference of the language', () => {
  it('shows only YAML that can be read', () => {
    const text = readFileSync(new URL('../../../docs/language.md', import.meta.url), 'utf8');
    const blocks = [...text.matchAll(/```yaml\n([^]*?)```/g)].map((match) => match[1] ?? '');
    assert.isAbove(blocks.length, 8);
    for (const block of blocks) {
      const codes = parseYaml(createSourceText('docs/language.md', block)).diagnostics.map(({ code }) => code);
      // The examples of selectors repeat one key on purpose.
      assert.deepEqual(
        codes.filter((code) => code !== 'SP105'),
        [],
        block,
      );
    }
  });
});
