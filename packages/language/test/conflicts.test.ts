import type { Address } from '@setpoint/model';
import { assert } from 'chai';
import { createConflicts } from '../src/compile/conflicts.ts';
import type { CompiledResource } from '../src/compile/resource.ts';

const start = { line: 1, column: 1, offset: 0 };

/** A resource of its own with these claims. */
function claiming(address: Address, ...claims: readonly string[]): CompiledResource {
  const resource = {
    address,
    type: 'line',
    identity: address,
    declared: address,
    taint: {},
    after: [],
    source: { file: 'site.yaml', start, end: start },
  };
  return { resource, claims: [address, ...claims], references: [] } as unknown as CompiledResource;
}

/** The codes that are reported when the resources come one after the other. */
function conflictsOf(...resources: readonly CompiledResource[]): readonly string[] {
  const codes: string[] = [];
  const conflicts = createConflicts(({ code }) => codes.push(code));
  conflicts.startPlay();
  for (const resource of resources) conflicts.accept(resource);
  return codes;
}

describe('claims on one object', () => {
  const whole = claiming('file:/a', 'content of:/a');
  const parts = [claiming('line:/a#1', '~content of:/a'), claiming('line:/a#2', '~content of:/a')];

  it('are shared by those who say so', () => assert.deepEqual(conflictsOf(...parts), []));
  it('contradict one that is not shared, whichever comes first', () => {
    assert.deepEqual(conflictsOf(whole, ...parts), ['SP210', 'SP210']);
    assert.deepEqual(conflictsOf(...parts, whole), ['SP210']);
  });
});
