import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import { savedPlanMembersSchema, savedPlanSchemaId } from '../../packages/cli/src/saved-plan/schema.ts';
import type { SchemaSources } from '../../packages/cli/src/schema/sources.ts';
import { propertyAnnotations } from '../../packages/cli/src/schema/vocabulary.ts';
import { driverSchemaId, resourceSchemaId, settingsFileSchemaId } from '../../packages/language/src/index.ts';
import type { JsonObject } from '../../packages/model/src/index.ts';
import { toPropertySchema } from '../../packages/sdk/src/index.ts';
import { projectRoot } from '../tools.ts';
import type { GeneratedFile } from './generated-file.ts';

const folder = 'packages/cli/src/generated';

/** The compiled validators of all property schemas, as one ES module without dependencies, and its declarations. */
export function validatorFiles(sources: SchemaSources): readonly GeneratedFile[] {
  return [
    { path: `${folder}/validators.js`, text: validatorCode(schemasById(sources)) },
    { path: `${folder}/validators.d.ts`, text: declarations },
    // Apart from the others: only commands that read a saved plan load it.
    { path: `${folder}/saved-plan-validator.js`, text: validatorCode(savedPlanSchemas()) },
    { path: `${folder}/saved-plan-validator.d.ts`, text: savedPlanDeclarations },
  ];
}

/** Every schema that the language asks to validate, by its id. */
export function schemasById({ modules, drivers }: SchemaSources): ReadonlyMap<string, JsonObject> {
  return new Map([
    ...modules.map(({ type, schema }) => [resourceSchemaId(type), toPropertySchema(schema as object)] as const),
    ...Object.entries(drivers).map(([name, { schema }]) => [driverSchemaId(name), schema] as const),
    ...Object.entries(drivers).flatMap(([name, { files = {} }]) =>
      Object.entries(files).map(([setting, { schema }]) => [settingsFileSchemaId(name, setting), schema] as const),
    ),
  ]);
}

/** The schema that saved plans are read with, by its id. */
export function savedPlanSchemas(): ReadonlyMap<string, JsonObject> {
  return new Map([[savedPlanSchemaId, savedPlanMembersSchema()]]);
}

/** An ajv that knows Setpoint's own keywords and is strict about all others. */
export function createCompiler(): Ajv2020 {
  return new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
    keywords: [...propertyAnnotations],
  });
}

function validatorCode(schemas: ReadonlyMap<string, JsonObject>): string {
  const compiler = createCompiler();
  const ids = [...schemas.keys()];
  for (const [id, schema] of schemas) compiler.addSchema(schema, id);
  const names = Object.fromEntries(ids.map((id, index) => [`validator${index}`, id]));
  const table = ids.map((id, index) => `  ${JSON.stringify(id)}: validator${index},`);
  const source = `${standalone.default(compiler, names)}\nexport const validators = {\n${table.join('\n')}\n};\n`;
  return bundle(source.replaceAll(/^export const (validator\d+) =/gm, 'const $1 ='));
}

/** Ajv's code requires its own small functions from the ajv package; they are put inside, so that nothing needs ajv at run time. */
function bundle(source: string): string {
  const result = buildSync({
    stdin: { contents: source, resolveDir: projectRoot, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    legalComments: 'none',
    banner: { js: '// Made by `npm run gen` from the property schemas.' },
  });
  return result.outputFiles[0]?.text ?? '';
}

const declarations = `// Made by \`npm run gen\`.

/** One finding; the part of ajv's ErrorObject that is read. */
export type GeneratedProblem = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
};

/** True for a valid value; else the findings stand in \`errors\` until the next call. */
export type GeneratedValidator = {
  (value: unknown): boolean;
  readonly errors?: readonly GeneratedProblem[] | null;
};

/** The validators by schema id: \`resource:TYPE\`, \`driver:NAME\`, \`file:NAME.SETTING\`. */
export declare const validators: Readonly<Record<string, GeneratedValidator | undefined>>;
`;

const savedPlanDeclarations = `// Made by \`npm run gen\`.

import type { GeneratedValidator } from './validators.js';

/** The validator of saved plans, by its schema id. */
export declare const validators: Readonly<Record<string, GeneratedValidator | undefined>>;
`;
