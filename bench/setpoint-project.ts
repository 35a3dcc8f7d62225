import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workload } from './workload.ts';

/** One node of an inventory, as its `ssh` or `exec` settings say how it is reached. */
export type BenchNode = { readonly name: string; readonly connection: Readonly<Record<string, unknown>> };

/** Writes a project that declares the workload for every node; JSON is YAML, so nothing has to be quoted by hand. */
export function writeProject(dir: string, nodes: readonly BenchNode[], resources: readonly object[]): void {
  mkdirSync(join(dir, 'playbooks'), { recursive: true });
  const inventory = { nodes: Object.fromEntries(nodes.map(({ name, connection }) => [name, connection])) };
  writeFileSync(join(dir, 'setpoint.yaml'), 'inventory: inventory.yaml\n');
  writeFileSync(join(dir, 'inventory.yaml'), JSON.stringify(inventory));
  const entries = resources.map((resource) => `  - ${JSON.stringify(resource)}\n`).join('');
  writeFileSync(join(dir, 'playbooks', 'site.yaml'), `name: bench\nnodes: all\nresources:\n${entries}`);
}

/** The workload as resources of a playbook. */
export function workloadResources(): readonly object[] {
  const { directories, files, link, packages, services, users, commands } = workload;
  return [
    ...packages.map((name) => ({ package: name })),
    ...users.map(({ name, comment }) => ({ user: name, comment, shell: '/bin/sh' })),
    ...directories.map((path) => ({ directory: path, owner: 'root', group: 'root', mode: '0755' })),
    ...files.map(({ path, content }) => ({ file: path, content, owner: 'root', group: 'root', mode: '0644' })),
    { link: link.path, target: link.target },
    ...commands.map(({ script, creates }, index) => ({ command: `step ${index + 1}`, run: script, creates })),
    ...services.map((name) => ({ service: name, running: true, enabled: true })),
  ];
}
