import { setTimeout } from 'node:timers/promises';
import type { Importing, JsonObject, ResourceModule } from '@setpoint/model';
import { importedFrom } from '@setpoint/testkit';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { expect } from 'chai';
import { packageModule } from '../../src/modules/package/index.ts';
import { packages } from '../../src/modules/packages/index.ts';
import { packageManagerQuery } from '../../src/queries/package-manager.ts';
import { converge, planOperations } from './converge.ts';
import type { FleetNode } from './fleet-node.ts';
import { expectDone, shownEdits } from './package-actions.ts';
import { makeRpmRepository, type Rpm } from './rpm-repository.ts';

/** What a new version of a package brings along, takes the place of, and leaves without need. */
const newerRpms: readonly Rpm[] = [
  { name: 'sp-lib', version: '1.0' },
  { name: 'sp-base', version: '1.0' },
  { name: 'sp-old', version: '1.0' },
  { name: 'sp-new-with-a-name-that-is-longer-than-its-column', version: '1.0' },
  { name: 'sp-app', version: '1.0', lines: ['Requires: sp-lib', 'Requires: sp-base'] },
  {
    name: 'sp-app',
    version: '2.0',
    lines: ['Requires: sp-new-with-a-name-that-is-longer-than-its-column', 'Requires: sp-base', 'Obsoletes: sp-old'],
  },
];

/** Upgrades a host of rpms whose new packages bring, replace and leave others; `install` puts the first version there. */
export async function expectUpgradeOfAll(
  host: FleetHost,
  node: FleetNode,
  { directory, install }: { readonly directory: string; readonly install: string },
): Promise<void> {
  await makeRpmRepository(host, { directory, rpms: newerRpms });
  const { code, stdout, stderr } = await host.exec(install);
  if (code !== 0) throw new Error(stdout + stderr);
  await host.exec('touch /tmp/mark; sleep 0.1');
  const all = { identity: 'all', properties: { upgrade: 'full', unneeded: 'removed' } };
  const result = await converge(node, packages, all);
  expectDone(result);
  expect(shownEdits(result)).to.deep.equal([
    'sp-app 1.0-1 → 2.0-1',
    'sp-hello 1.0-1 → 2.0-1',
    'sp-new-with-a-name-that-is-longer-than-its-column - → 1.0-1',
    'sp-old 1.0-1 → -',
  ]);
  expect((await converge(node, packages, all)).titles).to.deep.equal([]);
  expect((await host.exec('rpm -q sp-hello sp-lib sp-base')).stdout.trim().split('\n')).to.deep.equal([
    'sp-hello-2.0-1.noarch',
    'package sp-lib is not installed',
    'sp-base-1.0-1.noarch',
  ]);
}

/**
 * One provider takes the place of another one below what needs either, in one transaction; what was not declared stays, also when
 * something else is installed in the same moment.
 */
export async function expectSwap(host: FleetHost, node: FleetNode, install: string): Promise<void> {
  const { code, stdout, stderr } = await host.exec(`${install} sp-post1 sp-needs-post sp-dep`);
  if (code !== 0) throw new Error(stdout + stderr);
  const together = async (names: readonly (readonly [string, JsonObject])[]): Promise<string> => {
    const planned = names.map(([identity, properties]) =>
      planOperations(node, packageModule, { identity, properties }),
    );
    const merged = packageModule.merge?.((await Promise.all(planned)).flat());
    const [outcome] = merged === undefined ? [] : await node.channel.execute([{ operation: merged, needs: [] }], {});
    return `${merged?.title}: ${outcome?.status === 'failed' ? outcome.reason : outcome?.status}`;
  };
  const absent = { state: 'absent' };
  expect(
    await together([
      ['sp-post1', absent],
      ['sp-post2', {}],
    ]),
  ).to.equal('remove sp-post1; install sp-post2: done');
  expect(
    await together([
      ['sp-hello', absent],
      ['sp-post1', {}],
    ]),
  ).to.match(/^remove sp-hello; install sp-post1: packages that are not declared absent would be removed too: sp-dep/);
  expect((await host.exec('rpm -q sp-post1 sp-post2 sp-needs-post sp-dep')).stdout.trim().split('\n')).to.deep.equal([
    'package sp-post1 is not installed',
    'sp-post2-1.0-1.noarch',
    'sp-needs-post-1.0-1.noarch',
    'sp-dep-1.0-1.noarch',
  ]);
}

/** What an import of a type finds on a node. */
export function importedOf(node: FleetNode, module: ResourceModule): Promise<readonly string[]> {
  return importedFrom(node.channel, { module, importing: importable(module) });
}

function importable({ type, importing }: ResourceModule): Extract<Importing, { readonly kind: 'importable' }> {
  if (importing?.kind !== 'importable') throw new Error(`${type} cannot be imported.`);
  return importing;
}

/** Lists that have nothing new are as old as the last time that they were asked for, and not as the last change of them. */
export async function expectFreshLists(node: FleetNode): Promise<void> {
  // Lists of this very second are not older than any time that can be declared.
  while ((await ageOfListsMs(node)) === 0) await setTimeout(200);
  const beganMs = Date.now();
  const all = { identity: 'all', properties: { upgrade: 'full', cache_valid_time: 0 } };
  const { titles, outcomes } = await converge(node, packages, all);
  expect(titles).to.deep.equal(['refresh the package lists', 'upgrade all packages']);
  expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'done']);
  expect(await ageOfListsMs(node)).to.be.at.most(Date.now() - beganMs + 1000);
}

async function ageOfListsMs(node: FleetNode): Promise<number> {
  const result = await node.channel.ask([{ query: packageManagerQuery }]);
  const answer = result.kind === 'answered' ? result.answers[0] : undefined;
  return answer?.status === 'found' ? Number(answer.value['ageSeconds']) * 1000 : Number.NaN;
}
