import type { DiagnosticRow } from './row.ts';

/** SP1xx: the text of a YAML file. */
export const yamlDiagnostics = {
  SP101: {
    summary: 'This is not valid YAML',
    explanation:
      'The file breaks a rule of YAML 1.2, so nothing in it can be trusted. Mend the place that the frame shows; later errors in the same file often have the same cause.',
  },
  SP102: {
    summary: 'A tab stands in the indentation',
    explanation:
      'YAML allows only spaces in indentation, because a tab has no fixed width. Replace the tab by spaces; two per level is the custom.',
  },
  SP103: {
    summary: 'The indentation does not fit',
    explanation:
      'The keys of one map and the items of one list must start in the same column. Move the line to the column of its neighbours, or deeper if it belongs to the line before it.',
  },
  SP104: {
    summary: 'A quote or a bracket is not closed',
    explanation:
      'Text that opens with a quote, and lists and maps that open with a bracket, run until the closing mark. Without it the rest of the file is swallowed. Add the closing mark.',
    example: 'name: "web tier\nnodes: [web1, web2',
  },
  SP105: {
    summary: 'A key is given twice',
    explanation:
      'One map holds the same key twice, and only one of the values could count. Keep one. Keys are compared as text, so `80` and `"80"` are the same key.',
  },
  SP106: {
    summary: 'Unknown YAML tag',
    explanation:
      'A tag such as `!vault` asks the reader for a special type. Setpoint knows only the tags of YAML itself. A secret is written as `${{ secret("name") }}` and configured in setpoint.yaml.',
  },
  SP107: {
    summary: 'The alias has no anchor',
    explanation:
      'An alias `*name` repeats the value that an anchor `&name` marked before it in the same document. There is no such anchor. A text that starts with `*`, such as a glob, needs quotes.',
  },
  SP108: {
    summary: 'Aliases expand to too much',
    explanation:
      'Aliases of aliases multiply: a few lines can stand for billions of values. A document may expand at most 10,000 aliases. Use fewer of them, or a component.',
  },
  SP109: {
    summary: 'Nested too deeply',
    explanation:
      'Lists and maps may stand in each other at most 100 levels deep. Nothing that a person wrote needs more.',
  },
  SP110: {
    summary: 'The file is too large',
    explanation:
      'A YAML file may hold at most 10 MiB. Split the file: an inventory may be a directory, and a run may name several playbooks.',
  },
  SP111: {
    summary: 'This is not a text file',
    explanation:
      'The content is that of a program, an archive or another binary format. A playbook or an inventory is YAML in UTF-8. Probably another file was meant.',
  },
  SP112: {
    summary: 'A key holds a character that is not what it looks like',
    explanation:
      'A non-breaking space, a zero-width character, a byte order mark or a letter of another alphabet looks right and is another key. It usually comes from copying out of a web page. Type the key again.',
  },
  SP113: {
    summary: 'This key is reserved',
    explanation:
      'The keys `__proto__`, `constructor` and `prototype` have a meaning of their own in the language Setpoint is written in and are refused everywhere.',
  },
  SP114: {
    summary: 'A key is not plain text',
    explanation: 'Keys are texts. A list, a map or nothing at all cannot be a key.',
  },
  SP115: {
    summary: 'Braces that YAML takes for a map',
    explanation:
      'YAML reads an opening brace as the start of a map, so `{{ x }}` never reaches the expression engine. An expression in a playbook is written `${{ x }}` and needs no quotes outside of lists and maps in brackets.',
    example: 'owner: {{ user }}      # wrong\nowner: ${{ user }}     # right',
  },
  SP116: {
    summary: 'The file is in another format',
    explanation: 'The content looks like INI or TOML. Setpoint reads YAML 1.2 and JSON.',
  },
  SP117: {
    summary: 'Merge keys are not part of YAML 1.2',
    explanation:
      'The key `<<` merged maps in YAML 1.1 and was dropped from YAML 1.2, because nobody could say which value wins. Use group variables, or a component with parameters.',
  },
  SP118: {
    summary: 'The file is empty',
    explanation: 'The file holds nothing but white space and comments, so there is nothing to do with it.',
  },
  SP119: {
    summary: 'The file is not valid UTF-8 text',
    explanation:
      'The file holds bytes that are no UTF-8, or a NUL byte. Save the file as UTF-8; editors offer this under "encoding".',
  },
} as const satisfies Record<string, DiagnosticRow>;
