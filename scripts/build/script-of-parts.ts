import { basename } from 'node:path';
import { type Metafile, type OutputFile, transformSync } from 'esbuild';

/** The ES modules that a bundler made, and what it says of them. */
export type BundledModules = {
  readonly outputFiles: readonly OutputFile[];
  readonly metafile: Metafile;
  /** True for a module of which nobody will read the text, by the files that it is made of. */
  readonly isMinified: (inputs: readonly string[]) => boolean;
};

/** The scripts to make of modules: for each, by its name, the modules that it begins with; the last one takes what is left. */
export type Grouping = readonly { readonly script: string; readonly roots: readonly string[] }[];

/**
 * The texts of CommonJS scripts, by name, in which each module is a function that runs when it is first required. What a run does not
 * need is then a function that V8 never looks into, and no part of the code that is kept; the text of a module outside of functions
 * would create every one of its functions at each start. The first script runs the first of its roots.
 */
export function scriptsOfParts(modules: BundledModules, grouping: Grouping): ReadonlyMap<string, string> {
  const scriptOf = scriptByModule(modules, grouping);
  const [first] = grouping;
  const minified = minifiedNames(modules);
  const partOf = ({ path, text }: OutputFile): string => {
    const name = basename(path);
    return `${JSON.stringify(`./${name}`)}: ${partFunction(text, minified.has(name))}`;
  };
  const texts = grouping.map(({ script }): readonly [string, string] => {
    const own = modules.outputFiles.filter(({ path }) => scriptOf.get(basename(path)) === script);
    const parts = own.map(partOf);
    return [script, `const parts = {\n${parts.join(',\n')}\n};\n${script === first?.script ? '' : givesParts}`];
  });
  const elsewhere = [...scriptOf].filter(([, script]) => script !== first?.script);
  const places = Object.fromEntries(elsewhere.map(([name, script]) => [`./${name}`, `./${script}.js`]));
  const loader = loaderText(places, first?.roots[0] ?? '');
  return new Map(texts.map(([script, text]) => [script, script === first?.script ? text + loader : text]));
}

const givesParts = 'Object.assign(exports, { parts, ran: module.children });\n';

/** What ran is written down with the script that it stands in, whose code is then worth keeping again. */
function loaderText(places: Readonly<Record<string, string>>, first: string): string {
  return `const places = ${JSON.stringify(places, null, 1)};
const modules = new Map();
const requirePart = (name) => {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const isHere = Object.hasOwn(parts, name);
  if (!isHere && !Object.hasOwn(places, name)) return require(name);
  const script = isHere ? { parts, ran: module.children } : require(places[name]);
  const part = { exports: {} };
  modules.set(name, part);
  script.ran.push(name);
  script.parts[name](part.exports, requirePart, part);
  return part.exports;
};
requirePart('./${first}');
`;
}

/** Each module belongs to the first script of which a root needs it. */
function scriptByModule({ outputFiles, metafile }: BundledModules, grouping: Grouping): ReadonlyMap<string, string> {
  const imports = new Map(
    Object.entries(metafile.outputs).map(([path, { imports: own }]) => [
      basename(path),
      own.filter(({ kind }) => kind === 'import-statement').map(({ path: target }) => basename(target)),
    ]),
  );
  const scriptOf = new Map<string, string>();
  const add = (name: string, script: string): void => {
    if (scriptOf.has(name) || !imports.has(name)) return;
    scriptOf.set(name, script);
    for (const target of imports.get(name) ?? []) add(target, script);
  };
  for (const { script, roots } of grouping) for (const root of roots) add(root, script);
  const last = grouping.at(-1)?.script ?? '';
  for (const { path } of outputFiles) if (!scriptOf.has(basename(path))) scriptOf.set(basename(path), last);
  return scriptOf;
}

function minifiedNames({ metafile, isMinified }: BundledModules): ReadonlySet<string> {
  const outputs = Object.entries(metafile.outputs).filter(([, { inputs }]) => isMinified(Object.keys(inputs)));
  return new Set(outputs.map(([path]) => basename(path)));
}

function partFunction(text: string, minify: boolean): string {
  const { code } = transformSync(text, {
    format: 'cjs',
    minify,
    // Parts import each other by `require`, late ones too.
    supported: { 'dynamic-import': false },
    // The name tells that default exports of CommonJS are what Node.js takes them for in ES modules.
    sourcefile: 'part.mjs',
    charset: 'ascii',
    target: 'node22.18',
  });
  return `function (exports, require, module) {\n${code}}`;
}
