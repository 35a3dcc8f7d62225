import { type Answer, type AskResult, type Diagnostic, errorDiagnostic, type Question } from '@setpoint/model';
import { describeEndpoint } from '../client/endpoint.ts';
import { describeException } from '../codec/index.ts';
import type { AddressRange } from '../queries/coalesce.ts';
import type { Unit } from './exchange.ts';
import { identify } from './identify.ts';
import type { RegistersQuery } from './query.ts';
import { type RangeValue, type Reading, readRanges } from './read-ranges.ts';

/** Answers all questions; those for registers together, in as few requests as the device allows. */
export async function ask(reading: Reading, node: string, questions: readonly Question[]): Promise<AskResult> {
  const queries = questions.map(({ query }) => query);
  const ranges = queries.filter(isRegisters);
  const read = await readRanges(ranges, reading);
  if (read.kind !== 'read') return { kind: 'failed', diagnostic: silence(read, reading.unit, node) };
  const values = new Map(ranges.map((range, index) => [range, read.values[index]]));
  const answers: Answer[] = [];
  for (const query of queries) {
    if (isRegisters(query)) answers.push(toAnswer(query, values.get(query)));
    else if (query.kind === 'identification') {
      const answer = await identify(reading.unit);
      if (answer.status === 'silent') return { kind: 'failed', diagnostic: silence(answer.read, reading.unit, node) };
      answers.push(answer);
    } else answers.push(unavailable(`a device knows nothing of "${query.kind}"`));
  }
  return { kind: 'answered', answers };
}

function isRegisters(query: Question['query']): query is RegistersQuery & AddressRange {
  return query.kind === 'registers';
}

function toAnswer({ table, address }: RegistersQuery, value: RangeValue | undefined): Answer {
  if (value === undefined) return unavailable('it was not read');
  if (value.kind === 'words') return { status: 'found', value: { words: value.words } };
  if (value.code === 2) return { status: 'absent' };
  const { name, meaning, advice } = describeException(value.code);
  return unavailable(`${table} ${address} is refused with exception ${value.code}, ${name}. ${meaning} ${advice}`);
}

function unavailable(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}

/** Why a unit could not be read at all. */
export function silence(
  read:
    | { readonly kind: 'silent'; readonly reached: boolean; readonly why: string; readonly hint?: string }
    | { readonly kind: 'aborted' },
  { settings }: Unit,
  node: string,
): Diagnostic {
  if (read.kind === 'aborted')
    return errorDiagnostic('SP572', { node, detail: 'The run was interrupted while the device was being read.' });
  const where = describeEndpoint(settings.endpoint);
  if (read.reached)
    return errorDiagnostic('SP572', {
      node,
      detail: `Unit ${settings.unit} at ${where} gives no usable reply: ${read.why}.`,
      hint: read.hint ?? 'Compare unit and framing with the device: many are silent to a unit that is not theirs.',
    });
  const hint = read.hint === undefined ? {} : { hint: read.hint };
  // Most reasons name the endpoint themselves.
  const detail = read.why.includes(where)
    ? `The device cannot be reached: ${read.why}.`
    : `${where} cannot be reached: ${read.why}.`;
  return errorDiagnostic('SP571', { node, detail, ...hint });
}
