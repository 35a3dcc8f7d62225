import { errorDiagnostic, isJsonObject, type JsonObject } from '@setpoint/model';
import { factsQuery } from '@setpoint/posix';
import { type Palette, renderTable } from '@setpoint/render';
import type { FactSource } from './source.ts';

/** System, versions, account and tools of a host. */
export const hostFacts: FactSource = async (channel, node, signal) => {
  const result = await channel.ask([{ query: factsQuery }], signal);
  if (result.kind === 'failed') return result;
  const [answer] = result.answers;
  if (answer?.status !== 'found') {
    const detail = `${node.name} was reached, and gave no facts.`;
    return { kind: 'failed', diagnostic: errorDiagnostic('SP806', { node: node.name, detail }) };
  }
  const { value } = answer;
  const { os_name: system } = value;
  const summary = typeof system === 'string' ? system : 'a host';
  return { kind: 'facts', facts: value, text: (palette) => factsTable(value, palette), summary };
};

function factsTable(value: JsonObject, palette: Palette): string {
  const rows = Object.entries(value).map(([name, fact]) => [
    name,
    isJsonObject(fact) ? JSON.stringify(fact) : String(fact as string),
  ]);
  return renderTable({ columns: [{ title: 'fact' }, { title: 'value' }], rows }, palette);
}
