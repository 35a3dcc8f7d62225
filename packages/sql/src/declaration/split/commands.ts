import type { LoadProblem } from '../declaration.ts';

/** What a line for the client comes to. */
export type CommandReading =
  | { readonly kind: 'skip' }
  | { readonly kind: 'include'; readonly path: string; readonly isRelative: boolean }
  | { readonly kind: 'refuse'; readonly message: string; readonly hint: string };

/** Reads a line such as `\ir ../types.sql` or `DELIMITER //`. */
export function readCommand(line: string): CommandReading {
  if (/^delimiter\b/i.test(line)) return { kind: 'skip' };
  const [, name = '', rest = ''] = /^\\(\S*)\s*(.*?)\s*$/s.exec(line) ?? [];
  switch (name) {
    case 'restrict':
    case 'unrestrict':
      return { kind: 'skip' };
    case 'i':
    case 'include':
    case 'ir':
    case 'include_relative':
      return { kind: 'include', path: rest.replaceAll(/^'|'$/g, ''), isRelative: name.includes('r') };
    case 'c':
    case 'connect':
      return {
        kind: 'refuse',
        message: `\\${name} has no place in a declaration: the database is the one of the resource.`,
        hint: 'Leave the line out; declare another database in a resource of its own.',
      };
    default:
      return {
        kind: 'refuse',
        message: `\\${name} is a command of psql, which does not read this file.`,
        hint: 'Leave the line out. Only \\i and \\ir are understood, for files of the same declaration.',
      };
  }
}

/**
 * The path that an included file has in the project, when it is one of the declaration's. `\i` is relative to the project (or, as
 * people write it, to the file); `\ir` to the file.
 */
export function findIncluded(
  command: CommandReading & { kind: 'include' },
  from: string,
  declared: readonly string[],
): string | undefined {
  const beside = normalize([...from.split('/').slice(0, -1), ...command.path.split('/')]);
  const candidates = command.isRelative ? [beside] : [normalize(command.path.split('/')), beside];
  return candidates.find((path) => declared.includes(path));
}

/** What is said about a `\i` that leads out of the declaration. */
export function strayInclude(path: string): Pick<LoadProblem, 'message' | 'hint'> {
  return {
    message: `${path} is not a file of this declaration, so it is not loaded.`,
    hint: 'Add it to `sql`: all files that it lists are loaded, in whatever order they need.',
  };
}

function normalize(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..' && kept.length > 0) kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  return kept.join('/');
}
