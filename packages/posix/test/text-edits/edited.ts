import { createHash } from 'node:crypto';
import type { JsonObject, ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import { declareOrThrow } from '../support/converge.ts';

/** The bytes of a file after a change, as text with one character per byte; `null` when nothing changes, or why it cannot. */
export function edited(module: ResourceModule, properties: JsonObject, bytes: string | Buffer): string | null {
  const content = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
  const declared = declareOrThrow(module, { identity: '/etc/app.conf', properties });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const stat = { type: 'file', mode: '0644', owner: 'root', group: 'root', uid: 0, gid: 0, sizeBytes: content.length };
  const { observed, problems } = module.observe(declared, {
    stat: { status: 'found', value: { ...stat, modified: '', inode: '1' } },
    content: { status: 'found', value: { sha256, base64: content.toString('base64') } },
  });
  if (problems.length > 0) return `${problems[0]?.code}: ${problems[0]?.detail}`;
  const edits = module.diff(declared, observed);
  const [operation] = module.operations(declared, edits, observed).operations;
  if (operation === undefined) return null;
  const carried = operation.action['bytes'];
  const written = Buffer.from(typeof carried === 'string' ? carried : '', 'base64');
  return written.toString(Buffer.isBuffer(bytes) ? 'latin1' : 'utf8');
}

/** What a declaration makes of a file. */
export type EditCase = {
  readonly title: string;
  readonly properties: JsonObject;
  readonly before: string;
  /** Null: nothing changes. A text that begins with a code: why the file cannot be changed. */
  readonly after: string | null;
};

/** Holds each case, and that nothing is left to be done the second time. */
export function holdsEdits(module: ResourceModule, cases: readonly EditCase[]): void {
  for (const { title, properties, before, after } of cases) {
    it(title, () => {
      assert.equal(edited(module, properties, before), after);
      if (after?.startsWith('SP') !== true)
        assert.isNull(edited(module, properties, after ?? before), 'the second time');
    });
  }
}

/** Holds that each declaration is refused before any file is looked at. */
export function refusesDeclarations(
  module: ResourceModule,
  mistakes: readonly (readonly [string, JsonObject])[],
): void {
  for (const [title, properties] of mistakes)
    it(`is refused with ${title}`, () =>
      assert.equal(module.declare({ identity: '/etc/app.conf', properties }).kind, 'invalid'));
}
