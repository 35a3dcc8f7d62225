import type { Answer, JsonObject, Query } from '@setpoint/model';
import type { SqlSession } from '../session/session.ts';
import type { SessionPool } from './sessions.ts';

/** Asks what a database server is, and what the account may do there. */
export const serverFactsQuery: Query = { kind: 'server-facts' };

/** What `facts` and `doctor` show of a node. JSON in shape; facts that the account may not see are null. */
export async function answerServerFacts(pool: SessionPool): Promise<Answer> {
  const session = await pool.get('');
  const { product, version, versionText, database, user } = session.server;
  const asked = product === 'postgres' ? await postgresFacts(session) : await mysqlFacts(session);
  const value = { product, version, version_text: versionText, database, account: user, ...asked };
  return { status: 'found', value };
}

async function postgresFacts(session: SqlSession): Promise<JsonObject> {
  const [row = {}] = await session.read(`SELECT
    pg_catalog.pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collation,
    pg_catalog.pg_is_in_recovery() OR pg_catalog.current_setting('default_transaction_read_only')::bool AS is_read_only,
    r.rolsuper AS is_superuser, r.rolcreatedb AS may_create_databases, r.rolcreaterole AS may_create_roles,
    (SELECT s.ssl FROM pg_catalog.pg_stat_ssl s WHERE s.pid = pg_catalog.pg_backend_pid()) AS is_encrypted,
    pg_catalog.pg_database_size(d.oid) AS size_bytes,
    pg_catalog.date_trunc('second', pg_catalog.pg_postmaster_start_time()) AS started,
    ARRAY(SELECT e.extname || ' ' || e.extversion FROM pg_catalog.pg_extension e ORDER BY 1) AS extensions
  FROM pg_catalog.pg_database d, pg_catalog.pg_roles r
  WHERE d.datname = pg_catalog.current_database() AND r.rolname = current_user`);
  return row;
}

async function mysqlFacts(session: SqlSession): Promise<JsonObject> {
  const [row = {}] = await session.read(`SELECT
    @@character_set_database AS encoding, @@collation_database AS collation, @@read_only AS is_read_only,
    @@sql_mode AS sql_mode, @@lower_case_table_names AS lower_case_table_names, @@default_storage_engine AS default_engine`);
  const [cipher] = await session.read("SHOW STATUS LIKE 'Ssl_cipher'");
  const [size] = await session.read(
    'SELECT sum(data_length + index_length) AS size FROM information_schema.tables WHERE table_schema = database()',
  );
  return {
    ...row,
    is_read_only: isOn(row['is_read_only']),
    is_encrypted: (cipher?.['Value'] ?? '') !== '',
    size_bytes: Number(size?.['size'] ?? 0),
  };
}

/** MySQL's truths are numbers; MariaDB 12 knows further kinds of read-only. */
function isOn(value: JsonObject[string] | undefined): boolean {
  return value !== 0 && value !== '0' && value !== 'OFF' && value !== undefined && value !== null;
}
