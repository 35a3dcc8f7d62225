/** A text as YAML: plain where every reader takes it for the same text, in double quotes elsewhere. */
export function yamlScalar(text: string): string {
  const isWord = /^[A-Za-z_][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i.test(text);
  return isWord ? text : quoted(withoutExpressions(text));
}

/** A key with a text of several lines as its value. */
export function yamlBlock(key: string, text: string): readonly string[] {
  const indent = `${/^\s*/.exec(key)?.[0] ?? ''}  `;
  // What a block cannot hold as it is: other line ends, tabs or blanks that decide the indentation, characters that are not printed.
  const isPlain = !/^[ \t\n]|\r|[^\P{C}\n\t]|[\u2028\u2029\ufeff]/u.test(text);
  if (!isPlain) return [`${key}: ${quoted(withoutExpressions(text))}`];
  const lines = withoutExpressions(text).replace(/\n$/, '').split('\n');
  return [`${key}: |`, ...lines.map((line) => (line === '' ? '' : `${indent}${line}`))];
}

/** A text as the words of a comment, in one line. */
export function commentText(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}

/** What looks like an expression means itself. */
function withoutExpressions(text: string): string {
  return text.replaceAll('${{', () => '$${{');
}

/** JSON is YAML, apart from characters that YAML does not print. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
