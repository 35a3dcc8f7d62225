/** Condition that leaves the schemas of the system out, temporary ones included. `alias`: of pg_namespace. */
export function isUserSchema(alias: string): string {
  return `${alias}.nspname !~ '^pg_' AND ${alias}.nspname <> 'information_schema'`;
}

/** Condition that leaves out what belongs to an extension. `catalogue`: `pg_class`; `oid`: an expression. */
export function isNotMember(catalogue: CatalogueTable, oid: string): string {
  return `NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = '${catalogue}'::regclass AND m.objid = ${oid} AND m.objsubid = 0 AND m.deptype = 'e')`;
}

/** Expression for an `ObjectId`: `at('pg_class', 'c.oid')` gives `1259/16402/0`. */
export function at(catalogue: CatalogueTable, oid: string, part = '0'): string {
  return `'${classIds[catalogue]}/' || ${oid} || '/' || ${part}`;
}

/** Expression for options as the server keeps them (`{fillfactor=70}`) as one JSON object; NULL where there are none. */
export function optionsAsJson(options: string): string {
  return `CASE WHEN ${options} IS NOT NULL THEN
    (SELECT json_object_agg(o.option_name, o.option_value ORDER BY o.option_name) FROM pg_options_to_table(${options}) o) END`;
}

/** The oids of the server's catalogues, the same in every version. */
const classIds = {
  pg_am: 2601,
  pg_attrdef: 2604,
  pg_cast: 2605,
  pg_class: 1259,
  pg_collation: 3456,
  pg_constraint: 2606,
  pg_conversion: 2607,
  pg_default_acl: 826,
  pg_event_trigger: 3466,
  pg_extension: 3079,
  pg_foreign_data_wrapper: 2328,
  pg_foreign_server: 1417,
  pg_language: 2612,
  pg_namespace: 2615,
  pg_opclass: 2616,
  pg_operator: 2617,
  pg_opfamily: 2753,
  pg_policy: 3256,
  pg_proc: 1255,
  pg_publication: 6104,
  pg_rewrite: 2618,
  pg_statistic_ext: 3381,
  pg_subscription: 6100,
  pg_transform: 3576,
  pg_trigger: 2620,
  pg_ts_config: 3602,
  pg_ts_dict: 3600,
  pg_ts_parser: 3601,
  pg_ts_template: 3764,
  pg_type: 1247,
} as const;

export type CatalogueTable = keyof typeof classIds;
