import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import { signatureOf } from './kind-of.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { textOf } from './row.ts';

/** Reads functions, procedures, window functions and aggregates. */
export const readFunctions: CatalogueReader = async (session) => {
  const rows = await Promise.all([session.read(functions), session.read(aggregates)]);
  return rows.flat().map(functionFact);
};

const signature = signatureOf('p');

/** What constructs ranges and multiranges comes and goes with their types. */
const isOwnFunction = `${isUserSchema('n')} AND ${isNotMember('pg_proc', 'p.oid')}
  AND NOT EXISTS (SELECT FROM pg_depend i WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')`;

const functions = `
SELECT ${at('pg_proc', 'p.oid')} AS object, n.nspname AS schema, ${signature} AS signature,
  CASE p.prokind WHEN 'f' THEN 'function' WHEN 'p' THEN 'procedure' ELSE 'window' END AS kind,
  pg_get_functiondef(p.oid) AS definition, pg_get_function_result(p.oid) AS result,
  pg_get_function_identity_arguments(p.oid) AS arguments, pg_get_function_arguments(p.oid) AS full_arguments,
  p.pronargdefaults AS default_count, l.lanname AS language, p.prosecdef AS is_definer
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
WHERE p.prokind <> 'a' AND ${isOwnFunction}
ORDER BY n.nspname, 3`;

const aggregates = `
SELECT ${at('pg_proc', 'p.oid')} AS object, n.nspname AS schema, ${signature} AS signature, 'aggregate' AS kind,
  pg_get_function_result(p.oid) AS result, pg_get_function_identity_arguments(p.oid) AS arguments,
  pg_get_function_arguments(p.oid) AS full_arguments, p.pronargdefaults AS default_count,
  'internal' AS language, false AS is_definer,
  array_to_string(ARRAY[
    'SFUNC = ' || a.aggtransfn::regproc,
    'STYPE = ' || format_type(a.aggtranstype, NULL),
    'SSPACE = ' || nullif(a.aggtransspace, 0),
    'FINALFUNC = ' || nullif(a.aggfinalfn, 0)::regproc,
    CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
    CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w' END
      THEN 'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
    'COMBINEFUNC = ' || nullif(a.aggcombinefn, 0)::regproc,
    'SERIALFUNC = ' || nullif(a.aggserialfn, 0)::regproc,
    'DESERIALFUNC = ' || nullif(a.aggdeserialfn, 0)::regproc,
    'INITCOND = ' || quote_literal(a.agginitval),
    'MSFUNC = ' || nullif(a.aggmtransfn, 0)::regproc,
    'MINVFUNC = ' || nullif(a.aggminvtransfn, 0)::regproc,
    'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), NULL),
    'MSSPACE = ' || nullif(a.aggmtransspace, 0),
    'MFINALFUNC = ' || nullif(a.aggmfinalfn, 0)::regproc,
    CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
    CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r'::"char" ELSE 'w' END
      THEN 'MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
    'MINITCOND = ' || quote_literal(a.aggminitval),
    CASE WHEN a.aggsortop <> 0 THEN 'SORTOP = OPERATOR(' || a.aggsortop::regoper || ')' END,
    CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
    CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END
  ], ', ') AS options
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_aggregate a ON a.aggfnoid = p.oid
WHERE ${isOwnFunction}
ORDER BY n.nspname, 3`;

function functionFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'signature')];
  return {
    key: factKey('function', name),
    kind: 'function',
    name,
    parent: factKey('schema', name.slice(0, 1)),
    payload: {
      kind: textOf(row, 'kind'),
      definition: typeof row['options'] === 'string' ? aggregateText(row) : textOf(row, 'definition').trimEnd(),
      result: row['result'] ?? null,
      arguments: textOf(row, 'arguments'),
      defaults: row['default_count'] ?? 0,
    },
    info: { language: textOf(row, 'language'), isDefiner: row['is_definer'] ?? false },
    objects: [textOf(row, 'object')],
  };
}

/** The server has no function that tells the text of an aggregate. */
function aggregateText(row: JsonObject): string {
  const [schema, signature] = [textOf(row, 'schema'), textOf(row, 'signature')];
  const quotedSchema = factKey('', [schema]).slice(1);
  const argumentsText = textOf(row, 'full_arguments');
  return `CREATE AGGREGATE ${quotedSchema}.${functionName(signature)}(${argumentsText === '' ? '*' : argumentsText}) (${textOf(row, 'options')})`;
}

/** The quoted name that a signature begins with. */
function functionName(signature: string): string {
  return /^(?:"(?:[^"]|"")*"|[^("]+)/.exec(signature)?.[0] ?? signature;
}
