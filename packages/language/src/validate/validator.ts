import type { Json } from '@setpoint/model';

/** One finding of a JSON Schema validator: the part of ajv's `ErrorObject` that Setpoint reads. */
export type ValidationProblem = {
  /** JSON pointer to the value; empty for the whole. */
  readonly path: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
};

/**
 * Validates a value against a schema that is known by its id: `resource:TYPE` for the properties of a resource, `driver:NAME` for
 * the settings of a driver, `file:NAME.SETTING` for the files that one of them names. All problems are told, not only the first.
 */
export type PropertyValidator = (schemaId: string, value: Json) => readonly ValidationProblem[];

/** The schema id of a resource type. */
export function resourceSchemaId(type: string): string {
  return `resource:${type}`;
}

/** The schema id of the files that a setting of a driver names. */
export function settingsFileSchemaId(driver: string, setting: string): string {
  return `file:${driver}.${setting}`;
}

/** The schema id of a driver's settings. */
export function driverSchemaId(driver: string): string {
  return `driver:${driver}`;
}
