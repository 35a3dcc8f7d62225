import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Lab, LabDevice, startLab, startLabDevice } from '../../packages/lab/src/index.ts';
import { projectRoot } from '../tools.ts';
import { QuickstartProblem } from './problem.ts';
import { pumpOptions } from './pump.ts';

/** What starts the two nodes of the demonstration. */
export type LabStarts = { readonly startLab: typeof startLab; readonly startLabDevice: typeof startLabDevice };

/** A small project and what it is for: a running host and a pump. */
export type QuickstartProject = {
  readonly dir: string;
  /** The folder as a reader types it in the root of the checkout. */
  readonly shownDir: string;
  readonly lab: Lab;
  readonly pump: LabDevice;
  /** Ends both, with everything that they started. */
  readonly stop: () => Promise<void>;
};

/** Stands in a folder that the quickstart made and may make anew. */
const marker = '.quickstart';

const defaultDir = join(projectRoot, '.setpoint', 'quickstart');

/** Makes the folder anew, starts both nodes and writes a project for them. A folder with other things in it is refused. */
export async function writeProject(given: string | undefined, starts: LabStarts): Promise<QuickstartProject> {
  // npm runs scripts in the root of the checkout and tells in INIT_CWD where it was called.
  const dir = given === undefined ? defaultDir : resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
  makeFolder(dir);
  const { lab, pump } = await startNodes(dir, starts);
  const stop = async (): Promise<void> => {
    await Promise.all([lab.stop(), pump.stop()]);
  };
  writeFileSync(join(dir, 'inventory.yaml'), inventoryOf(lab, pump));
  cpSync(join(import.meta.dirname, 'project'), dir, { recursive: true });
  return { dir, shownDir: shownPath(dir), lab, pump, stop };
}

function makeFolder(dir: string): void {
  try {
    if (existsSync(dir) && readdirSync(dir).length > 0 && !existsSync(join(dir, marker))) {
      throw new QuickstartProblem(`${dir} holds something else already.`, 'npm run quickstart -- ANOTHER-FOLDER');
    }
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, marker), 'Made by npm run quickstart, which makes this folder anew each time.\n');
  } catch (error) {
    if (error instanceof QuickstartProblem) throw error;
    throw new QuickstartProblem(
      `The folder ${dir} cannot be made.`,
      'npm run quickstart -- A-FOLDER-THAT-YOU-MAY-WRITE',
      error,
    );
  }
}

type Nodes = Pick<QuickstartProject, 'lab' | 'pump'>;

async function startNodes(dir: string, { startLab, startLabDevice }: LabStarts): Promise<Nodes> {
  try {
    const pump = await startLabDevice(pumpOptions);
    try {
      return { lab: await startLab({ dir: join(dir, 'lab') }), pump };
    } catch (error) {
      await pump.stop();
      throw error;
    }
  } catch (error) {
    throw new QuickstartProblem(
      'The throw-away host and pump cannot be started.',
      'allow this account to listen on two ports of 127.0.0.1',
      error,
    );
  }
}

/** Text in double quotes as JSON writes it is text in YAML too, whatever a path contains. */
function inventoryOf(lab: Lab, pump: LabDevice): string {
  return `# The throw-away host has its own key and host key, nothing from ~/.ssh. The pump speaks Modbus TCP.
nodes:
  web1:
    ssh:
      host: ${lab.host}
      port: ${lab.port}
      user: ${lab.user}
      identity_file: ${JSON.stringify(lab.privateKeyFile)}
      identities_only: true
      known_hosts: ${JSON.stringify(lab.knownHostsFile)}
      config: false
  pump-plc:
    modbus:
      host: 127.0.0.1
      port: ${pump.port}
      profile: profiles/pump.yaml
groups:
  web:
    nodes: [web1]
    vars:
      root: ${JSON.stringify(lab.rootDir)}
`;
}

/** Relative to the root of the checkout where it lies inside, because that is where `npm run` works. */
function shownPath(dir: string): string {
  const inside = relative(projectRoot, dir);
  const path = inside.startsWith('..') ? dir : inside;
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
