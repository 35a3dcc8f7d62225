import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseAddress } from '../packages/modbus/src/addresses/index.ts';
import { exceptionMeanings } from '../packages/modbus/src/codec/exceptions.ts';
import { profileSchema } from '../packages/modbus/src/profiles/index.ts';
import { valueTypes } from '../packages/modbus/src/profiles/value-type.ts';
import { encodeValue, type ValueFormat } from '../packages/modbus/src/values/index.ts';

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'modbus.md'), 'utf8');

/** The cells of every row of every table, without backticks. */
const rows = [...page.matchAll(/^\| (.*) \|$/gm)].map(([, cells = '']) => cells.replaceAll('`', '').split(' | '));

describe('the page about Modbus', () => {
  it('tells the exceptions as the messages do', () => {
    const told = rows.filter(([code = '']) => /^\d+$/.test(code)).map(([code, name, meaning]) => [code, name, meaning]);
    const known = Object.entries(exceptionMeanings).map(([code, { name, meaning }]) => [code, name, meaning]);
    expect(told).to.deep.equal(known);
  });

  it('shows the orders of bytes as they are on the wire', () => {
    const shown = rows.filter(([order = '']) => /^[A-D]{4}$/.test(order));
    expect(shown).to.have.lengthOf(4);
    for (const [order, short, long] of shown) {
      expect([wire(32, '16909060', order), wire(64, '72623859790382856', order)], order).to.deep.equal([short, long]);
    }
  });

  it('names every type of value', () => {
    const start = page.indexOf('### Types and orders');
    const section = page.slice(start, page.indexOf('\n### ', start + 1));
    expect(valueTypes.filter((type) => !section.includes(`\`${type}\``))).to.deep.equal([]);
  });

  it('shows every key of a profile and of its registers', () => {
    const { properties = {} } = profileSchema as { properties?: Record<string, Keys> };
    const keys = [
      ...Object.keys(properties),
      ...Object.keys((properties['registers']?.additionalProperties as Keys | undefined)?.properties ?? {}),
      ...Object.keys(properties['persist']?.properties ?? {}),
    ];
    expect(keys.filter((key) => !new RegExp(`\\b${key}:`).test(page) && !page.includes(`\`${key}\``))).to.deep.equal(
      [],
    );
  });

  it('shows addresses that all mean the same', () => {
    const shown = rows.filter((row) => row[2] === 'holding 107').flatMap(([written = '']) => written.split(' or '));
    expect(shown).to.have.lengthOf(7);
    for (const written of shown) {
      const [, table] = /table: (\w+)/.exec(written) ?? [];
      const [, address] = /address: (\w+)/.exec(written) ?? [];
      const [, ref] = /ref: "?([%\w]+)/.exec(written) ?? [];
      const parsed = parseAddress({
        ...(table === 'holding' ? { table } : {}),
        ...(address === undefined ? {} : { address }),
        ...(ref === undefined ? {} : { ref }),
        ...(written.includes('base: 1') ? { base: 1 as const } : {}),
      });
      expect(parsed, written).to.deep.equal({ kind: 'address', table: 'holding', address: 107 });
    }
  });
});

type Keys = { readonly properties?: Readonly<Record<string, unknown>>; readonly additionalProperties?: unknown };

function wire(width: 32 | 64, value: string, order = ''): string {
  const format = {
    kind: 'integer',
    encoding: 'unsigned',
    width,
    registers: width / 16,
    shift: 0,
    order,
    scale: '1',
    offset: '0',
    label: '',
    names: [],
    notAvailable: [],
  } as unknown as ValueFormat;
  const encoded = encodeValue(format, value);
  if (encoded.kind === 'invalid') throw new Error(encoded.detail);
  return encoded.words.map((word) => word.toString(16).padStart(4, '0')).join(' ');
}
