import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runWithUsage } from './process.ts';
import type { Result, Section } from './result.ts';
import type { SetpointCommands } from './setpoint-command.ts';
import { type BenchNode, workloadResources, writeProject } from './setpoint-project.ts';

/** How the language carries size: one playbook of 35,000 resources, a file of 50,000 keys, 50 resources for 1,000 nodes. */
export async function measureLanguage(setpoint: SetpointCommands, scratch: string): Promise<Section> {
  const results = [
    ...(await longPlaybook(setpoint, scratch)),
    ...(await longFile(setpoint, scratch)),
    ...(await manyNodes(setpoint, scratch)),
  ];
  return { title: 'Language: validate', results };
}

async function longPlaybook({ bundled }: SetpointCommands, scratch: string): Promise<readonly Result[]> {
  const project = join(scratch, 'long-playbook');
  const resources = Array.from({ length: 35_000 }, (_, index) => {
    return { file: `/srv/many/part-${index}`, content: `part ${index}\n`, mode: '0644' };
  });
  writeProject(project, [localNode('here')], resources);
  const used = await runWithUsage(bundled('validate', '--project', project));
  return [
    { name: '35,000 resources', value: used.wallMs / 1000, unit: 's', limit: 15, detail: 'in one playbook' },
    { name: '', value: used.peakRssMb, unit: 'MB', limit: 1200, detail: 'peak memory' },
  ];
}

async function longFile({ bundled }: SetpointCommands, scratch: string): Promise<readonly Result[]> {
  const project = join(scratch, 'long-file');
  writeProject(project, [localNode('here')], workloadResources().slice(6, 18));
  const keys = Array.from({ length: 50_000 }, (_, index) => `key_${index}: value ${index}\n`);
  mkdirSync(join(project, 'vars'), { recursive: true });
  writeFileSync(join(project, 'vars', 'many.yaml'), keys.join(''));
  const used = await runWithUsage(bundled('validate', '--project', project, '--var', '@vars/many.yaml'));
  return [{ name: '50,000 keys', value: used.wallMs / 1000, unit: 's', limit: 5, detail: 'in one file of variables' }];
}

async function manyNodes({ bundled }: SetpointCommands, scratch: string): Promise<readonly Result[]> {
  const project = join(scratch, 'many-nodes');
  const nodes = Array.from({ length: 1000 }, (_, index) => localNode(`node${index}`));
  writeProject(project, nodes, workloadResources());
  const used = await runWithUsage(bundled('validate', '--project', project));
  return [
    { name: '1,000 nodes', value: used.wallMs / 1000, unit: 's', limit: 5, detail: '50 resources each' },
    { name: '', value: used.peakRssMb, unit: 'MB', limit: 300, detail: 'peak memory' },
  ];
}

function localNode(name: string): BenchNode {
  return { name, connection: { local: {} } };
}
