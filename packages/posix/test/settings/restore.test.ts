import type { Body, JsonObject, Observed, ResourceModule, Restoration } from '@setpoint/model';
import { assert } from 'chai';
import { hostname } from '../../src/modules/hostname/index.ts';
import { mount } from '../../src/modules/mount/index.ts';
import { sysctl } from '../../src/modules/sysctl/index.ts';
import { timezone } from '../../src/modules/timezone/index.ts';
import { declareOrThrow } from '../support/converge.ts';

const old: Body = { sha256: 'aa', sizeBytes: 1, text: 'x' };
const text = { kind: 'present', sha256: 'aa', sizeBytes: 1 };

/** What leads back, as claims of each resource, and what does not come back. */
function back(
  module: ResourceModule,
  { identity, properties }: { readonly identity: string; readonly properties: JsonObject },
  change: {
    readonly texts: JsonObject;
    readonly live: JsonObject;
    readonly edited: readonly string[];
    readonly kept?: Body;
    /** Something else of the run brought what was there. */
    readonly cameAlong?: true;
  },
): { readonly resources: readonly JsonObject[]; readonly names: readonly string[]; readonly said: readonly string[] } {
  const declared = declareOrThrow(module, { identity, properties });
  const found: Observed<JsonObject> = {
    kind: 'present',
    state: { texts: change.texts, live: change.live, missing: [] },
  };
  const seen = change.cameAlong ? { before: { kind: 'absent' } as const, atChange: found } : { before: found };
  const undo = { declared, ...seen, edited: change.edited, kept: () => change.kept };
  const way: Restoration = module.restore?.(undo) ?? { kind: 'irreversible', why: 'no restore' };
  if (way.kind === 'irreversible') return { resources: [], names: [], said: [way.why] };
  const also = way.also ?? [];
  const resources = [way.declared, ...also.map((each) => each.declared)] as readonly JsonObject[];
  return { resources, names: also.map((each) => each.identity), said: way.lacks ?? [] };
}

describe('the way back of a setting', () => {
  it('is one resource where the file belongs to it', () => {
    const { resources } = back(
      sysctl,
      { identity: 'a.b', properties: { value: '2' } },
      { texts: { file: { kind: 'absent' } }, live: { value: '1' }, edited: ['file', 'live'] },
    );
    assert.equal(resources.length, 1);
    assert.deepEqual(resources[0]?.['back'], { file: null });
    assert.include(resources[0]?.['part'] as JsonObject, { value: '1', live: true });
  });

  it('leads to what was found at the change where something else of the run may have brought it', () => {
    const { resources, said } = back(
      sysctl,
      { identity: 'a.b', properties: { value: '2' } },
      { texts: { file: { kind: 'absent' } }, live: { value: '1' }, edited: ['file', 'live'], cameAlong: true },
    );
    assert.deepEqual([resources[0]?.['back'], said], [{ file: null }, []]);
  });

  it('is two where others stand in the file: of those that bring it back only one is needed, and each value is', () => {
    const { resources, names } = back(
      sysctl,
      { identity: 'a.b', properties: { value: '2', file: '/etc/sysctl.conf' } },
      { texts: { file: text }, live: { value: '1' }, edited: ['file', 'live'], kept: old },
    );
    assert.deepEqual(names, ['a.b: in force']);
    assert.deepEqual(
      resources.map((declared) => sysctl.claims?.(declared)),
      [['~content of:/etc/sysctl.conf'], ['sysctl:a.b']],
    );
  });

  it('brings the table back before it mounts or unmounts', () => {
    const { resources, names } = back(
      mount,
      { identity: '/srv/x', properties: { source: 'tmpfs', type: 'tmpfs' } },
      { texts: { fstab: text }, live: { mounted: null }, edited: ['fstab', 'mounted'], kept: old },
    );
    assert.deepEqual(names, ['/srv/x: in force']);
    assert.deepEqual(resources[0]?.['back'], { fstab: old });
    assert.include(resources[1]?.['part'] as JsonObject, { state: 'unmounted' });
  });

  it('leaves alone what the change left alone', () => {
    const { resources } = back(
      hostname,
      { identity: 'b', properties: {} },
      { texts: { static: text }, live: { value: 'a' }, edited: ['live'] },
    );
    assert.deepEqual(resources[0]?.['back'], {});
    assert.include(resources[0]?.['part'] as JsonObject, { hostname: 'a', live: true });
  });

  it('says what was not kept, and gives up when that is all', () => {
    const { resources, said } = back(
      timezone,
      { identity: 'UTC', properties: {} },
      { texts: { name: text }, live: { kind: 'file' }, edited: ['name', 'zone'] },
    );
    assert.deepEqual(resources, []);
    assert.match(said.join(' '), /\/etc\/timezone before the run was not kept.*\/etc\/localtime was a copy before/);
  });
});
