import { schemaSources } from '../../packages/cli/src/schema/sources.ts';
import type { GeneratedFile } from './generated-file.ts';
import { referencePages } from './reference.ts';
import { reportPageFiles } from './report-page.ts';
import { schemaFiles } from './schemas.ts';
import { validatorFiles } from './validators.ts';

/** Every file that is made from the code. */
export function generatedFiles(): readonly GeneratedFile[] {
  return [
    ...schemaFiles(schemaSources),
    ...validatorFiles(schemaSources),
    ...referencePages(schemaSources),
    ...reportPageFiles(),
  ];
}
