import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { runCommand } from '../support/run-command.ts';

type Document = {
  readonly type: string;
  readonly valid?: boolean;
  readonly plan?: object;
  readonly diagnostics: readonly object[];
};

describe('the option --format', function () {
  this.timeout(30_000);
  let project = '';

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'setpoint-formats-'));
    mkdirSync(join(project, 'playbooks'));
    writeFileSync(join(project, 'setpoint.yaml'), 'inventory: inventory.yaml\n');
    writeFileSync(join(project, 'inventory.yaml'), 'nodes:\n  here: { local: {} }\n');
    writePlaybook(`- file: ${project}/motd\n    content: hello\n`);
  });

  afterEach(() => rmSync(project, { recursive: true, force: true }));

  function writePlaybook(resources: string): void {
    writeFileSync(join(project, 'playbooks/site.yaml'), `name: site\nnodes: here\nresources:\n  ${resources}`);
  }

  const beginnings: Readonly<Record<string, RegExp>> = {
    text: /^site · 1 node\n/,
    markdown: /^<!-- setpoint:plan -->\n### Setpoint plan\n/,
    json: /^\{\n {2}"setpoint": "1\.0",\n {2}"type": "plan",\n/,
    junit: /^<\?xml .*\n<testsuites name="Setpoint plan" tests="1" failures="1" errors="0">/,
    sarif: /^\{\n {2}"\$schema": .*sarif-2\.1\.0/,
    github: /^$/,
    html: /^<!doctype html>\n/,
  };
  for (const [format, beginning] of Object.entries(beginnings)) {
    it(`writes a plan as ${format}, the same each time`, async () => {
      const first = await runCommand(['plan', '--format', format], project);
      assert.match(first.stdout, beginning);
      expect([first.code, first.stderr]).to.deep.equal([0, '']);
      expect(await runCommand(['plan', '-f', format], project)).to.deep.equal(first);
    });

    it(`tells as ${format} that the project is not valid`, async () => {
      writePlaybook('- fiel: /etc/motd\n');
      const { code, stdout, stderr } = await runCommand(['plan', '--format', format], project);
      expect(code).to.equal(1);
      assert.include(stderr, 'SP201');
      if (format !== 'text') assert.include(stdout, 'SP201');
    });
  }

  it('has the plan of the JSON lines in its document', async () => {
    const [lines, document] = await Promise.all([
      runCommand(['plan', '--json'], project),
      runCommand(['plan', '--format', 'json'], project),
    ]);
    const line = JSON.parse(lines.stdout.split('\n')[1] ?? '') as Document;
    expect((JSON.parse(document.stdout) as Document).plan).to.deep.equal(line.plan);
  });

  it('names the marker of the markdown', async () => {
    const { stdout } = await runCommand(['plan', '--format', 'markdown', '--marker', 'eu/web'], project);
    assert.match(stdout, /^<!-- setpoint:plan eu\/web -->\n/);
  });

  it('writes drift under its own name', async () => {
    const { stdout } = await runCommand(['drift', '--format', 'markdown'], project);
    assert.include(stdout, '### Setpoint drift');
  });

  it('writes a validation in the forms that tell problems', async () => {
    writePlaybook('- fiel: /etc/motd\n');
    const run = (format: string): Promise<{ code: number; stdout: string }> =>
      runCommand(['validate', '--format', format], project);
    expect((await run('github')).stdout).to.match(
      /^::error file=playbooks\/site\.yaml,line=4,endLine=4,title=SP201%3A /,
    );
    expect((await run('sarif')).stdout).to.include('"uri": "playbooks/site.yaml"');
    expect((await run('junit')).stdout).to.include('errors="1"');
    const document = JSON.parse((await run('json')).stdout) as Document;
    expect(document).to.deep.include({ type: 'validate', valid: false });
    assert.lengthOf(document.diagnostics, 1);
    assert.equal((await run('sarif')).code, 1);
  });

  it('writes a valid project in the same forms', async () => {
    const { code, stdout } = await runCommand(['validate', '--format', 'junit'], project);
    expect([code, stdout.includes('failures="0" errors="0"')]).to.deep.equal([0, true]);
  });

  for (const words of [
    ['plan', '--format', 'pdf'],
    ['validate', '--format', 'html'],
    ['plan', '--format', 'markdown', '--json'],
    ['plan', '--marker', 'x --> <b>'],
    ['plan', '--marker', 'a--b'],
  ]) {
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, stdout, stderr } = await runCommand(words, project);
      expect([code, stdout.includes('SP803') || stderr.includes('SP803')]).to.deep.equal([1, true]);
    });
  }
});
