import type { Address } from './address.ts';
import type { SettingsFiles } from './driver-settings.ts';
import type { Json } from './json.ts';
import type { SourceSpan } from './source.ts';

/** How much of a property is secret. */
export type Taint =
  /** The value was derived from a secret: none of it may be shown. */
  | 'whole'
  /** Secrets stand in it unaltered, so the text around them may be shown. */
  | 'spans';

/** Where a value came from: one link of the chain that `setpoint explain` prints, the winner last. */
export type ValueOrigin = {
  /** The level of precedence, or the property itself: `component`, `group web`, `node web1`, `play`, `--var`, `property`. */
  readonly level: string;
  readonly name: string;
  /** The value as text, masked when secret. */
  readonly value: string;
  readonly span?: SourceSpan;
};

/** One resource of one node, compiled: everything evaluated, nothing read from the node yet. */
export type DeclaredResource = {
  readonly address: Address;
  readonly type: string;
  /** The module's own shape, from its `declare`. */
  readonly declared: Json;
  readonly source: SourceSpan;
  /** Declared dependencies (`after`); implied ones come from the module. */
  readonly after: readonly Address[];
  readonly tags: readonly string[];
  /** Property name to how secret it is; properties that are not secret are left out. */
  readonly taint: Readonly<Record<string, Taint>>;
  /** Property name to the chain of values that produced it. */
  readonly origins: Readonly<Record<string, readonly ValueOrigin[]>>;
  /** Nothing is promised of it in this run: what it depends on was left out on purpose. */
  readonly withheld?: Withheld;
  /** Overrides how the driver acts for this resource: an account name, or false for the login account. */
  readonly runAs?: string | false;
  /**
   * What an earlier run left behind, in the module's own shape, when this declaration leads back to the state before it. A node that
   * is not like that any more was changed by somebody else since, which is told.
   */
  readonly left?: Json;
  /** The dependencies that its module implies are left aside: those that matter stand in `after`. */
  readonly isOrdered?: true;
  /** The node undoes the change by itself unless a new connection confirms it within this time. */
  readonly confirmWithinMs?: number;
};

/** What a plan without secrets leaves open of a resource. */
export type Withheld = {
  /** Short phrases, such as `needs secret db`. */
  readonly why: readonly string[];
  /** Properties whose values are not known; none when it is the whole that is not. */
  readonly properties: readonly string[];
  /** False: its queries would run what the declaration holds, so they are not asked. */
  readonly isAsked: boolean;
};

/** How a node is reached: the driver's name and its settings, as the inventory's levels merged them. */
export type NodeConnection = {
  readonly driver: string;
  readonly settings: { readonly [key: string]: Json };
  /** Contents of the files that the settings name; absent where the driver has no such settings. */
  readonly files?: SettingsFiles;
  /** A file that the settings name has problems, which are told; nothing can be said about what needs it. */
  readonly lacksFiles?: true;
  /** Why the node must not be reached in this run, as a sentence. */
  readonly withheld?: string;
};

export type NodeSpec = {
  readonly name: string;
  readonly connection: NodeConnection;
  /** Groups of the node, parents first. */
  readonly groups: readonly string[];
  readonly source?: SourceSpan;
};

export type CompiledNode = { readonly node: NodeSpec; readonly resources: readonly DeclaredResource[] };
