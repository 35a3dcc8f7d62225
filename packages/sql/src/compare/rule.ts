import { invariant } from '@setpoint/model';
import type { Fact, FactKey, TableSize } from '../catalogue/fact.ts';
import type { Statement } from './statement.ts';

/** How careful statements are with those who use the database meanwhile; from the resource's `online`. */
export type OnlinePolicy = {
  readonly indexes: 'concurrently' | 'plain';
  readonly constraints: 'not_valid' | 'plain';
};

/** What rules may look at beside the fact at hand. All of it is data of this comparison; nothing is asked of a server. */
export type RuleContext = {
  /** The server's version: 150018 for PostgreSQL 15.18, 101114 for MariaDB 10.11.14. */
  readonly version: number;
  readonly product: 'postgres' | 'mysql' | 'mariadb';
  readonly online: OnlinePolicy;
  /** The account that runs the statements, to whom belongs what they make; undefined where objects belong to nobody. */
  readonly account?: string | undefined;
  /** Fact of the present database, renames already followed. */
  readonly live: (key: FactKey) => Fact | undefined;
  /** Fact of the declaration. */
  readonly wanted: (key: FactKey) => Fact | undefined;
  /** Children in the order of their readers; `columns` of a table by their position. */
  readonly liveChildren: (key: FactKey) => readonly Fact[];
  readonly wantedChildren: (key: FactKey) => readonly Fact[];
  /** Facts of the present database that name this very key among their needs. */
  readonly liveDependents: (key: FactKey) => readonly Fact[];
  readonly liveOfKind: (kind: string) => readonly Fact[];
  /** True when the fact is made (or made anew) by this very plan: nobody uses it yet and it holds no rows. */
  readonly isNew: (key: FactKey) => boolean;
  /** True when the fact is dropped by this very plan (and not made anew). */
  readonly isDropped: (key: FactKey) => boolean;
  readonly size: (table: FactKey) => TableSize | undefined;
};

/** One fact that gets another name: as it is now, and as it is declared. */
export type RenamePair = { readonly before: Fact; readonly after: Fact };

/** How a fact gets from one payload to another. */
export type Alteration =
  | {
      readonly kind: 'statements';
      readonly statements: readonly Statement[];
      /**
       * Dependents for which the change is impossible while they exist: they are dropped before and made anew after it, and so is
       * all that hangs on them. Asked for facts of the present database that need this one, however indirectly.
       */
      readonly disturbs?: (dependent: Fact) => boolean;
      /** Facts (of the present database, by key) that this very statement changes as a side effect into what is declared. */
      readonly settles?: readonly FactKey[];
    }
  /** It cannot be altered: it is dropped and made anew, with all that hangs on it. */
  | { readonly kind: 'rebuild' };

/** All that is known of one kind of fact: how it is made, dropped, altered and renamed. Pure. */
export type KindRule = {
  /** What it is, for the reader: `foreign key`. */
  readonly noun: string;
  /** Among actions that could come next, lower weights come first. */
  readonly weight: number;
  /**
   * Makes the fact. `absorbed`: children that the frame offers to be made by the same statements; those whose key is returned in
   * `absorbs` get no statement of their own.
   */
  readonly create: (fact: Fact, context: RuleContext, offered: readonly Fact[]) => Creation;
  /** Drops the fact; its children vanish with it and get no statements. */
  readonly drop: (fact: Fact, context: RuleContext) => readonly Statement[];
  readonly alter: (before: Fact, after: Fact, context: RuleContext) => Alteration;
  /**
   * Gives the fact its new name (same parent, same payload but for texts that hold the name). Absent: it cannot be renamed. `after`
   * is undefined-free: the declared fact.
   */
  readonly rename?: (before: Fact, after: Fact, context: RuleContext) => readonly Statement[];
  /**
   * How names stand in the texts of such facts when something that they name is renamed. `any` (default): the server writes the new
   * one, which may stand there with quotes or without; `quoted`: always with quotes; `kept`: the server leaves the text as it is.
   */
  readonly namesInTexts?: 'any' | 'quoted' | 'kept';
  /**
   * The name and payload of such a fact as the server tells them once something that it needs, or that it is part of, is renamed.
   * Absent: names follow those of what they are within, and texts as `namesInTexts` says.
   */
  readonly followRename?: (fact: Fact, renamed: RenamePair) => Pick<Fact, 'name' | 'payload'>;
  /** The text of a body, whose needs the server does not know before it runs. */
  readonly body?: (fact: Fact) => string | undefined;
  /** Its parts may be made and dropped before it changes and after that; otherwise those that go do so before and those that come after. */
  readonly isFreeOfParts?: boolean;
  /** Facts of this kind with equal payload and parent but different names are renamed and not dropped and made anew. */
  readonly isMatchedByPayload?: boolean;
  /**
   * What there can be only one of this kind for: the column that owns a sequence. Facts tied to the same but called otherwise are
   * renamed. `children`: what hangs on the fact.
   */
  readonly tiedTo?: (fact: Fact, children: readonly Fact[]) => string | undefined;
  /**
   * True for a fact that says nothing about the object as it is on the other side of the comparison, so that it is neither made nor
   * dropped: a grant to whom the object belongs there.
   */
  readonly isMoot?: (fact: Fact, object: Fact) => boolean;
  /** Facts that are made before this one when both are, although it does not need them. `find`: a declared fact. */
  readonly after?: (fact: Fact, find: (key: FactKey) => Fact | undefined) => readonly FactKey[];
  /** Why no statement can drop the fact, as a sentence; undefined when one can. */
  readonly cannotDrop?: (fact: Fact, context: RuleContext) => string | undefined;
  /** Facts that take this one with them when they are dropped, beside its parent: a serial's sequence goes with its column. */
  readonly vanishesWith?: (fact: Fact, context: RuleContext) => readonly FactKey[];
  /**
   * Names that the fact takes in a space that kinds share: `relation app.orders_pkey` for an index and for the constraint it stands
   * behind, `type app.status` for types and tables. What gives a name up goes before what takes it.
   */
  readonly occupies?: (fact: Fact) => readonly string[];
};

/** The statements that make a fact, and which of the offered children they make too. */
export type Creation = { readonly statements: readonly Statement[]; readonly absorbs: readonly FactKey[] };

/** The rules of one product, by kind of fact. A fact whose kind has no rule is a bug of its reader. */
export type Rules = Readonly<Record<string, KindRule>>;

/** The rule for a kind of fact; a reader that makes facts without one is wrong. */
export function ruleFor(rules: Rules, kind: string): KindRule {
  const rule = rules[kind];
  invariant(rule !== undefined, `There is no rule for facts of the kind ${kind}`);
  return rule;
}
