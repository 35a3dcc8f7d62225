import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import type { ResourceModule } from '../../packages/model/src/index.ts';

/** How a registry imports the module of a resource type, which is how all of them do. */
const moduleImport = /^import \{ (?<name>\w+) \} from '(?<path>\.\/modules\/[^']+)';$/gm;

/** The module of one resource type: where it stands, and the part of the built script that it begins. */
type LateModule = {
  readonly registry: string;
  readonly name: string;
  readonly type: string;
  readonly file: string;
  readonly part: string;
};

/** A build in which the code of a resource type is loaded with the first resource of it. */
export type LateResourceModules = {
  readonly entryPoints: Readonly<Record<string, string>>;
  readonly plugin: Plugin;
  /** The files of the types of each family, by the name of its package. */
  readonly families: ReadonlyMap<string, readonly string[]>;
};

/**
 * Has the registries of resource types load the code of a type with the first resource of it, so that a start costs the types that a
 * project declares and not those that there are.
 */
export async function lateResourceModules(root: string): Promise<LateResourceModules> {
  const registries = globSync('packages/*/src/registry.ts', { cwd: root }).map((path) => join(root, path));
  const modules = (await Promise.all(registries.map(modulesOf))).flat();
  const plugin: Plugin = {
    name: 'late-resource-modules',
    setup: (bundler) => {
      bundler.onResolve({ filter: /^\.\/type-\w+\.js$/ }, ({ path }) => ({ path, external: true }));
      bundler.onLoad({ filter: /[\\/]src[\\/]registry\.ts$/ }, ({ path }) => {
        const own = modules.filter(({ registry }) => registry === path);
        return own.length === 0 ? undefined : { contents: registryText(path, own), loader: 'ts' };
      });
    },
  };
  const families = Map.groupBy(modules, ({ registry }) => basename(join(registry, '../..')));
  return {
    entryPoints: Object.fromEntries(modules.map(({ part, file }) => [part, file])),
    plugin,
    families: new Map([...families].map(([family, own]) => [family, own.map(({ part }) => `${part}.js`)])),
  };
}

async function modulesOf(registry: string): Promise<readonly LateModule[]> {
  const imports = [...readFileSync(registry, 'utf8').matchAll(moduleImport)];
  return Promise.all(
    imports.map(async ({ groups: { name = '', path = '' } = {} }) => {
      const file = join(dirname(registry), path);
      const { [name]: module } = (await import(file)) as Readonly<Record<string, ResourceModule>>;
      if (module === undefined) throw new Error(`${file} exports no ${name}`);
      return { registry, name, type: module.type, file, part: `type-${module.type}` };
    }),
  );
}

function registryText(registry: string, modules: readonly LateModule[]): string {
  const parts = new Map(modules.map((module) => [module.name, module]));
  const text = readFileSync(registry, 'utf8').replaceAll(moduleImport, (_, name: string) => {
    const { type = '', part = '' } = parts.get(name) ?? {};
    return `const ${name} = lateResourceModule('${type}', () => require('./${part}.js').${name});`;
  });
  return `import { lateResourceModule } from '${join(import.meta.dirname, 'late-resource-module.ts')}';\n${text}`;
}
