import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { readPlanText } from '../../src/saved-plan/read-text.ts';
import { savedPlanMembersSchema } from '../../src/saved-plan/schema.ts';
import { isSignatureOf } from '../../src/saved-plan/signature.ts';
import { sealPlan } from '../../src/saved-plan/text.ts';
import { type SavedPlanProject, savedPlanProject } from '../support/saved-plan-project.ts';

describe('the text of a saved plan', () => {
  let project: SavedPlanProject;
  let text = '';
  let members: JsonObject = {};

  before(async () => {
    project = savedPlanProject({
      'playbooks/site.yaml': 'nodes: here\nresources: [{ file: DIR/node/a, content: "ä\\n" }]\n',
    });
    await project.run(['plan', '--out', 'plan.json']);
    await project.run(['sign', '--new-key', 'key']);
    await project.run(['sign', 'plan.json', '--key', 'key']);
    text = project.read('plan.json');
    const { digest: _digest, signature: _signature, ...rest } = JSON.parse(text) as JsonObject;
    members = rest;
  });

  after(() => project.remove());

  it('is read as it was written', () => {
    const result = readPlanText(text, 'plan.json');
    assert.equal(result.kind, 'read');
    assert.isTrue(result.kind === 'read' && result.plan.signature !== undefined);
  });

  it('is refused when any bit of it is flipped', async () => {
    const bytes = Buffer.from(text);
    for (let index = 0; index < bytes.length; index += 1) {
      // One bit of each byte keeps this short; the seed is the place.
      const flipped = Buffer.from(bytes);
      flipped[index] = (bytes[index] ?? 0) ^ (1 << ((index * 5 + 3) % 8));
      assert.isFalse(isTaken(flipped), `byte ${index} of ${bytes.length}`);
    }
  });

  it('is refused when it is cut anywhere', () => {
    for (let length = 0; length < text.length; length += 7) assert.isFalse(isTaken(Buffer.from(text.slice(0, length))));
    assert.isFalse(isTaken(Buffer.from(text.slice(0, -1))));
  });

  it('is refused in any other spelling, also with a digest that holds', () => {
    const spellings = [
      text.replace(',\n"origin"', ', \n"origin"'),
      text.replace('ä', '\\u00e4'),
      `${text}\n`,
      text.replaceAll('\n', '\r\n'),
      `\uFEFF${text}`,
      JSON.stringify(JSON.parse(text)),
    ];
    for (const spelling of spellings) assert.isFalse(isTaken(Buffer.from(spelling)), spelling.slice(0, 40));
  });

  it('is refused when members have another shape than they may have', () => {
    const shapes: readonly JsonObject[] = [
      { ...members, inputs: 'none' },
      { ...members, createdAt: 'yesterday' },
      { ...members, origin: { kind: 'rollback', run: '../../etc' } },
      { ...members, version: 'one' },
      { ...members, plan: {} },
      { ...members, nodes: [{ node: 'here' }] },
    ];
    for (const shape of shapes) assert.isFalse(isTaken(Buffer.from(sealPlan(shape).text)), JSON.stringify(shape));
  });

  it('is refused, and not walked, when it is nested deeper than any plan', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    assert.isFalse(isTaken(Buffer.from(text.replace('"inputs":[', `"inputs":[${deep},`))));
  });

  it('is refused when it is noise', () => {
    for (let round = 0; round < 50; round += 1) assert.isFalse(isTaken(randomBytes(round * 20)));
  });

  it('may have members that this version does not know, in a newer minor version', () => {
    assert.isTrue(isTaken(Buffer.from(sealPlan({ ...members, version: '1.9', weather: { rain: true } }).text)));
  });

  it('has a schema that is published', () => {
    const published = readFileSync(join(import.meta.dirname, '../../../../schemas/saved-plan.schema.json'), 'utf8');
    const { properties } = JSON.parse(published) as { properties: JsonObject };
    assert.includeMembers(Object.keys(properties), Object.keys(savedPlanMembersSchema()['properties'] as JsonObject));
    assert.includeMembers(Object.keys(properties), ['digest', 'signature']);
  });

  /** Whether a reader takes it, and the signature is its own. */
  function isTaken(bytes: Buffer): boolean {
    const decoded = decode(bytes);
    if (decoded === undefined) return false;
    const result = readPlanText(decoded, 'plan.json');
    if (result.kind === 'refused') return false;
    const { digest, signature } = result.plan;
    return signature === undefined || isSignatureOf(digest, signature);
  }
});

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
