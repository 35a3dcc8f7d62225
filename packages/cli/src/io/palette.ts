import { type Palette, plainPalette } from '@setpoint/render';
import { Chalk } from 'chalk';
import type { CommandIo, OutputStream } from '../command.ts';

/** Colours for a stream: only on a terminal, and never with NO_COLOR, `--no-color` or TERM=dumb (chalk does not know NO_COLOR). */
export function paletteFor(stream: OutputStream, env: CommandIo['env'], noColor: boolean): Palette {
  const off = noColor || !stream.isTty || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  if (off) return plainPalette;
  const chalk = new Chalk({ level: 1 });
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    red: chalk.red,
    green: chalk.green,
    yellow: chalk.yellow,
    cyan: chalk.cyan,
    magenta: chalk.magenta,
  };
}
