/** A text as YAML: plain where every reader takes it for the same text or number, in double quotes elsewhere. */
export function yamlScalar(text: string): string {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return String(Number(text)) === text ? text : JSON.stringify(text);
  const isWord = /^[A-Za-z_][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isWord ? text : quoted(text);
}

/** JSON is YAML, apart from characters that YAML does not print. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A text as the words of a comment, in one line. */
export function commentText(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').trim();
}
