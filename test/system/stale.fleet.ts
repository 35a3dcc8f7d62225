import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { posixModules } from '../../packages/posix/src/index.ts';
import { containers } from './stale-cases/containers.ts';
import { staleCases } from './stale-cases/index.ts';
import { inventoryOf } from './support/project.ts';
import { describeStalePlan } from './support/stale-plan.ts';

fleetSuite('a saved plan of a host on which everything moved since', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];

  it('has a case for each type', () => {
    assert.sameMembers(
      [...staleCases, ...containers].map(({ type }) => type),
      posixModules.map(({ type }) => type),
    );
  });

  describeStalePlan(staleCases, () => ({ exec: (script) => host.exec(script), inventory: inventoryOf([host], fleet) }));
});
