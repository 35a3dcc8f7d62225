import {
  identificationQuery,
  profileOf,
  type Reading,
  readableRegisters,
  readingJson,
  readingQueries,
  readingsOf,
  wasRead,
} from '@setpoint/modbus/tools';
import type { Answer, Channel, Diagnostic, JsonObject, NodeSpec } from '@setpoint/model';
import { type Palette, renderTable } from '@setpoint/render';
import { readingsTable } from '../modbus/readings-table.ts';
import type { FactSource, NodeFacts } from './source.ts';

/** What a device says of itself, and what every register of its profile holds. */
export const modbusFacts: FactSource = async (channel, node, signal) => {
  const profile = profileOf(node.connection.files);
  const definitions = profile === undefined ? [] : readableRegisters(profile);
  const queries = readingQueries(definitions).map((query) => ({ query }));
  const registers = await channel.ask(queries, signal);
  if (registers.kind === 'failed') return registers;
  const said = await identify(channel, signal);
  if (said.kind === 'silent' && definitions.length === 0) return { kind: 'failed', diagnostic: said.diagnostic };
  const facts = { said, readings: readingsOf(definitions, registers.answers) };
  return profile === undefined ? { ...toFacts(facts), advice: advice(node) } : toFacts(facts);
};

/** Devices that do not know the function may keep silent; that takes nothing from what else they told. */
type Said =
  | { readonly kind: 'answered'; readonly answer: Answer | undefined }
  | { readonly kind: 'silent'; readonly diagnostic: Diagnostic };

async function identify(channel: Channel, signal: AbortSignal): Promise<Said> {
  const result = await channel.ask([{ query: identificationQuery }], signal);
  if (result.kind === 'answered') return { kind: 'answered', answer: result.answers[0] };
  return { kind: 'silent', diagnostic: result.diagnostic };
}

type DeviceFacts = { readonly said: Said; readonly readings: readonly Reading[] };

function toFacts({ said, readings }: DeviceFacts): Extract<NodeFacts, { readonly kind: 'facts' }> {
  const answer = said.kind === 'answered' ? said.answer : undefined;
  const identification = answer?.status === 'found' ? answer.value : null;
  return {
    kind: 'facts',
    facts: { identification, registers: readings.map(registerJson) },
    summary: summaryOf(identification, readings),
    text: (palette) => `${identificationText(identification, said, palette)}${registersText(readings, palette)}`,
  };
}

function registerJson(reading: Reading): JsonObject {
  return { ...readingJson(reading), access: reading.definition.access };
}

/** `Setpoint lab pump 1.0, 8 of 9 registers read`. */
function summaryOf(identification: JsonObject | null, readings: readonly Reading[]): string {
  const said = ['vendor', 'product_code', 'revision'].flatMap((name) => identification?.[name] ?? []);
  const who = said.length === 0 ? 'a device that does not identify itself' : said.map(String).join(' ');
  return readings.length === 0
    ? who
    : `${who}, ${readings.filter(wasRead).length} of ${readings.length} registers read`;
}

function identificationText(identification: JsonObject | null, said: Said, palette: Palette): string {
  if (identification === null) {
    return said.kind === 'silent'
      ? 'The device does not answer when it is asked to identify itself (function 43/14).\n'
      : 'The device does not identify itself (function 43/14).\n';
  }
  const rows = Object.entries(identification).map(([name, value]) => [name, String(value as string)]);
  return renderTable({ columns: [{ title: 'fact' }, { title: 'value' }], rows }, palette);
}

function registersText(readings: readonly Reading[], palette: Palette): string {
  return readings.length === 0 ? '' : `\n${readingsTable(readings, palette, 'with access')}`;
}

function advice({ name }: NodeSpec): string {
  return `${name} has no device profile, so its registers are not known by name. Read addresses with \`setpoint modbus read ${name} holding:0-9\`, or name a \`profile\` in the inventory; \`setpoint modbus import-map\` makes one from a table.`;
}
