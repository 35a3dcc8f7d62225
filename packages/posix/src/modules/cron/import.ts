import { type Described, describedAs, type Importing, type JsonObject } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles } from '../../importing/texts.ts';
import { nameOf } from '../../paths/absolute-path.ts';
import { tableDirectory } from './declared.ts';
import { isJobLine, markedName } from './edit.ts';

/** The tables of accounts, where the crons of Debian, of RHEL and Alpine, and of SUSE keep them, and those of the system. */
const patterns = ['/var/spool/cron/crontabs/*', '/var/spool/cron/*', '/var/spool/cron/tabs/*', `${tableDirectory}/*`];

/** Jobs that have a name in their table; the others have nothing by which they could be known again. */
export const importCron: Importing = {
  kind: 'importable',
  list: listedInFiles(
    patterns,
    'jobs of crontabs and of /etc/cron.d that a line `#Setpoint: NAME` or `#Ansible: NAME` names',
    (files) => {
      const nameless = files.filter((file) => !isOfSystem(file) && countNameless(file) > 0);
      return {
        identities: files.flatMap(jobsOf).map(({ identity }) => identity),
        notes: nameless.map(
          (file) =>
            `Jobs of the crontab of ${nameOf(file.path)} without a name were left out: ${countNameless(file)}. A line \`#Setpoint: NAME\` above each names it.`,
        ),
      };
    },
  ),
  queries: () => filesQueries(patterns),
  describe: (identity, answers) => {
    const jobs = readFiles(patterns, answers).files.flatMap(jobsOf);
    const job = jobs.find((each) => each.identity === identity);
    return job === undefined ? { kind: 'absent' } : describeJob(job);
  },
};

type NamedJob = {
  readonly identity: string;
  readonly name: string;
  readonly table: string;
  readonly isOfSystem: boolean;
  readonly line: string;
};

/** The job under each line that names one. Names of other tables than that of root tell whose they are. */
function jobsOf(file: ReadText): readonly NamedJob[] {
  const lines = file.text.split('\n');
  return lines.flatMap((line, index) => {
    const name = markedName(line)?.trim();
    const job = lines[index + 1] ?? '';
    if (name === undefined || name === '' || !isJobLine(job)) return [];
    const table = nameOf(file.path);
    const identity = isOfSystem(file) || table === 'root' ? name : `${name} of ${table}`;
    return [{ identity, name, table, isOfSystem: isOfSystem(file), line: job }];
  });
}

function isOfSystem({ path }: ReadText): boolean {
  return path.startsWith(`${tableDirectory}/`);
}

/** Jobs that run and have no name. */
function countNameless({ text }: ReadText): number {
  const lines = text.split('\n');
  return lines.filter(
    (line, index) => !line.startsWith('#') && isJobLine(line) && markedName(lines[index - 1] ?? '') === undefined,
  ).length;
}

function describeJob({ identity, name, table, isOfSystem: isInFile, line }: NamedJob): Described {
  const isDisabled = /^\s*#/.test(line);
  const [, schedule = '', rest = ''] = /^\s*#?\s*(@[a-z]+|(?:\S+\s+){4}\S+)\s+(.*)$/.exec(line) ?? [];
  const [, user = '', command = rest] = isInFile ? (/^(\S+)\s+(.*)$/.exec(rest) ?? []) : ['', table, rest];
  const properties: JsonObject = {
    ...(identity === name ? {} : { label: name }),
    ...(isInFile ? { file: table } : {}),
    ...(user === 'root' ? {} : { user }),
    schedule: schedule.replaceAll(/\s+/g, ' '),
    command,
    ...(isDisabled ? { disabled: true } : {}),
  };
  return describedAs(properties);
}
