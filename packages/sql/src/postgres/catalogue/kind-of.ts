/** Expression for the kind of fact that a relation is; NULL for what is none. `alias`: of pg_class. */
export function relationKind(alias: string): string {
  return `CASE ${alias}.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized-view'
    WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'composite' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' END`;
}

/** Expression for the kind of fact that a type is; NULL for what is none of its own. `alias`: of pg_type. */
export function typeKind(alias: string): string {
  return `CASE ${alias}.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'c' THEN 'composite' WHEN 'r' THEN 'range' END`;
}

/** Expression for the second part of a function's name. `alias`: of pg_proc. */
export function signatureOf(alias: string): string {
  return `quote_ident(${alias}.proname) || '(' || oidvectortypes(${alias}.proargtypes) || ')'`;
}
