import { type Static, Type } from '@setpoint/sdk';

const text = (description: string) => Type.String({ description, minLength: 1 });

/** One chain. */
export const chainSchema = Type.Object(
  {
    name: Type.String({ description: 'Its name.', pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$' }),
    hook: Type.Optional(
      Type.String({
        description:
          'Where packets come into it: input, output, forward, prerouting, postrouting or ingress. Without it other chains jump to it.',
        pattern: '^[a-z]+$',
      }),
    ),
    type: Type.Optional(
      Type.Union([Type.Literal('filter'), Type.Literal('nat'), Type.Literal('route')], {
        description: 'What a chain with a hook is for. Default: filter.',
      }),
    ),
    priority: Type.Optional(
      Type.String({
        description:
          'Its place among the chains of the hook: a number, or a name such as `filter` or `dstnat + 5`. Default: 0.',
        pattern: '^[a-z0-9 +-]+$',
        'x-source-text': true,
      }),
    ),
    policy: Type.Optional(
      Type.Union([Type.Literal('accept'), Type.Literal('drop')], {
        description: 'What becomes of packets that no rule decides on. Default: accept.',
      }),
    ),
    device: Type.Optional(text('The network device, for the hook ingress.')),
    rules: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Rules in the language of nft(8), such as `tcp dport { 80, 443 } accept`. They count in this order.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** One set. */
export const setSchema = Type.Object(
  {
    name: Type.String({ description: 'Its name.', pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$' }),
    type: text('What it holds: `ipv4_addr`, `ipv6_addr`, `inet_service`, `ifname`.'),
    flags: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-z]+$' }), {
        description: '`interval` for ranges and networks, `timeout`, `dynamic`.',
      }),
    ),
    elements: Type.Optional(
      Type.Array(Type.String({ description: 'One of them.', minLength: 1, 'x-source-text': true }), {
        description: 'What is in it.',
      }),
    ),
  },
  { additionalProperties: false },
);

type Chain = Static<typeof chainSchema>;
type NamedSet = Static<typeof setSchema>;

/** What stands between the braces of a table with these chains and sets. */
export function tableBody(chains: readonly Chain[], sets: readonly NamedSet[]): string {
  return [...sets.map(setText), ...chains.map(chainText)].join('');
}

function setText({ name, type, flags = [], elements = [] }: NamedSet): string {
  return block(`set ${name}`, [
    `type ${type}`,
    ...(flags.length === 0 ? [] : [`flags ${flags.join(', ')}`]),
    ...(elements.length === 0 ? [] : [`elements = { ${elements.join(', ')} }`]),
  ]);
}

function chainText(chain: Chain): string {
  const { name, hook, type = 'filter', priority = '0', policy, device, rules = [] } = chain;
  const onDevice = device === undefined ? '' : ` device "${device}"`;
  return block(`chain ${name}`, [
    ...(hook === undefined ? [] : [`type ${type} hook ${hook}${onDevice} priority ${priority};`]),
    ...(hook === undefined || policy === undefined ? [] : [`policy ${policy};`]),
    ...rules,
  ]);
}

function block(head: string, lines: readonly string[]): string {
  return `\t${head} {\n${lines.map((line) => `\t\t${line}\n`).join('')}\t}\n`;
}

/**
 * The program that puts a table in the place of the one of that name, in one transaction: the first line makes one, so that there is
 * always one to delete.
 */
export function tableText(family: string, name: string, inner: string): string {
  const body = inner === '' || inner.endsWith('\n') ? inner : `${inner}\n`;
  return `table ${family} ${name}\ndelete table ${family} ${name}\ntable ${family} ${name} {\n${body}}\n`;
}

/** What stands between the braces of a table in a program that `tableText` made; undefined for any other program. */
export function innerText(family: string, name: string, text: string): string | undefined {
  const [head = ''] = tableText(family, name, '').split('}\n');
  const inner = text.startsWith(head) && text.endsWith('}\n') ? text.slice(head.length, -2) : undefined;
  return inner !== undefined && tableText(family, name, inner) === text ? inner : undefined;
}

/** True when every brace and quote that is opened is closed, and none is closed that was not opened. */
export function isBalanced(inner: string): boolean {
  let depth = 0;
  // Comments go to the end of their line; a quoted text ends on its own line too.
  for (const [sign] of inner.matchAll(/"[^"\n]*"|#[^\n]*|[{}"]/g)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (sign === '"' || depth < 0) return false;
  }
  return depth === 0;
}

/** The line by which the file that is loaded at the start of the node takes in another one. */
export function includeLine(file: string): string {
  return `include "${file}"`;
}

/** The text of the main file with the table's file taken in, or left out; undefined when it stays as it is. */
export function mainText(found: string | null, file: string, isWanted: boolean): string | undefined {
  const lines = (found ?? '').split('\n');
  const isIncluded = lines.some((line) => takesIn(line, file));
  if (isWanted === isIncluded) return undefined;
  if (!isWanted) {
    const kept = lines.filter((line) => line.trim() !== includeLine(file));
    return kept.length === lines.length ? undefined : kept.join('\n');
  }
  const before = found ?? '#!/usr/sbin/nft -f\n\n';
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${includeLine(file)}\n`;
}

/** The file itself, or all of its directory. */
function takesIn(line: string, file: string): boolean {
  const [, pattern] = /^\s*include\s+"([^"]+)"\s*;?\s*$/.exec(line) ?? [];
  if (pattern === undefined || pattern === file) return pattern === file;
  const directory = file.slice(0, file.lastIndexOf('/') + 1);
  return pattern === `${directory}*` || (pattern === `${directory}*.nft` && file.endsWith('.nft'));
}
