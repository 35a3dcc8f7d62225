/**
 * True when an expression, in the server's spelling, may give another value in each row. What calls a function that is not known
 * to be stable counts as volatile. The server fills a new column without writing the table only by other expressions
 * (PostgreSQL 11).
 */
export function isVolatile(expression: string): boolean {
  const bare = expression.replaceAll(/'(?:[^']|'')*'/g, "''").replaceAll(/::[a-z_". ]+\(\d+(,\d+)?\)/g, '');
  const calls = bare.match(/[a-z_0-9".]+\(/gi) ?? [];
  return calls.some((call) => !stable.has(call.slice(0, -1)));
}

const stable: ReadonlySet<string> = new Set(
  `now transaction_timestamp statement_timestamp date_trunc date_part to_timestamp make_date make_interval timezone lower upper
  abs round floor ceil length coalesce concat jsonb_build_object jsonb_build_array json_build_object to_jsonb to_json md5
  current_setting current_schema char numeric varchar timestamp`.split(/\s+/),
);
