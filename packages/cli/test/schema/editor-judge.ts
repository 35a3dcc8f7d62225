import type { JsonObject } from '@setpoint/model';
import { Ajv, type ErrorObject } from 'ajv';
import { editorAnnotations } from '../../src/schema/vocabulary.ts';

/** Where a value is wrong and by which keyword, for instance `/resources/0 additionalProperties mdoe`. */
export type Judge = (value: unknown) => readonly string[];

/**
 * Judges values by an editor schema, strictly. Errors that only echo another one are left out, as editors do: `if`, and the branches of
 * a union that failed as a whole.
 */
export function editorJudge(schema: JsonObject): Judge {
  const ajv = new Ajv({ strict: true, allErrors: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary([...editorAnnotations]);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : causes(validate.errors ?? []).map(tell));
}

function causes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  return errors.filter((error) => {
    if (error.keyword === 'if') return false;
    return !unions.some((union) => union !== error && error.schemaPath.startsWith(`${union.schemaPath}/`));
  });
}

function tell({ instancePath, keyword, params }: ErrorObject): string {
  const key: unknown = params['additionalProperty'] ?? params['missingProperty'];
  return [instancePath, keyword, ...(typeof key === 'string' ? [key] : [])].join(' ');
}
