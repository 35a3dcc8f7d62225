import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Ended, exampleDir, setpoint } from './playbook-examples.ts';

/** Plans the copy of an example in `dir`, and compares text and JSON with what is accepted for that example. */
export async function expectPlan(name: string, dir: string): Promise<void> {
  const text = await setpoint(dir, ['plan']);
  const json = await setpoint(dir, ['plan', '--json']);
  expect(text.code, text.stdout + text.stderr).to.equal(0);
  expectGolden(name, 'expected.plan.txt', withoutVersions(text.stdout));
  expectGolden(name, 'expected.plan.json', withoutVersions(`${JSON.stringify(planIn(json), null, 2)}\n`));
}

/** Which release of a database server the machine has decides nothing about a plan. */
function withoutVersions(text: string): string {
  return text.replaceAll(/(same server, version) \d[\w.+~-]*/g, '$1 N');
}

/** Compares with the accepted text; UPDATE_GOLDEN=1, which `npm run golden -- --accept` sets, writes it instead. */
function expectGolden(name: string, file: string, actual: string): void {
  const path = join(exampleDir(name), file);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  expect(actual, `playbooks/${name}/${file}`).to.equal(readFileSync(path, 'utf8'));
}

/**
 * The plan among the JSON lines of a command, without the shell text of its operations and without what each comes after: how a
 * module carries an operation out, and what it implies, is its own matter, and its own tests look at it.
 */
function planIn({ stdout }: Ended): unknown {
  const lines = stdout.trimEnd().split('\n');
  const found = lines.map((line) => JSON.parse(line, withoutDetails) as { type: string; plan?: unknown });
  return found.find(({ type }) => type === 'plan')?.plan;
}

function withoutDetails(key: string, value: unknown): unknown {
  return key === 'script' || key === 'dependsOn' ? undefined : value;
}
