import { posix } from 'node:path';
import { errorDiagnostic, nearestName, type SourceSpan } from '@setpoint/model';
import type { Report } from '../diagnostics/shape.ts';
import type { FileReader } from '../project/file-reader.ts';
import { parseYamlBytes } from '../yaml/parse.ts';
import { spanOf } from '../yaml/value.ts';
import type { InventoryDraft } from './draft.ts';
import { mergeInventories } from './merge.ts';
import { type ParsedInventory, parseInventory } from './parse.ts';

/** How an inventory program ended: its output, or one sentence that says why there is none. */
export type InventoryCommandResult =
  | { readonly kind: 'done'; readonly stdout: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };

/** The port that runs an executable inventory; the path is the one of `FileStatus.absolutePath`. */
export type RunInventoryCommand = (path: string) => Promise<InventoryCommandResult>;

export type InventoryRequest = {
  readonly files: FileReader;
  readonly runInventoryCommand: RunInventoryCommand;
  readonly drivers: readonly string[];
  readonly report: Report;
  /** What the command line or setpoint.yaml names; undefined: `inventory.yaml`. */
  readonly path: string | undefined;
  /** Where setpoint.yaml names it. */
  readonly span?: SourceSpan;
};

/** Reads the inventory: a YAML or JSON file, a program that is run and prints one, or a directory of both. */
export async function loadInventory(request: InventoryRequest): Promise<InventoryDraft> {
  const path =
    request.path ??
    ['inventory.yaml', 'inventory.yml', 'inventory'].find((name) => request.files.stat(name).kind !== 'missing');
  if (path === undefined) {
    request.report(
      errorDiagnostic('SP415', {
        detail: 'The project has no inventory.yaml and names no other inventory.',
        hint: 'Write inventory.yaml with `nodes:`, or give --inventory.',
      }),
    );
    return { nodes: new Map(), groups: new Map() };
  }
  const files = request.files.stat(path).kind === 'directory' ? filesIn(path, request) : [path];
  const parsed: ParsedInventory[] = [];
  for (const file of files) parsed.push(await readInventory(file, request));
  return mergeInventories(parsed, request.report);
}

/** YAML and JSON files and programs of a directory, in the order of their names; hidden files and others are skipped. */
function filesIn(directory: string, { files, report }: InventoryRequest): readonly string[] {
  const names = (files.list(directory) ?? []).filter((name) => !name.startsWith('.') && !name.endsWith('~'));
  const paths = names.map((name) => posix.join(directory, name)).filter((path) => isInventoryFile(path, files));
  if (paths.length === 0)
    report(errorDiagnostic('SP415', { detail: `The directory ${directory} holds no inventory file.` }));
  return paths;
}

function isInventoryFile(path: string, files: FileReader): boolean {
  const status = files.stat(path);
  return status.kind === 'file' && (hasDataExtension(path) || isExecutable(status.mode));
}

function hasDataExtension(path: string): boolean {
  return /\.(?:ya?ml|json)$/.test(path);
}

function isExecutable(mode: number): boolean {
  return (mode & 0o111) !== 0;
}

const nothing: ParsedInventory = { nodes: [], groups: [] };

async function readInventory(path: string, request: InventoryRequest): Promise<ParsedInventory> {
  const { files, report } = request;
  const status = files.stat(path);
  if (status.kind !== 'file') {
    report(unreadable(path, request));
    return nothing;
  }
  const isProgram = isExecutable(status.mode) && !hasDataExtension(path);
  const bytes = isProgram ? await runProgram(path, status.absolutePath, request) : files.read(path);
  if (bytes === undefined) {
    if (!isProgram) report(unreadable(path, request));
    return nothing;
  }
  // Places in what a program printed are not places in the program.
  const yaml = parseYamlBytes(isProgram ? `output of ${path}` : path, bytes);
  for (const diagnostic of yaml.diagnostics) report(diagnostic);
  const [document, second] = yaml.documents;
  if (second !== undefined) {
    report(
      errorDiagnostic('SP408', {
        detail: 'An inventory file holds one document, but a second one starts here.',
        span: spanOf(second),
      }),
    );
  }
  return document === undefined ? nothing : parseInventory(document, request.drivers, report);
}

async function runProgram(
  path: string,
  absolutePath: string,
  { runInventoryCommand, report }: InventoryRequest,
): Promise<Uint8Array | undefined> {
  const result = await runInventoryCommand(absolutePath);
  if (result.kind === 'done') return result.stdout;
  report(errorDiagnostic('SP411', { detail: `The inventory program ${path} failed: ${result.reason}` }));
  return undefined;
}

function unreadable(path: string, { files, span }: InventoryRequest) {
  const near = nearestName(posix.basename(path), files.list(posix.dirname(path)) ?? []);
  return errorDiagnostic('SP801', {
    detail: `The inventory ${path} does not exist or cannot be read.`,
    ...(near === undefined ? {} : { hint: `Did you mean \`${posix.join(posix.dirname(path), near)}\`?` }),
    ...(span === undefined ? {} : { span }),
  });
}
