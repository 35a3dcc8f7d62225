import { createHash } from 'node:crypto';
import { type Diagnostic, type JsonObject, rowOf, type SourceSpan, summaryOf } from '@setpoint/model';
import type { DiagnosticGroup } from '../diagnostics/diagnostic.ts';
import { groupByCause } from '../diagnostics/list.ts';
import { count } from '../text/count.ts';
import { escapeText } from '../text/escape.ts';

/** GitHub reads 5,000 results of a run and refuses a file of more than 10 MB when it is packed; this is within both unpacked. */
export const mostSarif = { results: 5000, bytes: 9_000_000 } as const;

const mostMessageCharacters = 2000;
const mostNodes = 10;

/** What SARIF needs to know beside the problems. */
export type SarifOptions = {
  readonly version: string;
  /** The path of a file of the project as whoever reads the report knows it, with slashes. */
  readonly placeOf: (file: string) => string;
};

/**
 * Problems as SARIF 2.1.0: a result for each cause, errors first, with the code as its rule. Equal problems give equal bytes; what
 * is over the limits of its readers is counted in a notification.
 */
export function renderSarif(problems: readonly Diagnostic[], options: SarifOptions): string {
  const groups = groupByCause(problems);
  const rules = [...new Set(groups.map(({ diagnostic }) => diagnostic.code))].sort();
  const results = fitting(groups.map((group) => result(group, rules, options)));
  const left = groups.length - results.length;
  const notification = {
    level: 'warning',
    message: {
      text: `${count(left, 'more problem is', 'more problems are')} left out, because readers of SARIF take no more.`,
    },
  };
  const run = {
    tool: { driver: { name: 'Setpoint', version: options.version, rules: rules.map(rule) } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, ...(left === 0 ? {} : { toolExecutionNotifications: [notification] }) }],
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function rule(code: Diagnostic['code']): JsonObject {
  const { summary, explanation } = rowOf(code);
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: { text: explanation },
  };
}

function result({ diagnostic, nodes }: DiagnosticGroup, rules: readonly string[], options: SarifOptions): JsonObject {
  const { code, severity, span, related = [] } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: severity,
    message: { text: messageOf(diagnostic, nodes) },
    locations: [{ ...location(span, options), ...logicalLocations(diagnostic, nodes) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.slice(0, 10).map((place, id) => ({
            id: id + 1,
            ...location(place.span, options),
            message: { text: escapeText(place.label) || '-' },
          })),
        }),
    partialFingerprints: { 'setpoint/v1': fingerprint(diagnostic) },
  };
}

/** A result without a place is refused by GitHub, so what stands nowhere is shown at the project itself. */
function location(span: SourceSpan | undefined, { placeOf }: SarifOptions): JsonObject {
  const uri = uriOf(placeOf(span?.file ?? 'setpoint.yaml'));
  const region = span === undefined ? { startLine: 1 } : regionOf(span);
  return { physicalLocation: { artifactLocation: { uri }, region } };
}

function regionOf({ start, end }: SourceSpan): JsonObject {
  const isBackwards = end.line < start.line || (end.line === start.line && end.column < start.column);
  const last = isBackwards ? start : end;
  return { startLine: start.line, startColumn: start.column, endLine: last.line, endColumn: last.column };
}

function logicalLocations({ address }: Diagnostic, nodes: readonly string[]): JsonObject {
  const names = nodes.slice(0, mostNodes).map((node) => [node, ...(address === undefined ? [] : [address])].join(' '));
  const shown = names.length === 0 && address !== undefined ? [address] : names;
  if (shown.length === 0) return {};
  return { logicalLocations: shown.map((name) => ({ fullyQualifiedName: escapeText(name), kind: 'resource' })) };
}

function messageOf(diagnostic: Diagnostic, nodes: readonly string[]): string {
  const { detail, hint } = diagnostic;
  const rest = nodes.length - mostNodes;
  const where =
    nodes.length === 0 ? '' : ` On ${nodes.slice(0, mostNodes).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
  const fix = hint === undefined ? '' : `\nFix: ${hint}`;
  const text = `${summaryOf(diagnostic)}. ${detail}${where}${fix}`.split('\n').map(escapeText).join('\n');
  // Message texts know placeholders and links; nobody else's text may be one.
  const plain = text.replace(/[[\]\\]/g, '\\$&').replace(/[{}]/g, '$&$&');
  return plain.length <= mostMessageCharacters
    ? plain
    : `${plain.slice(0, mostMessageCharacters).replace(/[\ud800-\udbff\\{}]+$/, '')}…`;
}

function fingerprint({ code, detail, node, address, span }: Diagnostic): string {
  const parts = [code, detail, node ?? '', address ?? '', span?.file ?? ''];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

function uriOf(path: string): string {
  const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

function fitting(results: readonly JsonObject[]): readonly JsonObject[] {
  let bytes = 0;
  const end = results.findIndex((one, index) => {
    // The indentation of a result is within a third of its compact form.
    bytes += Math.ceil(Buffer.byteLength(JSON.stringify(one)) * 1.6) + 200;
    return index >= mostSarif.results || bytes > mostSarif.bytes;
  });
  return end === -1 ? results : results.slice(0, end);
}
