import type { JsonObject } from './json.ts';
import type { DeclarationProblem, PropertySchema } from './module.ts';

/** What a driver says of the settings that stand under its key in the inventory. */
export type DriverSettings = {
  /** The kind of conversation that nodes with these settings have; modules of other channels cannot be used on them. */
  readonly channel: string;
  readonly schema: PropertySchema;
  /** What the schema cannot say of settings that it accepts, all levels merged; an empty property means all of them. */
  readonly check?: (settings: JsonObject) => readonly DeclarationProblem[];
  /** Other nodes that the way to a node leads through; they are known to a run even where its limit leaves them out. */
  readonly waypoints?: (settings: JsonObject) => readonly Waypoint[];
  /** What these settings make this machine run, as an object: `a shell of this machine`; undefined for nothing. */
  readonly runsHere?: (settings: JsonObject) => string | undefined;
  /** Settings that name a YAML file of the project, such as a device profile: it is loaded and checked with the inventory. */
  readonly files?: Readonly<Record<string, SettingsFile>>;
};

/** A node that a setting names as a part of the way. */
export type Waypoint = {
  readonly property: string;
  readonly node: string;
  /** False: it may as well be something else, such as an address. */
  readonly mustBeNode: boolean;
};

/** A YAML file that a setting names. */
export type SettingsFile = {
  /** What the file is, for the reader: `device profile`. */
  readonly what: string;
  readonly schema: PropertySchema;
  /** What the schema cannot say; a problem's property is a path such as `registers.speed.address`. */
  readonly check: (content: JsonObject) => readonly DeclarationProblem[];
};

/** The loaded contents of the files that a node's settings name, by setting; nodes that name the same file share the object. */
export type SettingsFiles = Readonly<Record<string, JsonObject>>;
