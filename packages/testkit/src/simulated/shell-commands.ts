/** One word of a command: its text, and whether the shell would have to work it out first. */
export type Word = { readonly text: string; readonly isFixed: boolean };

/** One simple command as it stands in a script, without its redirections. */
export type Command = readonly Word[];

/**
 * The simple commands of a script in the order of the text: every branch of it, also the bodies of functions. What the shell works
 * out (`$x`, `$(…)`) stays as it is written, in words that are not fixed.
 */
export function readCommands(script: string): readonly Command[] {
  const commands: Word[][] = [];
  let command: Word[] = [];
  let at = 0;
  const end = (): void => {
    if (command.length > 0) commands.push(command);
    command = [];
  };
  while (at < script.length) {
    const sign = script[at] ?? '';
    if (/[ \t]/.test(sign)) at += 1;
    else if (/[\n;&|()]/.test(sign)) {
      end();
      at += 1;
    } else if (/[<>]/.test(sign)) at = skipRedirection(script, at);
    else {
      const { word, next } = readWord(script, at);
      at = next;
      if (/^\d$/.test(word.text) && /[<>]/.test(script[at] ?? '')) continue;
      if (word.isFixed && reserved.has(word.text) && command.length === 0) continue;
      command.push(word);
    }
  }
  end();
  return commands;
}

const reserved = new Set('if then else elif fi do done while until for case esac in { } ! exec'.split(' '));

function skipRedirection(script: string, start: number): number {
  let at = start;
  while (/[<>&-]/.test(script[at] ?? '')) at += 1;
  while (script[at] === ' ') at += 1;
  return /[\n;|()]/.test(script[at] ?? '\n') ? at : readWord(script, at).next;
}

function readWord(script: string, start: number): { readonly word: Word; readonly next: number } {
  let text = '';
  let isFixed = true;
  let at = start;
  while (at < script.length && !/[ \t\n;&|()<>]/.test(script[at] ?? '')) {
    const sign = script[at] ?? '';
    const next = partEnd(script, at);
    const part = script.slice(at, next);
    if (sign === "'") text += part.slice(1, -1);
    else if (sign === '\\') text += part.slice(1);
    else if (sign === '"') text += part.slice(1, -1).replaceAll(/\\(["\\$`])/g, '$1');
    else text += part;
    if (sign === '$' || (sign === '"' && /(^|[^\\])[$`]/.test(part))) isFixed = false;
    at = next;
  }
  return { word: { text, isFixed }, next: at };
}

/** Where the part of a word that begins here ends: a quoted text, an expansion, or one character. */
function partEnd(script: string, start: number): number {
  const sign = script[start];
  if (sign === "'") return script.indexOf("'", start + 1) + 1 || script.length;
  if (sign === '\\') return start + 2;
  if (sign === '"') return closing(script, start + 1, '"');
  if (sign !== '$') return start + 1;
  if (script[start + 1] === '(') return closing(script, start + 2, ')');
  return script[start + 1] === '{' ? closing(script, start + 2, '}') : start + 1;
}

function closing(script: string, start: number, sign: string): number {
  let at = start;
  while (at < script.length && script[at] !== sign) {
    // Within double quotes an apostrophe is nothing special.
    at = sign === '"' && script[at] === "'" ? at + 1 : partEnd(script, at);
  }
  return at + 1;
}
