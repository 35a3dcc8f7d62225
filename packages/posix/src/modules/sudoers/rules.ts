import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';

/** One rule: who may run what, where, as whom. */
export const ruleSchema = Type.Object(
  {
    user: Type.Optional(
      Type.String({ description: 'The account, by name or as `#` and its number. This or `group`.', minLength: 1 }),
    ),
    group: Type.Optional(Type.String({ description: 'The group, by name or as `#` and its number.', minLength: 1 })),
    hosts: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Hosts on which the rule holds. Default: ALL.',
        minItems: 1,
      }),
    ),
    run_as: Type.Optional(
      Type.String({
        description: 'As whom: `root`, `ALL`, `USER:GROUP`, or several with commas. Default: root.',
        minLength: 1,
      }),
    ),
    nopasswd: Type.Optional(Type.Boolean({ description: 'No password is asked for. Default: false.' })),
    noexec: Type.Optional(
      Type.Boolean({ description: 'The command can start no others, such as a shell of an editor. Default: false.' }),
    ),
    setenv: Type.Optional(
      Type.Boolean({ description: 'The environment may be kept or set for the command. Default: false.' }),
    ),
    commands: Type.Array(Type.String({ minLength: 1 }), {
      description:
        'Whole paths with their arguments, `sudoedit PATH`, or `ALL`; with `!` before one that is excepted. `*` and `?` stand for any characters.',
      minItems: 1,
    }),
  },
  { additionalProperties: false },
);

export type SudoRule = Static<typeof ruleSchema>;

/** What the schema cannot say of a rule. */
export function ruleProblems(rule: SudoRule): readonly DeclarationProblem[] {
  const { user, group, hosts = [], run_as: runAs = '', commands } = rule;
  const problems: DeclarationProblem[] = [];
  const say = (detail: string, hint: string): void => {
    problems.push({ property: 'rules', detail, hint });
  };
  if ((user === undefined) === (group === undefined))
    say('A rule is for one account or for one group.', 'declare either `user:` or `group:` in each rule');
  for (const name of [user, group, ...hosts]) {
    if (name !== undefined && !/^[^\s,:=!()\\"%#+][^\0\n\t\r,:=!()\\"]*$|^#\d+$/.test(name))
      say(`"${name}" is no name that a rule can speak of.`, 'write the plain name; `content:` takes everything');
  }
  if (!/^[^\n\0()=\\]*$/.test(runAs)) say(`"${runAs}" names nobody.`, 'write it as root, ALL, USER or USER:GROUP');
  for (const command of commands) {
    if (/[\n\0]/.test(command)) say('A command stands on one line.', 'list each command by itself');
    else if (!/^!?(?:ALL$|\/.*[^/]|sudoedit \/)/.test(command))
      say(
        `"${command}" is no whole path, so sudo would refuse the file.`,
        'write it as /usr/bin/systemctl restart nginx',
      );
  }
  return problems;
}

/** The file that the settings and rules come to. */
export function sudoersText(defaults: readonly string[], rules: readonly SudoRule[]): string {
  return [...defaults.map(defaultLine), ...rules.map(ruleLine)].map((line) => `${line}\n`).join('');
}

function defaultLine(text: string): string {
  return /^(?:[:@>]|!\/)/.test(text) ? `Defaults${text}` : `Defaults ${text}`;
}

function ruleLine(rule: SudoRule): string {
  const { user, group, hosts = ['ALL'], run_as: runAs = 'root', commands } = rule;
  const who = user === undefined ? `%${nameText(group ?? '')}` : nameText(user);
  const tags = [
    ...(rule.noexec === true ? ['NOEXEC:'] : []),
    ...(rule.setenv === true ? ['SETENV:'] : []),
    ...(rule.nopasswd === true ? ['NOPASSWD:'] : []),
  ];
  return `${who} ${hosts.map(nameText).join(', ')}=(${runAs}) ${[...tags, commands.map(commandText).join(', ')].join(' ')}`;
}

function nameText(name: string): string {
  return name.replaceAll(' ', '\\ ');
}

/** Signs with a meaning in sudoers get a backslash; one that stands before a wildcard already is meant. */
function commandText(command: string): string {
  return command.replaceAll(
    /\\([*?[\]!^])|([\\,:=#])/g,
    (whole, wildcard: string | undefined, sign: string | undefined) =>
      wildcard === undefined ? `\\${sign ?? ''}` : whole,
  );
}
