export { type Issued, makeAuthority, type TestAuthority } from './certificates.ts';
export { isMariadbInstalled, type MariadbOptions, startMariadb } from './mariadb.ts';
export { installedPostgresVersions, type PostgresOptions, startPostgres } from './postgres.ts';
export type { DatabaseServer, DatabaseTarget } from './target.ts';
