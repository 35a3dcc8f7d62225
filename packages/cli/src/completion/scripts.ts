import { diagnosticCatalog } from '@setpoint/model';
import type { Command } from '../command.ts';
import { schemaSources } from '../schema/sources.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { type CompletedCommand, completionTable } from './table.ts';
import { zshScript } from './zsh.ts';

/** How each shell's script is made from the table of commands. */
export const completionScripts: Readonly<Record<string, (commands: readonly Command[]) => string>> = {
  bash: (commands) => bashScript(table(commands)),
  zsh: (commands) => zshScript(table(commands)),
  fish: (commands) => fishScript(table(commands)),
};

function table(commands: readonly Command[]): readonly CompletedCommand[] {
  return completionTable(commands, {
    types: schemaSources.modules.map(({ type }) => type),
    codes: Object.keys(diagnosticCatalog),
  });
}
