import { createHash } from 'node:crypto';
import {
  type ApplyOptions,
  applyPlan,
  type EngineContext,
  type JournalEntry,
  type PlannedRun,
  planPlays,
} from '@setpoint/engine';
import { type FileReader, loadProject } from '@setpoint/language';
import {
  createBodyStore,
  type Diagnostic,
  hasErrors,
  type RunEvent,
  type RunSummary,
  type Step,
} from '@setpoint/model';
import { createSimulatedDriver, type SimulatedHost, type SimulationWatch } from '@setpoint/testkit';
import { modules } from '../../src/project/open-project.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { schemaSources } from '../../src/schema/sources.ts';
import { validateProperties } from '../../src/schema/validator.ts';
import type { GeneratedProject } from './playbook.ts';

/** A project on its simulated hosts, and what was done to them and told of it so far. */
export type Simulation = {
  readonly problems: readonly Diagnostic[];
  readonly events: RunEvent[];
  readonly steps: { readonly node: string; readonly step: Step }[];
  readonly journal: JournalEntry[];
  readonly plan: () => Promise<PlannedRun>;
  readonly apply: (run: PlannedRun) => Promise<RunSummary>;
};

export type SimulationOptions = {
  readonly concurrency?: number;
  readonly answersAfter?: SimulationWatch['answersAfter'];
};

/** Loads a project as the command line does and opens its hosts, under the name of the local driver. */
export async function simulate(
  project: GeneratedProject,
  hosts: ReadonlyMap<string, SimulatedHost>,
  { concurrency = 4, answersAfter }: SimulationOptions = {},
): Promise<Simulation> {
  const bodies = createBodyStore();
  const redactor = createRedactor(() => Buffer.alloc(32, 7));
  const loaded = await loadProject({
    playbooks: ['playbook.yaml'],
    inventory: 'inventory.yaml',
    modules,
    drivers: new Map(Object.entries(schemaSources.drivers)),
    validate: validateProperties,
    files: fileReader({ 'playbook.yaml': project.playbook, 'inventory.yaml': project.inventory }),
    env: {},
    redactor,
    bodies,
    runInventoryCommand: () => Promise.reject(new Error('There is no inventory program')),
  });
  const events: RunEvent[] = [];
  const steps: Simulation['steps'] = [];
  const journal: JournalEntry[] = [];
  const watch: SimulationWatch = {
    onStep: (node, step) => void steps.push({ node, step }),
    ...(answersAfter === undefined ? {} : { answersAfter }),
  };
  const context: EngineContext = {
    modules,
    drivers: new Map([['local', createSimulatedDriver('local', { hosts, bodies }, watch)]]),
    redactor,
    clock: { monotonicMs: () => 0, nowIso: () => '2026-01-01T00:00:00.000Z' },
    emit: (event) => void events.push(event),
    concurrency,
    onBug: (error) => {
      throw error;
    },
  };
  const options: ApplyOptions = {
    journal: { append: async (entry) => void journal.push(entry) },
    holder: { who: 'ann', host: 'desk', pid: 1, run: 'run', since: '2026-01-01T00:00:00.000Z' },
    keepGoing: false,
  };
  const problems = hasErrors(loaded.diagnostics) ? loaded.diagnostics : [];
  return {
    problems,
    events,
    steps,
    journal,
    plan: () => planPlays(loaded.plays, { limits: [], willApply: true }, context),
    apply: (run) => applyPlan(run, options, context),
  };
}

/** The files of a project that was never on a disk. */
function fileReader(texts: Readonly<Record<string, string>>): FileReader {
  const bytes = (path: string): Buffer | undefined => {
    const text = texts[path];
    return text === undefined ? undefined : Buffer.from(text);
  };
  return {
    stat: (path) => {
      const sizeBytes = bytes(path)?.length;
      if (sizeBytes === undefined) return { kind: 'missing' };
      return { kind: 'file', sizeBytes, mode: 0o644, inside: true, absolutePath: `/project/${path}` };
    },
    read: bytes,
    list: () => undefined,
    link: () => undefined,
    digest: (path) => {
      const content = bytes(path);
      if (content === undefined) return undefined;
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { sha256, sizeBytes: content.length, start: content.toString('latin1', 0, 16) };
    },
  };
}
