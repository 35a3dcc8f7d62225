export * from './channel/index.ts';
