export { bundleModule } from './bundle-module.ts';
export { cellModule } from './cell-module.ts';
export { type ContractNode, channelContract } from './contract.ts';
export { createFakeChannel, createFakeDriver, fakeDriverName } from './fake-driver.ts';
export { type Cell, FakeNode, type FakeNodeOptions } from './fake-node.ts';
