import type { Edit, Observed, Work } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { type CommandDeclared, type Guards, isPattern, type Program } from './declared.ts';
import type { CommandState } from './index.ts';

/** One operation: the guards that the plan could not ask or that may have come true since, then the command. */
export function commandOperations(
  declared: CommandDeclared,
  edits: readonly Edit[],
  observed: Observed<CommandState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { name, always, stdin, timeoutSeconds } = declared;
  const operation = runOperation({
    title: `run ${name}`,
    script: commandScript(declared),
    timeoutMs: timeoutSeconds * 1000,
    repeatable: !always,
    hazards: always
      ? [{ kind: 'unrepeatable', message: 'nothing tells whether it has been run already, so every apply runs it' }]
      : [],
    ...(stdin === null ? {} : { stdin }),
  });
  return { operations: [operation], reasons: observed.kind === 'present' ? [observed.state.why] : [] };
}

function commandScript(declared: CommandDeclared): ShellText {
  const { guards, cwd, env, program, successCodes } = declared;
  const exports = Object.entries(env).map(([name, value]) => sh`${shRaw(name)}=${value}; export ${shRaw(name)}\n`);
  return sh`sp_needless() { echo "not needed: $1"; exit 0; }
${pathGuards(guards)}cd -- ${cwd ?? '/'} || exit
${shJoin(exports, '')}${scriptGuards(guards)}(${programText(program)})
sp_code=$?
case $sp_code in ${shJoin(
    successCodes.map((code) => sh`${code}`),
    '|',
  )}) exit 0;; 0) echo 'exit code 0 is not declared a success'; exit 1;; esac
exit "$sp_code"`;
}

/** A result with inputs is compared by the plan alone: shells know times of files to the second only. */
function pathGuards({ creates, inputs, removes }: Guards): ShellText {
  const allThere =
    creates.length > 0 && inputs.length === 0
      ? [sh`if ${all(creates)}; then sp_needless ${`${creates.join(', ')} is there`}; fi\n`]
      : [];
  const oneGone =
    removes.length > 0
      ? [sh`if ${all(removes)}; then :; else sp_needless ${`${removes.join(', ')} is not there`}; fi\n`]
      : [];
  return shJoin([...allThere, ...oneGone], '');
}

function all(paths: readonly string[]): ShellText {
  const patterns = sh`sp_there() { [ -e "$1" ] || [ -L "$1" ]; }; `;
  return sh`${patterns}${shJoin(
    paths.map((path) => sh`sp_there ${isPattern(path) ? globWord(path) : path}`),
    ' && ',
  )}`;
}

/** A pattern as a word that the shell expands: what is special in a pattern stands bare, everything else is quoted. */
function globWord(pattern: string): ShellText {
  return shJoin(
    pattern
      .split(/([*?[\]!-])/)
      .map((part) => (/^[*?[\]!-]$/.test(part) ? shRaw(part) : part === '' ? sh`` : sh`${part}`)),
    '',
  );
}

/** Guards see the directory and the environment of the command; what they print is of no interest. */
function scriptGuards({ unless, onlyIf }: Guards): ShellText {
  const run = (script: string) => sh`( eval ${script} ) </dev/null >/dev/null 2>&1`;
  return shJoin(
    [
      ...(unless === null ? [] : [sh`if ${run(unless)}; then sp_needless 'unless succeeded'; fi\n`]),
      ...(onlyIf === null ? [] : [sh`if ${run(onlyIf)}; then :; else sp_needless 'only_if failed'; fi\n`]),
    ],
    '',
  );
}

function programText(program: Program): ShellText {
  switch (program.kind) {
    case 'argv':
      return sh`exec ${program.words}`;
    case 'script':
      return program.interpreter === null ? sh`eval ${program.text}` : interpreted(program.text, program.interpreter);
    default:
      return program satisfies never;
  }
}

/** The interpreter reads the script from a pipe of its own, because an argument would stand in the process list. */
function interpreted(text: string, interpreter: string): ShellText {
  return sh`exec 4<&0; printf %s ${text} | { exec ${interpreter} /dev/fd/3 3<&0 0<&4 4<&-; }`;
}
