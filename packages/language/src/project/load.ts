import { posix } from 'node:path';
import {
  type BodyStore,
  type CompiledPlay,
  type Diagnostic,
  type DriverSettings,
  errorDiagnostic,
  type NodeSpec,
  nearestName,
  type Policy,
  type Redactor,
  type ResourceModule,
} from '@setpoint/model';
import { type FetchedArchives, noFetchedArchives } from '../archive/fetched-archives.ts';
import { compilePlays, type SelectedPlay } from '../compile/play.ts';
import { createGather, type Gather } from '../diagnostics/gather.ts';
import { createEngine } from '../expression/engine.ts';
import type { Evaluator } from '../expression/scope.ts';
import { buildInventory } from '../inventory/inventory.ts';
import { loadInventory, type RunInventoryCommand } from '../inventory/load.ts';
import { resolveMembership } from '../inventory/membership.ts';
import { createSettingsFileLoader } from '../inventory/settings-file.ts';
import { withholdNodes } from '../inventory/withhold.ts';
import type { PlayDraft } from '../playbook/draft.ts';
import { parsePlaybook } from '../playbook/parse.ts';
import { createMasks } from '../secret/masks.ts';
import { createSecrets } from '../secret/secrets.ts';
import { type SelectionSpace, select } from '../select/selector.ts';
import { unknownTags } from '../select/tags.ts';
import { createTemplateLibrary } from '../template/library.ts';
import type { PropertyValidator } from '../validate/validator.ts';
import { parseYamlBytes } from '../yaml/parse.ts';
import { readVarArguments, type VarArgument } from './command-line-vars.ts';
import { emptyConfig, type ProjectConfig, parseConfig } from './config.ts';
import type { FileReader, FileStatus } from './file-reader.ts';
import { settlePolicy } from './policy.ts';

/** What a run loads, and the ports to the world around it. Paths are relative to the project directory or absolute. */
export type LoadOptions = {
  /** `setpoint.yaml` unless given; it may be missing then. */
  readonly configFile?: string;
  readonly inventory?: string;
  readonly playbooks: readonly string[];
  readonly vars?: readonly VarArgument[];
  /** A selector: only these nodes. */
  readonly limit?: string;
  /** Only resources that bear one of these tags. */
  readonly tags?: readonly string[];
  /** Reads no secret, and runs nothing that the project brings along: what depends on either is left open. */
  readonly withoutSecrets?: boolean;
  readonly modules: ReadonlyMap<string, ResourceModule>;
  /** The key that names a driver in the inventory, with what its settings are. */
  readonly drivers: ReadonlyMap<string, DriverSettings>;
  readonly validate: PropertyValidator;
  readonly files: FileReader;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly redactor: Redactor;
  readonly bodies: BodyStore;
  /** Archives of URLs; absent: none is here. */
  readonly archives?: FetchedArchives;
  readonly runInventoryCommand: RunInventoryCommand;
};

