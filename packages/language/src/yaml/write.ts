import type { Json } from '@setpoint/model';
import { Document, visit } from 'yaml';

/** A value as YAML in block style that Setpoint reads as the very same value: nothing in its texts is taken for an expression. */
export function writeYaml(value: Json): string {
  const document = new Document(withoutExpressions(value), { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && !isBlock.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** What stands as it is in a plain text or a block: no blank decides the indentation, and every sign is printed. */
const isBlock = /^(?![ \t\n])[\P{C}\n\t]*$/u;

function withoutExpressions(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('${{', () => '$${{');
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutExpressions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutExpressions(member)]));
}
