import { type Palette, plainPalette } from '@setpoint/render';
import type { CommandIo, OutputStream } from '../command.ts';

/** Colours for a stream: only on a terminal, and never with NO_COLOR, `--no-color` or TERM=dumb. */
export function paletteFor(stream: Pick<OutputStream, 'isTty'>, env: CommandIo['env'], noColor: boolean): Palette {
  const off = noColor || !stream.isTty || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  if (off) return plainPalette;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
    magenta: paint(35, 39),
  };
}

/** Opens again after what closes inside, and never colours the end of a line, because terminals then fill the next one. */
function paint(openCode: number, closeCode: number): (text: string) => string {
  const open = `\x1b[${openCode}m`;
  const close = `\x1b[${closeCode}m`;
  return (text) => {
    if (text === '') return '';
    const inner = text.replaceAll(close, `${close}${open}`).replace(/\r?\n/g, `${close}$&${open}`);
    return `${open}${inner}${close}`;
  };
}
