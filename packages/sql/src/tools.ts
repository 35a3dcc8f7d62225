export { factKey, kindOfKey, nameOfKey } from './catalogue/fact-key.ts';
export { type DatabaseImport, type ImportRequest, importDatabase } from './export/index.ts';
export { findEmbeddedBinaries } from './scratch/embedded/binaries.ts';
export { installEmbedded } from './scratch/embedded/install.ts';
export { type EmbeddedServer, startEmbedded } from './scratch/embedded/server.ts';
export { openPgSession } from './session/pg-session.ts';
