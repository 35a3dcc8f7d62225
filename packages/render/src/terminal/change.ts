import type { Action, Change } from '@setpoint/model';
import { escapeText } from '../text/escape.ts';
import { clip } from '../text/fit.ts';
import type { Palette, TextOptions } from '../text/palette.ts';
import { padColumns, textWidth } from '../text/width.ts';
import { actionSymbols, changeLines } from '../view/change-lines.ts';
import type { Line, LineRole } from '../view/line.ts';

export type ChangeTextOptions = TextOptions & { readonly verbose: boolean; readonly showAll: boolean };

const headingIndent = '    ';
const bodyIndent = '        ';

/** One change: symbol, address and where it is declared, then what would change below it. */
export function renderChange(change: Change, options: ChangeTextOptions): string {
  const { palette, width, verbose, showAll } = options;
  const columns = width - bodyIndent.length;
  const lines = changeLines(change, { columns, verbose, showAll });
  const body = lines.map((line) => bodyIndent + '  '.repeat(line.depth) + paintLine(line, palette).trimEnd());
  return [renderHeading(change, options), ...body].map((line) => `${line}\n`).join('');
}

function renderHeading(change: Change, { palette, width, showAll }: ChangeTextOptions): string {
  const { action, address, source } = change;
  const symbol = padColumns(actionSymbols[action], 3);
  const room = width - headingIndent.length - 4;
  const escaped = escapeText(address);
  const shown = showAll ? escaped : clip(escaped, room);
  const place = source === undefined ? '' : `  ${escapeText(source.file)}:${source.start.line}`;
  const fits = textWidth(shown) + textWidth(place) <= room;
  const note = action === 'unknown' ? palette.magenta(`  ${whyUnknown(change)}`) : '';
  const head = `${headingIndent}${paintAction(action, palette)(symbol)} ${palette.bold(shown)}${note}`;
  if (place === '') return head;
  return fits ? head + palette.dim(place) : `${head}\n${bodyIndent}${palette.dim(place.trimStart())}`;
}

/** Facts that are not known stand with the change; without any, what was read stands in the way, as the problem below tells. */
function whyUnknown({ unknowns }: Change): string {
  return unknowns.some(({ kind }) => kind !== 'withheld') ? 'could not be read' : 'cannot be planned';
}

function paintAction(action: Action, palette: Palette): (text: string) => string {
  const colours: Readonly<Record<Action, (text: string) => string>> = {
    create: palette.green,
    update: palette.yellow,
    replace: palette.red,
    delete: palette.red,
    run: palette.cyan,
    none: palette.dim,
    unknown: palette.magenta,
  };
  return colours[action];
}

function paintLine({ role, text }: Line, palette: Palette): string {
  const colours: Readonly<Record<LineRole, (text: string) => string>> = {
    plain: (plain) => plain,
    added: palette.green,
    removed: palette.red,
    context: (plain) => plain,
    note: palette.dim,
    hazard: palette.yellow,
  };
  return colours[role](text);
}
