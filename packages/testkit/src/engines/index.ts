export { boxImage, type EngineHost, startEngineHost } from './engine-host.ts';
export { engineSuite } from './suite.ts';
