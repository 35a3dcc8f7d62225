import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { canRunFleet } from '@setpoint/testkit/fleet';
import { openHosts } from './bench-hosts.ts';
import { measureColdStart } from './cold-start.ts';
import { measureConverge } from './converge.ts';
import { measureLanguage } from './language.ts';
import { measureManyNodes } from './many-nodes.ts';
import { measureMixed } from './mixed.ts';
import { measureModbus } from './modbus.ts';
import { isMissed, renderSections, type Section } from './result.ts';
import { measureSchema } from './schema.ts';
import { prepareSetpoint, type SetpointCommands } from './setpoint-command.ts';

const usage = `Measures Setpoint beside what it is measured against, in one run.

  npm run bench                      everything; about ten minutes, most of it Ansible's
  npm run bench -- --check           ends with 1 when a target is missed
  npm run bench -- --only PART       start, language, modbus, schema, hosts or mixed; may be repeated
  npm run bench -- --turns N         how often short runs are measured (7)
  npm run bench -- --ansible N       how often Ansible is measured (1); 0 leaves it out
  npm run bench -- --built           measures the bundle that is there
`;

const allParts = ['start', 'language', 'modbus', 'schema', 'hosts', 'mixed'];

const resultsFile = join(import.meta.dirname, 'results', 'latest.json');

const options = {
  check: { type: 'boolean', default: false },
  built: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  only: { type: 'string', multiple: true },
  turns: { type: 'string', default: '7' },
  ansible: { type: 'string', default: '1' },
} as const;

type Settings = {
  readonly parts: readonly string[];
  readonly turns: number;
  readonly ansibleTurns: number;
  readonly scratch: string;
  readonly setpoint: SetpointCommands;
};

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const parts = values.only ?? allParts;
  const strange = parts.filter((part) => !allParts.includes(part));
  if (strange.length > 0) {
    process.stderr.write(`There is no part ${strange.join(', ')}; the parts are ${allParts.join(', ')}.\n`);
    return 1;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'setpoint-bench-'));
  try {
    const settings: Settings = {
      parts,
      turns: Number(values.turns),
      ansibleTurns: Number(values.ansible),
      scratch,
      setpoint: await prepareSetpoint(scratch, values.built),
    };
    return finish(await measureAll(settings), values.check);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function finish(sections: readonly Section[], isCheck: boolean): number {
  process.stdout.write(`\n${renderSections(sections)}\n`);
  const machine = { node: process.version, kernel: release(), cpu: cpus()[0]?.model, cores: cpus().length };
  mkdirSync(dirname(resultsFile), { recursive: true });
  writeFileSync(resultsFile, `${JSON.stringify({ at: new Date().toISOString(), machine, sections }, undefined, 2)}\n`);
  const missed = sections.flatMap(({ results }) => results).filter(isMissed);
  process.stdout.write(`${missed.length} targets missed; the numbers are in ${resultsFile}\n`);
  return isCheck && missed.length > 0 ? 1 : 0;
}

async function measureAll(settings: Settings): Promise<readonly Section[]> {
  const { parts, turns, scratch, setpoint } = settings;
  const sections: Section[] = [];
  if (parts.includes('start')) sections.push(await measureColdStart(setpoint, scratch, turns * 2 + 1));
  if (parts.includes('language')) sections.push(await measureLanguage(setpoint, scratch));
  if (parts.includes('modbus')) sections.push(await measureModbus({ ...settings, tell }));
  if (parts.includes('schema')) sections.push(await measureSchema({ ...settings, tell }));
  if (parts.includes('hosts') || parts.includes('mixed')) sections.push(...(await measureHosts(settings)));
  return sections;
}

async function measureHosts(settings: Settings): Promise<readonly Section[]> {
  const readiness = await canRunFleet();
  if (readiness.kind === 'unavailable') {
    return [{ title: 'Real hosts', results: [], skipped: `${readiness.reason}; to enable them: ${readiness.enable}` }];
  }
  const fleet = await openHosts(tell);
  try {
    const options = { ...settings, fleet, tell };
    const hosts = settings.parts.includes('hosts')
      ? [...(await measureConverge(options)), await measureManyNodes(options)]
      : [];
    return settings.parts.includes('mixed') ? [...hosts, await measureMixed(options)] : hosts;
  } finally {
    await fleet.stop();
  }
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
