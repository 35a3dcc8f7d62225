import {
  type Address,
  type Answer,
  type Answers,
  type Edit,
  editValue,
  errorDiagnostic,
  formatAddress,
  type Observed,
  type Prediction,
  type Queries,
} from '@setpoint/model';
import { defineResource, quote, type TypedObservation } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { queryKinds } from '../../queries/index.ts';
import { newFileStat, statQuery } from '../../queries/stat.ts';
import { type CommandDeclared, commandSchema, declareCommand, isPattern } from './declared.ts';
import { decideNeed, guardQueries } from './need.ts';
import { commandOperations } from './operations.ts';

/** Whether the command has to run. */
export type CommandState = {
  /** `decided-on-node`: its guards may not run in a plan. */
  readonly need: 'needed' | 'needless' | 'decided-on-node';
  readonly why: string;
};

/** A command for what no other type manages, with the guards that tell whether it has to run. */
export const command = defineResource<CommandDeclared, CommandState>()({
  type: 'command',
  channel: 'sh',
  summary: 'A command for what no other type manages, with guards that tell whether it has to run.',
  identityDescription: 'A name for the command, shown in plans; it must not hold a secret.',
  schema: commandSchema,
  examples: [
    `- command: unpack the release
  argv: [tar, -xzf, /srv/app-2.tar.gz, -C, /srv/app]
  creates: /srv/app/app-2`,
    `- command: rebuild the alias database
  run: newaliases
  creates: /etc/aliases.db
  inputs: /etc/aliases`,
    `- command: initialise the cluster
  run: cluster init --name main
  unless: cluster status | grep -q ready
  safe_guard: true
  timeout_seconds: 900`,
    `- command: warm the cache
  run: curl -fsS http://localhost/warm
  always: true`,
  ],
  declare: declareCommand,
  references: commandReferences,
  queries: commandQueries,
  runsToAsk: ({ guards }) => guards.isSafe && (guards.unless !== null || guards.onlyIf !== null),
  observe: observeCommand,
  diff: diffCommand,
  operations: commandOperations,
  predict: predictCommand,
  undo: 'Cannot be undone: nobody but its author knows what takes a command back.',
  importing: { kind: 'none', why: 'What a command did once leaves nothing by which it could be told.' },
  // The script asks the guards again before it runs; only times are compared by the plan alone.
  decidesOnNode: ({ guards }) => guards.inputs.length === 0,
});

function commandReferences({ cwd, guards }: CommandDeclared): readonly Address[] {
  const inputs = guards.inputs.map((path) => formatAddress('file', path));
  return cwd === null ? inputs : [...inputs, formatAddress('directory', cwd), ...pathReferences(cwd)];
}

function commandQueries({ cwd, guards }: CommandDeclared): Queries {
  return { ...guardQueries(guards), ...(cwd === null ? {} : { cwd: statQuery(cwd, { follow: true }) }) };
}

function observeCommand(declared: CommandDeclared, answers: Answers): TypedObservation<CommandState> {
  const need = decideNeed(declared, answers);
  if (need.kind === 'unknown') return { observed: { kind: 'unknown', cause: need.cause }, problems: [] };
  const isLost = need.kind !== 'needless' && answers['cwd']?.status === 'absent';
  const problems = isLost
    ? [
        errorDiagnostic('SP604', {
          detail: `The directory ${declared.cwd} to run in does not exist.`,
          hint: `declare \`directory: ${declared.cwd}\` before this resource`,
        }),
      ]
    : [];
  return { observed: { kind: 'present', state: { need: need.kind, why: need.why } }, problems };
}

/** A word of a plan: quoted where its ends would not be seen. */
function shownWord(word: string): string {
  return /^[^\s'"\\]+$/.test(word) ? word : quote(word);
}

function diffCommand(declared: CommandDeclared, observed: Observed<CommandState>): readonly Edit[] {
  const { program, always } = declared;
  const text = program.kind === 'argv' ? program.words.map(shownWord).join(' ') : program.text;
  const edit = { path: 'run', after: editValue(text) };
  switch (observed.kind) {
    case 'unknown':
      return [{ ...edit, before: { kind: 'unknown', cause: observed.cause } }];
    case 'absent':
      return [{ ...edit, before: { kind: 'absent' } }];
    case 'present': {
      if (observed.state.need === 'needless') return [];
      // Whether it was needed can be read again only where the plan could read it.
      const isAct = always || observed.state.need === 'decided-on-node';
      return [{ ...edit, before: { kind: 'absent' }, ...(isAct ? { act: true } : {}) }];
    }
    default:
      return observed satisfies never;
  }
}

/** After the command its guards hold. It may have made anything, so nothing that was absent is trusted to be so still. */
function predictCommand(declared: CommandDeclared, answers: Answers): Prediction {
  if (decideNeed(declared, answers).kind === 'needless') return { answers: {} };
  const { creates, removes, isSafe, unless, onlyIf } = declared.guards;
  const predicted: [string, Answer][] = [
    ...creates.map((path): [string, Answer] => [`creates ${path}`, isPattern(path) ? oneMatch : made]),
    ...removes.map((path): [string, Answer] => [`removes ${path}`, { status: 'absent' }]),
    ...(isSafe && unless !== null ? [['unless', exitCode(0)] satisfies [string, Answer]] : []),
    ...(isSafe && onlyIf !== null ? [['only_if', exitCode(1)] satisfies [string, Answer]] : []),
  ];
  return { answers: Object.fromEntries(predicted), unsettles: [...queryKinds.keys()] };
}

const made: Answer = { status: 'found', value: newFileStat };

const oneMatch: Answer = { status: 'found', value: { count: 1 } };

function exitCode(code: number): Answer {
  return { status: 'found', value: { exitCode: code } };
}
