import { engineSuite } from '@setpoint/testkit/engines';
import { containers } from './stale-cases/containers.ts';
import { describeStalePlan } from './support/stale-plan.ts';

engineSuite('a saved plan of a host whose containers moved since', (host) => {
  describeStalePlan(containers, () => {
    const { exec, enter } = host();
    return { exec, inventory: { nodes: { box: { exec: { command: enter } } } } };
  });
});
