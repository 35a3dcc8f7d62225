/** No limit is -1 in PostgreSQL and 0 in MySQL and MariaDB. */
export function mysqlLimit(limit: number): number {
  return limit < 0 ? 0 : limit;
}
