import type { JsonObject } from '@setpoint/model';
import type { TypedDeclaration } from '@setpoint/sdk';
import type { SchemaHazardCode } from '../../compare/hazard.ts';
import { schemaHazards } from '../../compare/hazard.ts';
import type { OnlinePolicy } from '../../compare/rule.ts';
import type { Owns, SqlFile } from '../../declaration/declaration.ts';
import type { ScratchChoice } from '../../driver/schema-query.ts';

/** A schema as declared, every default filled in. */
export type SchemaDeclared = {
  readonly identity: string;
  readonly database: string;
  readonly files: readonly SqlFile[];
  readonly tables: JsonObject;
  readonly raw: string;
  readonly owns: Owns;
  readonly prune: boolean;
  readonly allow: readonly DeclaredAllow[];
  readonly online: OnlinePolicy;
  readonly pace: Pace;
  readonly large: { readonly rows: number; readonly bytes: number };
  readonly scratch: ScratchChoice;
  readonly scratchUrl: string;
};

/** `until`: the last day on which it holds; empty for ever. */
export type DeclaredAllow = {
  readonly code: SchemaHazardCode;
  readonly objects: readonly string[];
  readonly until: string;
};

export type Pace = {
  readonly lockTimeoutMs: number;
  readonly retries: number;
  readonly statementTimeoutMs: number;
  readonly longTimeoutMs: number;
};

/** The properties in the shape that the schema lets through. */
export type SchemaInput = {
  readonly database?: string;
  readonly tables?: JsonObject;
  readonly raw?: string;
  readonly owns?: {
    readonly schemas?: readonly string[];
    readonly except?: readonly string[];
    readonly extensions?: boolean;
    readonly grants?: boolean;
    readonly owners?: boolean;
  };
  readonly prune?: boolean;
  readonly allow?: readonly {
    readonly hazard: string;
    readonly objects?: readonly string[];
    readonly until?: string;
  }[];
  readonly online?: OnlineInput;
  readonly scratch?: string;
  readonly scratch_url?: string;
};

type OnlineInput = {
  readonly indexes?: 'concurrently' | 'plain';
  readonly constraints?: 'not_valid' | 'plain';
  readonly lock_timeout_seconds?: number;
  readonly retries?: number;
  readonly statement_timeout_seconds?: number;
  readonly long_timeout_seconds?: number;
  readonly large_table_rows?: number;
  readonly large_table_megabytes?: number;
};

/** Fills in the defaults and refuses what contradicts itself. */
export function declareSchema(
  identity: string,
  properties: SchemaInput,
  files: readonly SqlFile[],
): TypedDeclaration<SchemaDeclared> {
  const { tables = {}, raw = '', scratch = 'auto', scratch_url: scratchUrl = '' } = properties;
  if (files.length === 0 && Object.keys(tables).length === 0 && raw === '') {
    const detail = 'Nothing says what the database should look like.';
    return invalid('', detail, 'Name SQL files with `sql: [schema/*.sql]`, or declare `tables`.');
  }
  if ((scratch === 'url') !== (scratchUrl !== '')) {
    return invalid('scratch', '`scratch: url` and `scratch_url` belong together; one of them is missing.');
  }
  const { online = {} } = properties;
  const declared: SchemaDeclared = {
    identity,
    database: properties.database ?? '',
    files,
    tables,
    raw,
    owns: readOwns(properties),
    prune: properties.prune ?? false,
    allow: (properties.allow ?? []).flatMap(readAllow),
    online: { indexes: online.indexes ?? 'concurrently', constraints: online.constraints ?? 'not_valid' },
    pace: readPace(online),
    large: readLarge(online),
    scratch: scratch as ScratchChoice,
    scratchUrl,
  };
  return { kind: 'declared', identity, declared };
}

function readOwns({ owns = {} }: SchemaInput): Owns {
  const { schemas, except, extensions, grants, owners } = owns;
  return {
    schemas: schemas ?? null,
    except: except ?? [],
    extensions: extensions ?? false,
    grants: grants ?? 'declared',
    owners: owners ?? 'declared',
  };
}

function readLarge(online: OnlineInput): SchemaDeclared['large'] {
  return {
    rows: online.large_table_rows ?? 1_000_000,
    bytes: (online.large_table_megabytes ?? 100) * 1024 * 1024,
  };
}

function readPace(online: OnlineInput): Pace {
  return {
    lockTimeoutMs: (online.lock_timeout_seconds ?? 3) * 1000,
    retries: online.retries ?? 5,
    statementTimeoutMs: (online.statement_timeout_seconds ?? 60) * 1000,
    longTimeoutMs: (online.long_timeout_seconds ?? 3600) * 1000,
  };
}

function readAllow(entry: NonNullable<SchemaInput['allow']>[number]): readonly DeclaredAllow[] {
  const code = (Object.keys(schemaHazards) as SchemaHazardCode[]).find((known) => known === entry.hazard);
  return code === undefined ? [] : [{ code, objects: entry.objects ?? [], until: entry.until ?? '' }];
}

function invalid(property: string, detail: string, hint?: string): TypedDeclaration<SchemaDeclared> {
  return { kind: 'invalid', problems: [{ property, detail, ...(hint === undefined ? {} : { hint }) }] };
}
