import { type Json, type NodeSpec, nearestName } from '@setpoint/model';

/** A device that stands in no inventory, or what is wrong with how it is named: sentences. */
export type ParsedTarget =
  | { readonly kind: 'node'; readonly node: NodeSpec }
  | { readonly kind: 'wrong'; readonly detail: string; readonly hint: string };

/** True for a text that says itself how a device is reached, and is no name of a node. */
export function isTarget(text: string): boolean {
  return /^[a-z+]+:\/\//i.test(text) || /^serial:/i.test(text);
}

/**
 * Reads `tcp://HOST[:PORT][/UNIT]`, `rtu+tcp://HOST:PORT[/UNIT]` and `serial:///dev/ttyUSB0?baud=9600&parity=even&unit=3` into a node
 * whose name is the text.
 */
export function parseTarget(text: string): ParsedTarget {
  const url = URL.parse(text);
  const scheme = url?.protocol.slice(0, -1) ?? '';
  if (url === null || !['tcp', 'rtu+tcp', 'serial'].includes(scheme)) {
    return wrong(`${JSON.stringify(text)} does not say how a device is reached.`, forms);
  }
  if (url.username !== '' || url.hash !== '')
    return wrong(`${JSON.stringify(text)} has parts that mean nothing.`, forms);
  const read = scheme === 'serial' ? serialSettings(url) : socketSettings(url, scheme);
  if ('detail' in read) return { kind: 'wrong', ...read };
  const { settings } = read;
  return { kind: 'node', node: { name: text, groups: [], connection: { driver: 'modbus', settings } } };
}

const forms = 'Write tcp://HOST:PORT/UNIT, rtu+tcp://HOST:PORT/UNIT or serial:///dev/ttyUSB0?baud=9600&parity=even.';

type Settings = Readonly<Record<string, Json>>;
type Read = { readonly settings: Settings };
type Wrong = { readonly detail: string; readonly hint: string };

function socketSettings(url: URL, scheme: string): Read | Wrong {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === '') return { detail: `${url.href} names no host.`, hint: forms };
  const path = /^(?:\/(\d*))?$/.exec(url.pathname);
  if (path === null) return { detail: `${url.pathname} is no unit.`, hint: 'The unit is a number from 0 to 255: /3.' };
  const given = parametersOf(url, { unit: unitOf, timeout: secondsOf });
  if ('detail' in given) return given;
  const unit = path[1] === undefined || path[1] === '' ? {} : unitOf(path[1]);
  if (unit === undefined) return { detail: `${path[1]} is no unit.`, hint: 'The unit is a number from 0 to 255.' };
  const port = url.port === '' ? {} : { port: Number(url.port) };
  const framing = scheme === 'rtu+tcp' ? { framing: 'rtu' } : {};
  return { settings: { host, ...port, ...framing, ...unit, ...given.settings } };
}

function serialSettings(url: URL): Read | Wrong {
  const path = decodeURI(url.hostname + url.pathname);
  if (path === '') return { detail: `${url.href} names no serial line.`, hint: forms };
  const given = parametersOf(url, {
    unit: unitOf,
    timeout: secondsOf,
    baud: (text) => numberOf('baud_rate', text, [50, 4_000_000]),
    parity: (text) => (['none', 'even', 'odd'].includes(text) ? { parity: text } : undefined),
    data_bits: (text) => numberOf('data_bits', text, [7, 8]),
    stop_bits: (text) => numberOf('stop_bits', text, [1, 2]),
  });
  if ('detail' in given) return given;
  const { unit, timeout_seconds, ...line } = given.settings;
  const beside = {
    ...(unit === undefined ? {} : { unit }),
    ...(timeout_seconds === undefined ? {} : { timeout_seconds }),
  };
  return { settings: { serial: { path, ...line }, ...beside } };
}

/** Gives the setting that the text of a parameter stands for; undefined when it stands for none. */
type ReadParameter = (text: string) => Settings | undefined;

function parametersOf(url: URL, known: Readonly<Record<string, ReadParameter>>): Read | Wrong {
  let settings: Settings = {};
  for (const [name, text] of url.searchParams) {
    const read = Object.hasOwn(known, name) ? known[name] : undefined;
    if (read === undefined) {
      const names = Object.keys(known);
      const near = nearestName(name, names);
      const hint = near === undefined ? `Parameters: ${names.join(', ')}.` : `Did you mean ${near}?`;
      return { detail: `There is no parameter "${name}" in ${url.href}.`, hint };
    }
    const setting = read(text);
    if (setting === undefined) return { detail: `${name} cannot be "${text}".`, hint: forms };
    settings = { ...settings, ...setting };
  }
  return { settings };
}

function unitOf(text: string): Settings | undefined {
  return numberOf('unit', text, [0, 255]);
}

function secondsOf(text: string): Settings | undefined {
  const seconds = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  return seconds > 0 && seconds <= 3600 ? { timeout_seconds: seconds } : undefined;
}

function numberOf(setting: string, text: string, [least, most]: readonly [number, number]): Settings | undefined {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : -1;
  return number >= least && number <= most ? { [setting]: number } : undefined;
}

function wrong(detail: string, hint: string): ParsedTarget {
  return { kind: 'wrong', detail, hint };
}
