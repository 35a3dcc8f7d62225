import { type Described, type Importing, type JsonObject } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles, wordLines } from '../../importing/texts.ts';
import { nameOf } from '../../paths/absolute-path.ts';

const loads = '/etc/modules-load.d/*.conf';
const settings = '/etc/modprobe.d/*.conf';

/** Modules that have a file of their own name in /etc/modules-load.d or /etc/modprobe.d. */
export const importKernelModule: Importing = {
  kind: 'importable',
  list: listedInFiles(
    [loads, settings],
    'modules with a file of their own name in /etc/modules-load.d or /etc/modprobe.d',
    (files) => {
      const named = files.flatMap((file) => namesIn(file).map((name) => ({ name, path: file.path })));
      const own = named.filter(({ name, path }) => nameOf(path) === `${name}.conf`);
      const identities = own.map(({ name }) => name);
      const others = named.filter(
        ({ name, path }) => path.startsWith('/etc/modules-load.d') && !identities.includes(name),
      );
      return {
        identities,
        notes: others.map(({ name, path }) => `${path} loads ${name}; a kernel_module writes into a file of its own.`),
      };
    },
  ),
  queries: () => filesQueries([loads, settings]),
  describe: (identity, answers) => describeModule(canonical(identity), readFiles([loads, settings], answers).files),
};

/** The modules that a file loads, sets or keeps out. */
function namesIn({ path, text }: ReadText): readonly string[] {
  const lines = wordLines(text);
  const names = path.startsWith('/etc/modules-load.d')
    ? lines.map(([name = '']) => name)
    : lines.flatMap(([word = '', name = '']) => (['options', 'blacklist'].includes(word) ? [name] : []));
  return names.map(canonical);
}

function describeModule(name: string, files: readonly ReadText[]): Described {
  const own = files.filter(({ path }) => nameOf(path) === `${name}.conf`);
  const isLoaded = own.some((file) => file.path.startsWith('/etc/modules-load.d') && namesIn(file).includes(name));
  const lines = own.filter(({ path }) => path.startsWith('/etc/modprobe.d')).flatMap(({ text }) => wordLines(text));
  const ofModule = (word: string): readonly (readonly string[])[] =>
    lines.filter(([first, second = '']) => first === word && canonical(second) === name);
  const options = ofModule('options')
    .map((words) => words.slice(2).join(' '))
    .join(' ');
  const isKeptOut = ofModule('blacklist').length > 0;
  if (!isLoaded && options === '' && !isKeptOut) return { kind: 'absent' };
  const properties: JsonObject = {
    ...(isKeptOut && !isLoaded ? { state: 'absent' } : {}),
    ...(isLoaded || isKeptOut ? {} : { persistent: false }),
    ...(options === '' ? {} : { parameters: parametersOf(options) }),
    ...(isKeptOut ? { blacklisted: true } : {}),
  };
  return {
    kind: 'declared',
    forms: [
      { properties, lacks: [] },
      { properties: { ...properties, live: false }, lacks: ['The running kernel is not as its files say.'] },
    ],
  };
}

function parametersOf(options: string): JsonObject {
  return Object.fromEntries(
    [...options.matchAll(/([^\s=]+)=("[^"]*"|\S*)/g)].map(([, key = '', value = '']) => [
      key,
      value.replace(/^"(.*)"$/, '$1'),
    ]),
  );
}

function canonical(name: string): string {
  return name.replaceAll('-', '_');
}
