export { createSimulatedDriver, type SimulationWatch } from './driver.ts';
export { type Account, type Group, type Offer, SimulatedHost } from './host.ts';
