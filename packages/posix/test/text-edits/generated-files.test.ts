import type { Json, JsonObject, ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import fc from 'fast-check';
import { parse as parseJsonText } from 'jsonc-parser';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import { parse as parseYamlText } from 'yaml';
import { json } from '../../src/modules/json/index.ts';
import { toml } from '../../src/modules/toml/index.ts';
import { yaml } from '../../src/modules/yaml/index.ts';
import { edited } from './edited.ts';
import { type GeneratedEdit, generateEdit } from './generated-edit.ts';
import { writeJson, writeToml, writeYaml } from './write-document.ts';
import { meaning, type Scalar, type Written, writtenDocuments } from './written-document.ts';

type Language = {
  readonly module: ResourceModule;
  readonly write: (root: Written, indent: string) => string;
  /** A reader that has nothing to do with the one of the module where there is another one. */
  readonly read: (text: string) => Json;
  readonly scalars: readonly Scalar[];
  readonly values: readonly Json[];
  readonly indents: readonly string[];
};

const plain = (source: string, meant: Json): Scalar => ({ source, json: meant });
const numbers = [plain('1', 1), plain('1.0', 1), plain('1e3', 1000)];

const languages: Readonly<Record<string, Language>> = {
  JSON: {
    module: json,
    write: writeJson,
    read: (text) => parseJsonText(text, [], { allowTrailingComma: true }) as Json,
    scalars: [...numbers, plain('"x"', 'x'), plain('null', null), plain('true', true), plain('"a // b"', 'a // b')],
    values: [7, 'new', null, [5], { z: 1 }, [], {}, 'no', '012', 'a "b" // c'],
    indents: ['  ', '    ', '\t'],
  },
  YAML: {
    module: yaml,
    write: writeYaml,
    read: (text) => (parseYamlText(text) ?? {}) as Json,
    scalars: [
      ...numbers,
      plain("'q'", 'q'),
      plain('no', 'no'),
      plain('on', 'on'),
      plain('"x # y"', 'x # y'),
      plain('"a: [b"', 'a: [b'),
      plain('~', null),
      plain('plain text', 'plain text'),
      plain('0x10', 16),
      plain('&x 1', 1),
      plain('|\ntext\nmore', 'text\nmore\n'),
      plain('>-\nfolded\ntext', 'folded text'),
    ],
    values: [7, 'new', null, [5], { z: 1 }, [], {}, 'no', '012', 'a: b', '# x', 'x\ny\n', '- a', ''],
    indents: ['  ', '    '],
  },
  TOML: {
    module: toml,
    write: writeToml,
    read: (text) => getStaticTOMLValue(parseTOML(text)) as Json,
    scalars: [...numbers, plain("'q'", 'q'), plain('"x # y"', 'x # y'), plain('"""m\n#l"""', 'm\n#l')],
    values: [7, 'new', [5], { z: 1 }, [], {}, 'no', true],
    indents: ['  ', '\t'],
  },
};

const keys = ['a', 'b', 'c', 'd', 'k1', 'constructor', 'long-key'];

describe('one value of a generated file with comments everywhere', () => {
  for (const [name, language] of Object.entries(languages)) {
    it(`is set, added and removed in ${name}, and the rest stays as it is`, () => {
      const generated = fc.record({
        root: writtenDocuments({ keys, scalars: language.scalars }),
        indent: fc.constantFrom(...language.indents),
        bytes: fc.record({ isDos: fc.boolean(), hasMark: fc.boolean(), isCutOff: fc.boolean() }),
        chosen: fc.record({ what: fc.nat(9999), value: fc.nat(999) }),
      });
      const property = fc.property(generated, ({ root, indent, bytes, chosen }) => {
        const document = meaning(root);
        const edit = generateEdit(document, chosen, language.values);
        if (edit === undefined) return;
        const text = encode(language.write(root, indent), bytes);
        assert.deepEqual(language.read(withoutMark(text)), document, 'the generated file');
        holds(language, edit, text);
      });
      fc.assert(property, { numRuns: 250, seed: 1 });
    });
  }
});

type Bytes = { readonly isDos: boolean; readonly hasMark: boolean; readonly isCutOff: boolean };

function encode(text: string, { isDos, hasMark, isCutOff }: Bytes): string {
  const cut = isCutOff ? text.replace(/\n$/, '') : text;
  return (hasMark ? '\uFEFF' : '') + (isDos ? cut.replaceAll('\n', '\r\n') : cut);
}

function withoutMark(text: string): string {
  return text.replace('\uFEFF', '');
}

function holds({ module, read }: Language, edit: GeneratedEdit, text: string): void {
  const result = edited(module, edit.properties, text);
  const after = result ?? text;
  const story = `${JSON.stringify(edit.properties)}\n--- before\n${text}\n--- after\n${after}\n---`;
  if (after.startsWith('SP608')) return assert.isTrue(edit.mayBeRefused(module.type), story);
  assert.deepEqual(settle(module, read(withoutMark(after))), settle(module, edit.wanted), story);
  assert.isNull(edited(module, edit.properties, after), `the second time\n${story}`);
  assert.equal(after.startsWith('\uFEFF'), text.startsWith('\uFEFF'), story);
  if (text.includes('\r\n')) assert.notMatch(after, /[^\r]\n/, story);
  const kept = commentsIn(text).filter((comment) => !edit.takes(comment));
  assert.includeMembers([...commentsIn(after)], [...kept], story);
  for (const comment of kept.filter((each) => each.startsWith('behind') && !edit.touches(each)))
    assert.equal(lineOf(after, comment), lineOf(text, comment), story);
  if (edit.kind === 'add') assert.isTrue(isWithin(text, after), `only adds\n${story}`);
}

/** A table that is there only by what it holds is the same as none in TOML. */
function settle({ type }: ResourceModule, value: Json): Json {
  return type === 'toml' ? withoutEmpty(value) : value;
}

function withoutEmpty(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  const entries = Object.entries(value as JsonObject).map(([key, each]) => [key, withoutEmpty(each)] as const);
  return Object.fromEntries(
    entries.filter(([, each]) => typeof each !== 'object' || each === null || Object.keys(each).length > 0),
  );
}

function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:above|behind) \S*;/g)].map(([comment]) => comment);
}

/** The line of a comment without commas and spaces; comments within a line may get neighbours. */
function lineOf(text: string, comment: string): string {
  const line = text.split(/\r?\n/).find((each) => each.includes(comment)) ?? '';
  return line.includes('/*') ? '' : line.replaceAll(/[,\s]/g, '');
}

/** True when a text can be had by taking characters out of another one. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (sign === part[at]) at += 1;
  return at === part.length;
}
