import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { accountNameFault } from '../../accounts/name.ts';
import type { TextDeclared } from '../../text-edits/text-edit.ts';
import type { CronPart } from './edit.ts';
import { fieldNames, readSchedule, type ScheduleFields } from './schedule.ts';

/** A job or a variable of a table of jobs as declared. The target is the file, or `crontab of ACCOUNT` for an account's own table. */
export type CronDeclared = TextDeclared<CronPart> & {
  readonly place: 'crontab' | 'file';
  /** Whose table it is, or who runs the job of a file. */
  readonly account: string;
};

/** Where the tables of the system stand. */
export const tableDirectory = '/etc/cron.d';

const timeField = (what: string) =>
  Type.Optional(
    Type.String({
      description: `${what} Default: every one.`,
      'x-source-text': true,
      minLength: 1,
    }),
  );

export const cronSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the job, or the variable, is there. Default: present.',
      }),
    ),
    user: Type.Optional(
      Type.String({
        description: 'Account whose crontab holds the job; in a `file`, the account that runs it. Default: root.',
        minLength: 1,
      }),
    ),
    file: Type.Optional(
      Type.String({
        description:
          'Name of a file in /etc/cron.d that holds the job instead of a crontab. It is made when it is not there, and goes with its last line. The cron of busybox reads no such files.',
        minLength: 1,
      }),
    ),
    schedule: Type.Optional(
      Type.String({
        description:
          'When it runs: the five fields minute, hour, day, month and weekday as in crontab(5), or @reboot, @hourly, @daily, @weekly, @monthly or @yearly.',
        minLength: 1,
      }),
    ),
    minute: timeField('Instead of `schedule`: minutes, such as `0`, `*/5` or `10,40`.'),
    hour: timeField('Instead of `schedule`: hours.'),
    day: timeField('Instead of `schedule`: days of the month.'),
    month: timeField('Instead of `schedule`: months, by number or as jan to dec.'),
    weekday: timeField('Instead of `schedule`: days of the week, 0 and 7 for Sunday, or sun to sat.'),
    command: Type.Optional(
      Type.String({
        description:
          'What runs, as crontab(5) takes it: one line for the shell, in which a percent sign is written `\\%`.',
        minLength: 1,
      }),
    ),
    disabled: Type.Optional(
      Type.Boolean({ description: 'Keep the job as a comment that does not run. Default: false.' }),
    ),
    label: Type.Optional(
      Type.String({
        description:
          'Name in the table, where it is not the identity: for one name in the tables of two accounts. Default: the identity.',
        minLength: 1,
      }),
    ),
    value: Type.Optional(
      Type.String({
        description:
          'Declares a variable and no job: its value for all jobs of the table, such as MAILTO or PATH, which is then the identity.',
        'x-source-text': true,
      }),
    ),
  },
  { additionalProperties: false },
);

type CronProperties = Static<typeof cronSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareCron({ identity, properties }: TypedInput<typeof cronSchema>): TypedDeclaration<CronDeclared> {
  const account = properties.user ?? 'root';
  const path = properties.file === undefined ? undefined : tablePath(properties.file);
  const accountFault = accountNameFault(account);
  const { part, problems: partProblems } = declarePart(identity, properties, account);
  const problems = [
    ...(accountFault === undefined ? [] : [{ property: 'user', detail: accountFault }]),
    ...(path === null ? [badFile(properties.file ?? '')] : []),
    ...partProblems,
  ];
  if (problems.length > 0 || part === undefined) return { kind: 'invalid', problems };
  const target = {
    path: path ?? `crontab of ${account}`,
    name: identity,
    create: true,
    follow: false,
    backup: false,
    check: null,
  };
  const place = path === undefined ? 'crontab' : 'file';
  return { kind: 'declared', identity, declared: { target, part, whole: null, place, account } };
}

/** Null for a name that cron would not read. */
function tablePath(file: string): string | null {
  const name = file.startsWith(`${tableDirectory}/`) ? file.slice(tableDirectory.length + 1) : file;
  return /^[A-Za-z0-9_-]{1,200}$/.test(name) ? `${tableDirectory}/${name}` : null;
}

function badFile(file: string): DeclarationProblem {
  const detail = `cron would not read "${file}": files of ${tableDirectory} are named with letters, digits, _ and -.`;
  return { property: 'file', detail, hint: 'write a name such as backup, without a dot' };
}

function declarePart(
  identity: string,
  properties: CronProperties,
  account: string,
): { readonly part: CronPart | undefined; readonly problems: readonly DeclarationProblem[] } {
  const name = properties.label ?? identity;
  const { state = 'present', value } = properties;
  if (name !== name.trim() || name === '' || /[\r\n\0]/.test(name)) {
    const detail = 'The name of a job is one line without blanks at its ends.';
    return { part: undefined, problems: [{ property: properties.label === undefined ? '' : 'label', detail }] };
  }
  if (value !== undefined) {
    const problems = variableProblems(name, value, properties);
    return { part: { kind: 'variable', name, state, value }, problems };
  }
  const schedule = readSchedule(properties.schedule, properties);
  const part: CronPart = {
    kind: 'job',
    name,
    state,
    schedule: 'text' in schedule ? schedule.text : '',
    account: properties.file === undefined ? null : account,
    command: properties.command ?? '',
    isDisabled: properties.disabled ?? false,
  };
  const faults = 'fault' in schedule ? [{ property: schedule.property, detail: schedule.fault }] : [];
  return { part, problems: state === 'absent' ? [] : [...faults, ...jobProblems(properties)] };
}

function variableProblems(name: string, value: string, properties: CronProperties): readonly DeclarationProblem[] {
  const foreign = (['schedule', 'command', 'disabled', ...fieldNames] as const).find(
    (property) => properties[property as keyof CronProperties] !== undefined,
  );
  if (foreign !== undefined)
    return [{ property: foreign, detail: `A variable has no ${foreign}.`, hint: `remove ${foreign}, or \`value:\`` }];
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    return [{ property: '', detail: `"${name}" is no name of a variable.`, hint: 'variables are named as in MAILTO' }];
  if (/[\r\n\0]/.test(value) || (value.includes('"') && value.includes("'") && value !== value.trim()))
    return [{ property: 'value', detail: 'The value cannot be written on one line.' }];
  return [];
}

function jobProblems({ schedule, command, ...rest }: CronProperties): readonly DeclarationProblem[] {
  const given = fieldNames.filter((name) => (rest as ScheduleFields)[name] !== undefined);
  const [field] = given;
  const problems: DeclarationProblem[] = [];
  if (schedule !== undefined && field !== undefined)
    problems.push({
      property: field,
      detail: 'The schedule is declared already.',
      hint: `remove ${field} or schedule`,
    });
  if (schedule === undefined && field === undefined)
    problems.push({ property: 'schedule', detail: 'Nothing says when it runs.', hint: 'add `schedule: "0 3 * * *"`' });
  if (command === undefined || command.trim() === '')
    problems.push({ property: 'command', detail: 'Nothing says what runs.', hint: 'add `command:`' });
  else if (/[\r\n\0]/.test(command))
    problems.push({
      property: 'command',
      detail: 'A job is one line, and the command holds a line end.',
      hint: 'put the lines into a script with `file:`, and run that',
    });
  return problems;
}
