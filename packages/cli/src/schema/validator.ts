import type { PropertyValidator, ValidationProblem } from '@setpoint/language';
import { invariant } from '@setpoint/model';
import { type GeneratedProblem, validators } from '../generated/validators.js';

/**
 * Judges the properties of resources and the settings of drivers with validators that were compiled when the schemas last changed
 * (`npm run gen`), because compiling them takes longer than everything else that a start does.
 */
export const validateProperties: PropertyValidator = (schemaId, value) => {
  const validator = validators[schemaId];
  invariant(validator, `There is no validator for ${schemaId}, so the generated files are stale`);
  return validator(value) ? [] : (validator.errors ?? []).map(toProblem);
};

function toProblem({ instancePath, keyword, params, message }: GeneratedProblem): ValidationProblem {
  return { path: instancePath, keyword, params, message: message ?? '' };
}
