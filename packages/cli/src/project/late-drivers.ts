import { type Driver, type DriverSettings, invariant } from '@setpoint/model';

/** Drivers of one family that are loaded by the first node that one of them reaches: a run without such a node does not pay for them. */
export function lateDrivers(
  settings: Readonly<Record<string, DriverSettings>>,
  load: () => Promise<readonly Driver[]>,
): readonly Driver[] {
  let loaded: Promise<readonly Driver[]> | undefined;
  return Object.entries(settings).map(([name, { channel }]) => ({
    name,
    channel,
    connect: async (node, signal) => {
      loaded ??= load();
      const driver = (await loaded).find((each) => each.name === name);
      invariant(driver, `The family of the driver ${name} has no such driver`);
      return driver.connect(node, signal);
    },
  }));
}
