export {
  fetchPackages,
  installDebianPackages,
  offerPackages,
  provideDebianPackages,
  unpackPackages,
} from './debian-packages.ts';
export { attachFleet, type Fleet, type FleetOptions, startFleet } from './fleet.ts';
export type { FleetHost } from './host.ts';
export { ImageUnavailable } from './image.ts';
export { canRunFleet, type Readiness } from './readiness.ts';
export { hostAccounts, sudoPassword } from './recipe.ts';
export type { CommandResult } from './run-command.ts';
