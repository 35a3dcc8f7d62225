import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import type { SuiteFleet } from '@setpoint/testkit/suite';
import type { JournalEntry } from '../../../packages/engine/src/index.ts';
import type { Json, JsonObject } from '../../../packages/model/src/index.ts';

/** A project directory of a test. */
export type Project = {
  readonly dir: string;
  readonly write: (path: string, content: string | Json) => void;
  /** Entries of the journals of all runs, the oldest run first. */
  readonly journals: () => readonly (readonly JournalEntry[])[];
  readonly remove: () => void;
};

/** Makes a project with these files; JSON is YAML too. */
export function createProject(files: Readonly<Record<string, string | Json>>): Project {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-system-'));
  const write: Project['write'] = (path, content) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2), {
      mode: 0o600,
    });
  };
  for (const [path, content] of Object.entries({ 'setpoint.yaml': '{}\n', ...files })) write(path, content);
  return {
    dir,
    write,
    journals: () => {
      const runs = join(dir, '.setpoint/runs');
      return readdirSync(runs)
        .sort()
        .map((run) => readJournal(join(runs, run, 'journal.jsonl')));
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function readJournal(path: string): readonly JournalEntry[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as JournalEntry);
}

/** How the inventory reaches a host of the fleet over ssh. */
export function sshTo(host: FleetHost, fleet: SuiteFleet, user = 'root'): JsonObject {
  return {
    host: host.address,
    user,
    identity_file: fleet.privateKeyFile,
    identities_only: true,
    known_hosts: fleet.knownHostsFile,
    config: false,
  };
}

/** An inventory of hosts as n1, n2, … over ssh as root. */
export function inventoryOf(hosts: readonly FleetHost[], fleet: SuiteFleet): JsonObject {
  return { nodes: Object.fromEntries(hosts.map((host, index) => [`n${index + 1}`, { ssh: sshTo(host, fleet) }])) };
}

/** A playbook of one play. */
export function playbookOf(resources: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { name: 'the play', nodes: 'all', ...more, resources };
}
