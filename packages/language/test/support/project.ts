import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BodyStore, createBodyStore, type PropertySchema } from '@setpoint/model';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  createFileReader,
  driverSchemaId,
  type LoadedProject,
  type LoadOptions,
  loadProject,
  type PropertyValidator,
  resourceSchemaId,
  settingsFileSchemaId,
} from '../../src/index.ts';
import { testDrivers, testModules } from './modules.ts';

/** Files of a project by path; the mode may follow the content. */
export type ProjectFiles = Readonly<
  Record<string, string | Uint8Array | { readonly text: string; readonly mode: number }>
>;

export type TestProject = {
  readonly dir: string;
  readonly bodies: BodyStore;
  /** Every secret that the redactor was told. */
  readonly learned: readonly string[];
  readonly load: (options?: Partial<LoadOptions>) => Promise<LoadedProject>;
};

const made: string[] = [];

/** Writes a project into a directory of its own; `removeProjects` removes it. */
export function makeProject(files: ProjectFiles): TestProject {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-language-'));
  made.push(dir);
  for (const [path, content] of Object.entries(files)) {
    const at = join(dir, path);
    mkdirSync(dirname(at), { recursive: true });
    const isPlain = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(at, isPlain ? content : content.text);
    if (!isPlain) chmodSync(at, content.mode);
  }
  const bodies = createBodyStore();
  const learned: string[] = [];
  return {
    dir,
    bodies,
    learned,
    load: (options) =>
      loadProject({
        playbooks: ['site.yaml'],
        modules: testModules,
        drivers: testDrivers,
        validate: testValidator,
        files: createFileReader(dir),
        env: {},
        redactor: { add: (secret) => learned.push(secret), redact: (text) => text, digest: (text) => text },
        bodies,
        runInventoryCommand: () => Promise.resolve({ kind: 'failed', reason: 'no programs here' }),
        ...options,
      }),
  };
}

/** Removes the directories of all projects made so far. */
export function removeProjects(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

const testValidator = compileValidator([
  ...[...testModules.values()].map((module) => [resourceSchemaId(module.type), module.schema] as const),
  ...[...testDrivers].map(([name, { schema }]) => [driverSchemaId(name), schema] as const),
  ...[...testDrivers].flatMap(([name, { files = {} }]) =>
    Object.entries(files).map(([setting, { schema }]) => [settingsFileSchemaId(name, setting), schema] as const),
  ),
]);

function compileValidator(schemas: readonly (readonly [string, PropertySchema])[]): PropertyValidator {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validators = new Map<string, ValidateFunction>(schemas.map(([id, schema]) => [id, ajv.compile(schema)]));
  return (schemaId, value) => {
    const validator = validators.get(schemaId);
    if (validator === undefined) throw new Error(`no schema ${schemaId}`);
    if (validator(value)) return [];
    return (validator.errors ?? []).map(({ instancePath, keyword, params, message }) => ({
      path: instancePath,
      keyword,
      params,
      message: message ?? '',
    }));
  };
}

/** `SP203 site.yaml:4:5`, the short form in which tests name diagnostics. */
export function brief(project: LoadedProject): readonly string[] {
  return project.diagnostics.map(({ code, span }) =>
    span === undefined ? code : `${code} ${span.file}:${span.start.line}:${span.start.column}`,
  );
}
