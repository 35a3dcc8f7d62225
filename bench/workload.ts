/** What every host of the benchmark is declared to have: 50 resources, as data for all three contestants. */
export type Workload = {
  readonly directories: readonly string[];
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly packages: readonly string[];
  readonly services: readonly string[];
  readonly users: readonly { readonly name: string; readonly comment: string }[];
  readonly link: { readonly path: string; readonly target: string };
  readonly commands: readonly { readonly script: string; readonly creates: string }[];
};

const root = '/srv/bench';
const directories = ['', '/app', '/app/conf.d', '/app/jobs', '/app/state'].map((name) => `${root}${name}`);

/** 5 directories, 30 files, 4 packages, 3 services, 2 users, 1 link and 5 commands: an ordinary small application. */
export const workload: Workload = {
  packages: ['sp-web', 'sp-web-auto', 'sp-tool01', 'sp-tool02'],
  users: [
    { name: 'bench-app', comment: 'Runs the application' },
    { name: 'bench-jobs', comment: 'Runs its jobs' },
  ],
  directories,
  files: numbers(30).map((number) => ({
    path: `${directories[2 + (Number(number) % 2)]}/part-${number}.conf`,
    content: numbers(12)
      .map((line) => `option_${line} = "value ${line} of part ${number}"\n`)
      .join(''),
  })),
  link: { path: `${root}/current`, target: `${root}/app` },
  commands: numbers(5).map((number) => {
    const creates = `${root}/app/state/step-${number}`;
    return { script: `echo done > ${creates}`, creates };
  }),
  services: ['sp-web', 'sp-web-auto', 'cron'],
};

/** How many resources the workload has. */
export const resourceCount: number = Object.values<unknown>(workload).flat().length;

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
}
