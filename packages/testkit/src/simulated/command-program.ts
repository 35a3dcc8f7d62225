import type { SimulatedHost } from './host.ts';
import type { Job } from './perform.ts';
import { type Command, readCommands, type Word } from './shell-commands.ts';
import { isTrue } from './test-command.ts';

/** Jobs of `command` resources: `touch PATH…` and `rm -f PATH…`, unless a guard on paths makes them needless. */
export function performCommand(host: SimulatedHost, { title, commands }: Job): string | undefined {
  if (!title.startsWith('run ')) return undefined;
  const guards = commands.findLastIndex(([tool]) => tool?.text === 'sp_needless') + 1;
  if (isNeedless(host, commands.slice(0, guards))) return '';
  for (const command of commands.slice(guards).flatMap(unpack)) {
    const [tool, ...words] = command.map((word) => word.text);
    for (const path of words.filter((word) => word.startsWith('/'))) {
      if (tool === 'rm') host.files.remove(path);
      else if (tool === 'touch' && !touch(host, path)) return `touch: cannot touch ${path}`;
    }
  }
  return '';
}

function unpack(command: Command): readonly Command[] {
  return command[0]?.text === 'eval' ? readCommands(command[1]?.text ?? '') : [command];
}

/** Each guard is a condition, perhaps turned by `then :; else`, and then `sp_needless` with the reason. */
function isNeedless(host: SimulatedHost, guards: readonly Command[]): boolean {
  let holds = true;
  let isTurned = false;
  for (const [tool, word] of guards) {
    if (tool?.text === ':') isTurned = true;
    else if (word !== undefined && tool?.text !== 'sp_needless') holds = holds && isMet(host, tool?.text, word);
    else if (word?.isFixed === true) {
      if (holds !== isTurned) return true;
      holds = true;
      isTurned = false;
    }
  }
  return false;
}

function isMet(host: SimulatedHost, tool: string | undefined, { text }: Word): boolean {
  if (tool === 'sp_there') return host.files.find(text) !== undefined;
  return tool !== 'eval' || isTrue(host, text);
}

function touch(host: SimulatedHost, path: string): boolean {
  const content = host.files.find(path, true)?.content ?? Buffer.alloc(0);
  return host.files.put(path, { type: 'file', content });
}
