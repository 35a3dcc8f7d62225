import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Lab, LabDevice, startLab, startLabDevice } from '../../packages/lab/src/index.ts';
import { projectRoot } from '../tools.ts';
import { QuickstartProblem } from './problem.ts';
import { pumpOptions } from './pump.ts';
import { type ShopServer, shopDatabase, startShopServer } from './shop.ts';

/** What starts the host and the pump of the demonstration. */
export type LabStarts = { readonly startLab: typeof startLab; readonly startLabDevice: typeof startLabDevice };

/** A small project and what it is for: a running host, a pump, and a database where its server can be had. */
export type QuickstartProject = {
  readonly dir: string;
  /** The folder as a reader types it in the root of the checkout. */
  readonly shownDir: string;
  readonly lab: Lab;
  readonly pump: LabDevice;
  readonly shop: ShopServer | undefined;
  /** Ends them all, with everything that they started. */
  readonly stop: () => Promise<void>;
};

/** Stands in a folder that the quickstart made and may make anew. */
const marker = '.quickstart';

const defaultDir = join(projectRoot, '.setpoint', 'quickstart');

/** Makes the folder anew, starts the nodes and writes a project for them. A folder with other things in it is refused. */
export async function writeProject(given: string | undefined, starts: LabStarts): Promise<QuickstartProject> {
  // npm runs scripts in the root of the checkout and tells in INIT_CWD where it was called.
  const dir = given === undefined ? defaultDir : resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
  makeFolder(dir);
  const nodes = await startNodes(dir, starts);
  const { lab, pump, shop } = nodes;
  const stop = async (): Promise<void> => {
    await Promise.all([lab.stop(), pump.stop(), shop?.stop()]);
  };
  writeFileSync(join(dir, 'inventory.yaml'), inventoryOf(nodes));
  cpSync(join(import.meta.dirname, 'project'), dir, { recursive: true });
  if (shop === undefined) for (const path of filesOfShop) rmSync(join(dir, path), { recursive: true });
  return { dir, shownDir: shownPath(dir), ...nodes, stop };
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

/** What is of no use without a database. */
const filesOfShop = ['playbooks/shop.yaml', 'playbooks/schema'];

type Nodes = Pick<QuickstartProject, 'lab' | 'pump' | 'shop'>;

async function startNodes(dir: string, { startLab, startLabDevice }: LabStarts): Promise<Nodes> {
  const started: { readonly stop: () => Promise<void> }[] = [];
  const keep = <Node extends { readonly stop: () => Promise<void> }>(node: Node): Node => {
    started.push(node);
    return node;
  };
  try {
    const pump = keep(await startLabDevice(pumpOptions));
    const lab = keep(await startLab({ dir: join(dir, 'lab') }));
    return { pump, lab, shop: await startShopServer(dir) };
  } catch (error) {
    await Promise.all(started.map((node) => node.stop()));
    if (error instanceof QuickstartProblem) throw error;
    throw new QuickstartProblem(
      'The throw-away host and pump cannot be started.',
      'allow this account to listen on two ports of 127.0.0.1',
      error,
    );
  }
}

/** Text in double quotes as JSON writes it is text in YAML too, whatever a path contains. */
function inventoryOf({ lab, pump, shop }: Nodes): string {
  return `# The throw-away host has its own key and host key, nothing from ~/.ssh. The pump speaks Modbus TCP.${shop === undefined ? '' : '\n# The database is a real PostgreSQL server that listens on a Unix socket only.'}
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
${shop === undefined ? '' : nodeOfShop(shop)}groups:
  web:
    nodes: [web1]
    vars:
      root: ${JSON.stringify(lab.rootDir)}
`;
}

function nodeOfShop({ socketPath }: ShopServer): string {
  return `  shop-db:
    postgres:
      socket: ${JSON.stringify(socketPath)}
      user: ${shopDatabase.user}
      database: ${shopDatabase.database}
`;
}

/** Relative to the root of the checkout where it lies inside, because that is where `npm run` works. */
function shownPath(dir: string): string {
  const inside = relative(projectRoot, dir);
  const path = inside.startsWith('..') ? dir : inside;
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
