/** Condition that leaves the schemas of the system out, temporary ones included. `alias`: of pg_namespace. */
export function isUserSchema(alias: string): string {
  return `${alias}.nspname !~ '^pg_' AND ${alias}.nspname <> 'information_schema'`;
}

/** Condition that leaves out what belongs to an extension. `catalogue`: `pg_class`; `oid`: an expression. */
export function isNotMember(catalogue: string, oid: string): string {
  return `NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = '${catalogue}'::regclass AND m.objid = ${oid} AND m.objsubid = 0 AND m.deptype = 'e')`;
}

/** Expression for the address of an object in `pg_depend`: `pg_class:16402:0`. */
export function at(catalogue: string, oid: string, part = '0'): string {
  return `'${catalogue}:' || ${oid} || ':' || ${part}`;
}
