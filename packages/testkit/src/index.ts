export * from './channel/index.ts';
export * from './conformance/index.ts';
export * from './simulated/index.ts';
