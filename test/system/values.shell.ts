import { assert } from 'chai';
import { createProject, type Project } from './support/project.ts';
import { runSetpoint } from './support/setpoint.ts';

describe('values as they are written', () => {
  let project: Project;
  before(() => {
    project = createProject({ 'inventory.yaml': { nodes: { here: { local: {} } } } });
  });
  after(() => project.remove());

  it('give one mode in all its forms (TYPE-01)', async () => {
    const forms = ['644', '0644', '0o644', "'0644'", '"644"', 'u=rw,go=r'];
    const files = forms.map(
      (form, index) => `  - file: /srv/setpoint-none-${index}\n    content: x\n    mode: ${form}\n`,
    );
    project.write('playbooks/site.yaml', `name: modes\nnodes: here\nresources:\n${files.join('')}`);
    const { stdout, stderr } = await runSetpoint(['plan'], { cwd: project.dir });
    const modes = [...stdout.matchAll(/^ +mode: (.*)$/gm)].map(([, mode]) => mode);
    assert.deepEqual(
      modes,
      forms.map(() => '"0644"'),
      stdout + stderr,
    );
  });

  it('are refused with the words that were written when they are of another type (TYPE-02)', async () => {
    const wrong: Readonly<Record<string, string>> = {
      'service: a\n    enabled: yes': '`yes` is a text in YAML 1.2',
      'file: /srv/a\n    content: x\n    state: on': 'on',
      'command: a\n    run: x\n    always: true\n    timeout_seconds: "80"': 'this is the text "80"',
      'container: a\n    image: b\n    env: { PORT: 80 }': '`80` without quotes is read as a number',
      'group: 007': '"007" is a number',
      'file: /srv/b\n    content: x\n    mode: 0899': '"0899"',
    };
    const resources = Object.keys(wrong).map((text) => `  - ${text}\n`);
    project.write('playbooks/site.yaml', `name: types\nnodes: here\nresources:\n${resources.join('')}`);
    const { code, stderr } = await runSetpoint(['validate'], { cwd: project.dir });
    assert.equal(code, 1);
    for (const words of Object.values(wrong)) assert.include(stderr, words);
    assert.include(stderr, `${Object.keys(wrong).length} errors`);
  });

  it('keep the digits of a version (TYPE-02)', async () => {
    project.write('playbooks/site.yaml', 'name: v\nnodes: here\nresources:\n  - package: a\n    version: 1.10\n');
    const { stdout } = await runSetpoint(['explain', 'here', 'package:a.version'], { cwd: project.dir });
    assert.include(stdout, '1.10');
  });
});
