export { type DatabaseImport, type ImportRequest, importDatabase } from './import-database.ts';
