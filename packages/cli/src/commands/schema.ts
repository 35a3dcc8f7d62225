import { resolve } from 'node:path';
import { errorDiagnostic, type Json, nearestName } from '@setpoint/model';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Report } from '../output/report.ts';
import type { EditorSchemaName } from '../schema/editor-schemas.ts';

/** `setpoint schema`: what may be written, for people, editors and programs. */
export const schema: Command = {
  name: 'schema',
  summary: 'Show what may be written: resource types, and JSON Schemas for editors',
  description:
    'Without a name it lists the resource types. With a type it tells its properties and shows examples, or prints the JSON Schema of the properties with --json. With playbook, inventory, setpoint, component or profile it prints the JSON Schema of such a file. With --out it writes the schemas of all files into a directory, where editors find them.',
  arguments: [
    {
      name: 'name',
      required: false,
      description: 'playbook, inventory, setpoint, component, profile, or a resource type',
    },
  ],
  options: [{ name: 'out', short: 'o', value: 'DIR', description: 'write the schema files into this directory' }],
  examples: [
    { command: 'setpoint schema file', explanation: 'the properties of a file, with defaults and examples' },
    { command: 'setpoint schema --out schemas', explanation: 'refresh the schemas of a project after an update' },
    { command: 'setpoint schema playbook > playbook.schema.json', explanation: 'one schema, for any editor' },
  ],
  run: async (given, io) => {
    const { createReport } = await import('../output/report.ts');
    const report = createReport(given, io, io.cwd);
    const [name] = given.positional;
    const out = given.value('out');
    const { editorSchemaNames } = await import('../schema/editor-schemas.ts');
    const document = editorSchemaNames.find((known) => known === name);
    if (out !== undefined && (name === undefined || document !== undefined)) {
      return writeSchemas(document === undefined ? editorSchemaNames : [document], resolve(io.cwd, out), report);
    }
    if (document !== undefined) return printSchema(document, io, report);
    return name === undefined ? listTypes(report) : showType(name, given, report);
  },
};

async function printSchema(name: EditorSchemaName, io: CommandIo, report: Report): Promise<ExitCode> {
  const { editorSchemaText } = await import('../schema/editor-schemas.ts');
  const { schemaSources } = await import('../schema/sources.ts');
  const text = editorSchemaText(name, schemaSources);
  if (!report.isJson) await io.stdout.write(text);
  await report.line('schema', { name, schema: JSON.parse(text) as Json });
  return exitCodes.done;
}

async function writeSchemas(names: readonly EditorSchemaName[], directory: string, report: Report): Promise<ExitCode> {
  const { writeSchemaFiles } = await import('../schema/write-schemas.ts');
  const { schemaSources } = await import('../schema/sources.ts');
  const { paths, problems } = writeSchemaFiles({ names, directory, sources: schemaSources });
  for (const path of paths) {
    await report.text(`wrote ${path}\n`);
    await report.line('written', { path });
  }
  await report.diagnostics(problems);
  return problems.length === 0 ? exitCodes.done : exitCodes.error;
}

async function listTypes(report: Report): Promise<ExitCode> {
  const { typeList } = await import('../schema/type-page.ts');
  const { schemaSources } = await import('../schema/sources.ts');
  await report.text(typeList(schemaSources.modules, report.out.palette));
  for (const { type, summary } of schemaSources.modules) await report.line('type', { name: type, summary });
  return exitCodes.done;
}

async function showType(name: string, given: ParsedArguments, report: Report): Promise<ExitCode> {
  const { typePage } = await import('../schema/type-page.ts');
  const { schemaSources } = await import('../schema/sources.ts');
  const module = schemaSources.modules.find(({ type }) => type === name);
  const isWritten = given.value('out') !== undefined;
  if (module === undefined || isWritten) {
    const known = [
      'playbook',
      'inventory',
      'setpoint',
      'component',
      'profile',
      ...schemaSources.modules.map(({ type }) => type),
    ];
    const near = nearestName(name, known);
    const detail =
      module === undefined
        ? `There is no resource type and no kind of file that is named "${name}".`
        : `--out writes the schemas of files, and ${name} is a resource type: playbook.schema.json holds it.`;
    const hint =
      module !== undefined
        ? `setpoint schema --out ${given.value('out') ?? ''}`
        : near === undefined
          ? `Names: ${known.join(', ')}.`
          : `Did you mean \`${near}\`?`;
    await report.diagnostics([errorDiagnostic(module === undefined ? 'SP806' : 'SP803', { detail, hint })]);
    return exitCodes.error;
  }
  await report.text(typePage(module, report.out.palette));
  await report.line('type', {
    name: module.type,
    summary: module.summary,
    identity: module.identityDescription,
    schema: module.schema,
    examples: module.examples,
  });
  return exitCodes.done;
}
