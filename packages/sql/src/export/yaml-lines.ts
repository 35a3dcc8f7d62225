import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';
import { yamlBlock, yamlScalar } from './yaml-text.ts';

const maxWidth = 110;

/** A map as lines of YAML: in one line where it is short and holds no long text, a line for each member elsewhere. */
export function yamlLines(map: JsonObject): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) => memberLines(yamlScalar(key), value));
}

function memberLines(key: string, value: Json): readonly string[] {
  if (typeof value === 'string' && value.includes('\n')) return yamlBlock(key, value);
  const line = `${key}: ${flow(value)}`;
  const isNested = isJsonObject(value) && Object.values(value).some((member) => isJsonObject(member));
  if (!isJsonObject(value) || Object.keys(value).length === 0 || (!isNested && line.length <= maxWidth)) return [line];
  return [`${key}:`, ...yamlLines(value).map((each) => (each === '' ? '' : `  ${each}`))];
}

function flow(value: Json): string {
  if (typeof value === 'string') return flowText(value);
  if (isJsonArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${yamlScalar(key)}: ${flow(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** Types and simple SQL need no quotes, also within braces. */
function flowText(text: string): string {
  const isPlain = /^[A-Za-z_][\w .()<>=+*/-]*$/.test(text) && !/\s$|\s#/.test(text);
  return isPlain && yamlScalar(text.replaceAll(/[ ()<>=+*/-]/g, '_')) !== JSON.stringify(text) && !isOther(text)
    ? text
    : yamlScalar(text);
}

/** Words that YAML readers take for something else than a text. */
function isOther(text: string): boolean {
  return /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i.test(text);
}
