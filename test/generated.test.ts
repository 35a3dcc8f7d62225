import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assert } from 'chai';
import fc from 'fast-check';
import { commands } from '../packages/cli/src/commands/index.ts';
import { componentSchema } from '../packages/cli/src/schema/component-schema.ts';
import { metaProperties } from '../packages/cli/src/schema/meta-properties.ts';
import { playbookSchema } from '../packages/cli/src/schema/playbook-schema.ts';
import { schemaSources } from '../packages/cli/src/schema/sources.ts';
import { validateProperties } from '../packages/cli/src/schema/validator.ts';
import { editorJudge } from '../packages/cli/test/schema/editor-judge.ts';
import { diagnosticCatalog, type Json } from '../packages/model/src/index.ts';
import { generatedFiles } from '../scripts/gen/generated-files.ts';
import { staleFiles } from '../scripts/gen/tree.ts';
import { createCompiler, schemasById } from '../scripts/gen/validators.ts';

const root = join(import.meta.dirname, '..');

/** The parser that the language reads files with. */
const { parse } = createRequire(join(root, 'packages/language/package.json'))('yaml') as {
  readonly parse: (text: string) => unknown;
};

type Properties = Readonly<Record<string, Json>>;

const types = schemaSources.modules.map(({ type }) => type);

const examples = schemaSources.modules.flatMap(({ type, examples: texts }) =>
  texts.flatMap((text) => (parse(text) as readonly Properties[]).map((resource) => ({ type, resource }))),
);

describe('the generated files', () => {
  const files = generatedFiles();

  it('are what the code gives', () => {
    assert.deepEqual(staleFiles(files), [], 'run `npm run gen`');
  });

  it('are the same each time', () => {
    assert.deepEqual(generatedFiles(), files);
  });

  it('are told when they are missing, out of date, or no longer made', () => {
    const [first, second, ...others] = files;
    assert.isDefined(first);
    assert.isDefined(second);
    const changed = [{ path: first.path, text: `${first.text} ` }, { path: 'schemas/new.json', text: '' }, ...others];
    assert.deepEqual(
      staleFiles(changed),
      [
        { path: first.path, reason: 'out of date' as const },
        { path: second.path, reason: 'no longer made' as const },
        { path: 'schemas/new.json', reason: 'missing' as const },
      ].sort((left, right) => (left.path < right.path ? -1 : 1)),
    );
  });

  it('have a page for every resource type, diagnostic and command', () => {
    const paths = files.map(({ path }) => path);
    const typePages = schemaSources.modules.map(({ type }) => `docs/reference/resources/${type}.md`);
    const codes = Object.keys(diagnosticCatalog).map((code) => `docs/reference/diagnostics/${code}.md`);
    assert.includeMembers(paths, [...typePages, ...codes]);
    const commandPage = files.find(({ path }) => path.endsWith('/commands.md'))?.text ?? '';
    for (const { name } of commands) assert.include(commandPage, `## setpoint ${name}\n`);
  });

  it('need nothing but themselves at run time', () => {
    const code = readFileSync(join(root, 'packages/cli/src/generated/validators.js'), 'utf8');
    assert.notMatch(code, /^import |= require\(/m);
  });
});

describe('the precompiled validators', () => {
  const compiler = createCompiler();
  for (const [id, schema] of schemasById(schemaSources)) {
    it(`find in ${id} what ajv finds`, () => {
      const live = compiler.compile(schema);
      const names = [...Object.keys((schema['properties'] ?? {}) as object), 'unknown'];
      const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('present', 'absent', '', 1, true, ['a']));
      const properties = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 });
      fc.assert(
        fc.property(fc.oneof(properties, fc.jsonValue({ maxDepth: 1 })), (given) => {
          const errors = live(given) ? [] : (live.errors ?? []);
          const expected = errors.map(({ instancePath, keyword, params, message }) => ({
            path: instancePath,
            keyword,
            params,
            message: message ?? '',
          }));
          assert.deepEqual([...validateProperties(id, given as Json)], expected);
        }),
        { numRuns: 200, seed: 1 },
      );
    });
  }

  it('refuse to guess about a schema that they do not know', () => {
    assert.throws(() => validateProperties('resource:unheard-of', {}), 'This is a bug in Setpoint.');
  });
});

/** What the language makes of numbers and booleans that stand where the schema asks for their source text. */
function asSourceText(type: string, properties: Properties): Properties {
  const schemas = schemaSources.modules.find((module) => module.type === type)?.schema.properties ?? {};
  const entries = Object.entries(properties).map(([name, value]): [string, Json] => {
    const isTyped = typeof value === 'number' || typeof value === 'boolean';
    return [name, isTyped && schemas[name]?.['x-source-text'] === true ? String(value) : value];
  });
  return Object.fromEntries(entries);
}

describe('the examples of the modules', () => {
  const judge = editorJudge(playbookSchema(schemaSources));
  const judgeComponent = editorJudge(componentSchema(schemaSources));
  const judgeOne = (resource: Properties): readonly string[] => judge({ nodes: 'all', resources: [resource] });

  for (const { type, resource } of examples) {
    const title = `${type}:${JSON.stringify(resource[type])} (${Object.keys(resource).join(', ')})`;

    it(`${title} are right for editors and for the language`, () => {
      assert.deepEqual(judgeOne(resource), []);
      assert.deepEqual(judgeComponent({ resources: [resource] }), []);
      const properties = Object.fromEntries(
        Object.entries(resource).filter(([key]) => key !== type && !(key in metaProperties)),
      );
      const written = JSON.stringify(properties);
      const given = asSourceText(type, properties);
      if (!written.includes('${{')) assert.deepEqual(validateProperties(`resource:${type}`, given), []);
    });

    it(`${title} have one error when a property is misspelt, and one more when it was required`, () => {
      const required = schemaSources.modules.find((module) => module.type === type)?.schema.required ?? [];
      for (const key of Object.keys(resource).filter((name) => name !== type)) {
        const { [key]: value = null, ...others } = resource;
        const missing = required.includes(key) ? [`/resources/0 required ${key}`] : [];
        const unknown = `/resources/0 additionalProperties ${key}x`;
        assert.deepEqual(judgeOne({ ...others, [`${key}x`]: value }), [...missing, unknown]);
      }
    });

    // With a property such as `group`, which is a type too, what is left reads as a resource of that type.
    if (Object.keys(resource).some((key) => key !== type && types.includes(key))) continue;

    it(`${title} have one error when the type is misspelt`, () => {
      const { [type]: identity = '', ...properties } = resource;
      const misspelt = { [`${type}x`]: identity, ...properties };
      assert.deepEqual(judgeOne(misspelt), [`/resources/0 additionalProperties ${type}x`]);
    });
  }
});