/** A project as far as it could be compiled. With an error among the diagnostics the plays are incomplete and must not be run. */
export type LoadedProject = {
  readonly plays: readonly CompiledPlay[];
  /** The nodes of the run in inventory order: all of them, or those that the limit leaves. */
  readonly nodes: readonly NodeSpec[];
  /** Nodes that are no part of the run and that the ways of its nodes lead through. */
  readonly waypoints: readonly NodeSpec[];
  /** Every group and `all`, with the names of all nodes in it. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly config: ProjectConfig;
  /** What the project allows in a plan, for all nodes of its inventory. */
  readonly policy: Policy;
  /** What limits the run, as the plan's header shows it: `--limit web1`. */
  readonly limits: readonly string[];
  /** All of the run together, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads, checks and compiles a project. It never throws for what files, the environment or the inventory program do. */
export async function loadProject(options: LoadOptions): Promise<LoadedProject> {
  const gather = createGather();
  const { report } = gather;
  const config = loadConfig(options, gather);
  const evaluator = createEvaluator(options, config);
  const commandLine = readVarArguments(options.vars ?? [], options.files, report);
  const draft = await loadDraft(options, config, report);
  const plays = options.playbooks.flatMap((playbook) => loadPlaybook(playbook, options, gather));
  // A playbook that could not be read whole may have held the tag.
  if (plays.length > 0 && !gather.hasErrors())
    for (const diagnostic of unknownTags(options.tags ?? [], plays)) report(diagnostic);
  const membership = resolveMembership(draft, report);
  const space = { nodes: [...draft.nodes.keys()], groups: membership.groups };
  const policy = settlePolicy(config.policy, { types: [...options.modules.keys()], space }, report);
  const limited = limitTo(options.limit, space, gather);
  const built = buildInventory({
    draft,
    membership,
    wanted: limited,
    drivers: options.drivers,
    loadFile: createSettingsFileLoader({ files: options.files, validate: options.validate, gather }),
    validate: options.validate,
    evaluator,
    gather,
    commandLine,
  });
  const inventory = options.withoutSecrets === true ? withholdNodes(built, options.drivers) : built;
  const selected = plays.map((play) => selectNodes(play, { space, nodes: inventory.nodes }, gather));
  const { modules, drivers, validate, files, bodies, archives = noFetchedArchives, withoutSecrets = false } = options;
  const templates = createTemplateLibrary(files, evaluator.engine);
  const tags = options.tags === undefined || options.tags.length === 0 ? undefined : new Set(options.tags);
  const run = {
    modules,
    drivers,
    validate,
    files,
    bodies,
    archives,
    templates,
    evaluator,
    gather,
    inventory,
    commandLine,
    tags,
    withoutSecrets,
  };
  const compiled = compilePlays(run, selected);
  return {
    plays: compiled,
    nodes: inventory.nodes,
    waypoints: inventory.waypoints,
    groups: inventory.groups,
    config,
    policy,
    limits: limitsOf(options),
    diagnostics: gather.finish(),
  };
}

function loadDraft(options: LoadOptions, { inventory }: ProjectConfig, report: Gather['report']) {
  return loadInventory({
    files: options.files,
    runInventoryCommand: options.runInventoryCommand,
    drivers: [...options.drivers.keys()],
    report,
    path: options.inventory ?? inventory?.path,
    ...(options.inventory === undefined && inventory !== undefined ? { span: inventory.span } : {}),
  });
}

function createEvaluator(
  { env, files, redactor, configFile, withoutSecrets = false }: LoadOptions,
  config: ProjectConfig,
): Evaluator {
  const secrets = createSecrets({
    sources: config.secrets,
    configFile: configFile ?? defaultConfigFile,
    env,
    files,
    redactor,
    withholds: withoutSecrets,
  });
  return { engine: createEngine(), secrets, masks: createMasks() };
}

/** What marks a plan that leaves open what depends on secrets. */
export const withoutSecretsLimit = '--without-secrets';

const defaultConfigFile = 'setpoint.yaml';

/** Reads setpoint.yaml alone, as far as it can be read: what is wrong with it is not told here. */
export function loadProjectConfig(files: FileReader): ProjectConfig {
  return loadConfig({ files }, { report: () => undefined });
}

function loadConfig(
  { configFile, files }: Pick<LoadOptions, 'configFile' | 'files'>,
  { report }: Pick<Gather, 'report'>,
): ProjectConfig {
  const file = configFile ?? defaultConfigFile;
  if (configFile === undefined && files.stat(file).kind === 'missing') return emptyConfig;
  const bytes = files.read(file);
  if (bytes === undefined) {
    report(errorDiagnostic('SP801', { detail: `The configuration ${file} does not exist or cannot be read.` }));
    return emptyConfig;
  }
  const { documents, diagnostics } = parseYamlBytes(file, bytes);
  for (const diagnostic of diagnostics) if (diagnostic.code !== 'SP118') report(diagnostic);
  const [document] = documents;
  return document === undefined ? emptyConfig : parseConfig(document, report);
}

const unreadable: Readonly<Record<FileStatus['kind'], string>> = {
  missing: 'does not exist',
  directory: 'is a directory; name its files',
  other: 'is no regular file',
  denied: 'may not be read by you',
  file: 'may not be read by you',
};

function loadPlaybook(path: string, { files, modules }: LoadOptions, { report }: Gather): readonly PlayDraft[] {
  const status = files.stat(path);
  const bytes = status.kind === 'file' ? files.read(path) : undefined;
  if (bytes === undefined) {
    const near =
      status.kind === 'missing' ? nearestName(posix.basename(path), files.list(posix.dirname(path)) ?? []) : undefined;
    report(
      errorDiagnostic('SP801', {
        detail: `The playbook ${path} ${unreadable[status.kind]}.`,
        ...(near === undefined ? {} : { hint: `Did you mean \`${posix.join(posix.dirname(path), near)}\`?` }),
      }),
    );
    return [];
  }
  const yaml = parseYamlBytes(path, bytes);
  for (const diagnostic of yaml.diagnostics) report(diagnostic);
  return parsePlaybook(yaml, { modules, files, report, components: new Map() });
}

function limitTo(
  limit: string | undefined,
  space: SelectionSpace,
  { report }: Gather,
): ReadonlySet<string> | undefined {
  if (limit === undefined) return undefined;
  const selection = select(limit, space, undefined);
  if (selection.kind === 'invalid') report(selection.diagnostic);
  else if (selection.nodes.size === 0)
    report(errorDiagnostic('SP401', { detail: `The limit \`${limit}\` matches no node.`, hint: nodesHint(space) }));
  return selection.kind === 'selected' ? selection.nodes : new Set();
}

type Selecting = {
  readonly space: SelectionSpace;
  readonly nodes: readonly NodeSpec[];
};

function selectNodes(play: PlayDraft, { space, nodes }: Selecting, { report }: Gather): SelectedPlay {
  const { text, span } = play.selector;
  const selection = select(text, space, span);
  if (selection.kind === 'invalid') {
    if (space.nodes.length > 0) report(selection.diagnostic);
    return { play, nodes: [] };
  }
  if (selection.nodes.size === 0 && space.nodes.length > 0) {
    report(
      errorDiagnostic('SP401', {
        detail: `The selector \`${text}\` matches no node.`,
        hint: nodesHint(space),
        span,
      }),
    );
  }
  return { play, nodes: nodes.filter((node) => selection.nodes.has(node.name)) };
}

/** What there is to select: the groups, or the first nodes. */
function nodesHint({ nodes, groups }: SelectionSpace): string {
  const names = [...groups.keys()].filter((name) => name !== 'all');
  return `There are ${nodes.length} nodes; ${names.length > 0 ? `groups: ${names.slice(0, 8).join(', ')}` : `the first: ${nodes.slice(0, 3).join(', ')}`}.`;
}

function limitsOf({ limit, tags, withoutSecrets }: LoadOptions): readonly string[] {
  return [
    ...(limit === undefined ? [] : [`--limit ${limit}`]),
    ...(tags ?? []).map((tag) => `--tags ${tag}`),
    ...(withoutSecrets === true ? [withoutSecretsLimit] : []),
  ];
}
