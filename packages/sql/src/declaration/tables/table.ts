/** A table as YAML declares it, valid against `tablesSchema`; a short form stands for a map with one member. */
export type TableInput = {
  readonly renamed_from?: RenamedFrom;
  readonly comment?: string;
  readonly columns: Readonly<Record<string, string | ColumnInput>>;
  readonly primary_key?: readonly string[] | KeyInput;
  readonly unique?: Readonly<Record<string, readonly string[] | KeyInput>>;
  readonly checks?: Readonly<Record<string, string | CheckInput>>;
  readonly indexes?: Readonly<Record<string, readonly string[] | IndexInput>>;
  readonly foreign_keys?: Readonly<Record<string, ForeignKeyInput>>;
  readonly grants?: Readonly<Record<string, readonly string[] | GrantInput>>;
  readonly owner?: string;
  readonly partition_by?: string;
  readonly unlogged?: boolean;
  readonly engine?: string;
  readonly charset?: string;
  readonly collation?: string;
  readonly row_format?: string;
};

export type RenamedFrom = string | readonly string[];

export type DefaultInput = string | number | boolean | null | { readonly expression: string };

export type ColumnInput = {
  readonly type: string;
  readonly not_null?: boolean;
  readonly default?: DefaultInput;
  readonly identity?: 'always' | 'by_default';
  readonly sequence?: SequenceInput;
  readonly generated?: string | { readonly expression: string; readonly stored?: boolean };
  readonly check?: string;
  readonly unique?: boolean;
  readonly collation?: string;
  readonly charset?: string;
  readonly on_update?: string;
  readonly comment?: string;
  readonly renamed_from?: RenamedFrom;
  readonly using?: string;
};

export type SequenceInput = {
  readonly start?: number;
  readonly increment?: number;
  readonly min?: number;
  readonly max?: number;
  readonly cache?: number;
  readonly cycle?: boolean;
};

export type Deferrable = 'initially_immediate' | 'initially_deferred';

export type KeyInput = {
  readonly columns: readonly string[];
  /** Of a primary key only: the name of its constraint. */
  readonly name?: string;
  readonly include?: readonly string[];
  readonly nulls_not_distinct?: boolean;
  readonly deferrable?: Deferrable;
  readonly comment?: string;
  readonly renamed_from?: RenamedFrom;
};

export type CheckInput = {
  readonly expression: string;
  readonly comment?: string;
  readonly renamed_from?: RenamedFrom;
};

export type IndexInput = {
  readonly on: readonly string[];
  readonly unique?: boolean;
  readonly where?: string;
  readonly include?: readonly string[];
  readonly method?: string;
  readonly nulls_not_distinct?: boolean;
  readonly comment?: string;
  readonly renamed_from?: RenamedFrom;
};

export type ForeignKeyAction = 'no_action' | 'restrict' | 'cascade' | 'set_null' | 'set_default';

export type ForeignKeyInput = {
  readonly columns: readonly string[];
  readonly references: string;
  readonly on_delete?: ForeignKeyAction;
  readonly on_update?: ForeignKeyAction;
  readonly match?: 'simple' | 'full';
  readonly deferrable?: Deferrable;
  readonly comment?: string;
  readonly renamed_from?: RenamedFrom;
};

export type GrantInput = { readonly privileges: readonly string[]; readonly with_grant_option?: boolean };
