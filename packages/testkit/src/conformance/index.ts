export { declareOrThrow, declareWith } from './evaluate.ts';
export {
  type ArchiveBody,
  type ConformanceFixture,
  type ConformanceHost,
  type ConformanceNode,
  type Declared,
  hostileTexts,
  type RawAnswers,
  type RawSection,
} from './fixture.ts';
export { hostileDeclarations } from './hostile-declarations.ts';
export { type ImportableModule, importedFrom, plansOfImport } from './imported.ts';
export { assertSameAnswers, conformanceOnHost } from './on-host.ts';
export { conformance } from './pure.ts';
