import { resolve } from 'node:path';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { isPlanFile } from './file.ts';

/** True when the words of an apply name a saved plan, by what stands in the file. */
export function namesSavedPlan(given: ParsedArguments, io: CommandIo): boolean {
  return given.positional.some((path) => isPlanFile(resolve(io.cwd, path)));
}
