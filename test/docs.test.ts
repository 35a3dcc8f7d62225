import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assert, expect } from 'chai';
import { commands } from '../packages/cli/src/commands/index.ts';
import { exitCodes } from '../packages/cli/src/exit-code.ts';
import { diagnosticCatalog, isDiagnosticCode, nodeRunStatuses } from '../packages/model/src/index.ts';
import { setpointIn } from './playbook-examples.ts';

const root = join(import.meta.dirname, '..');

type Page = { readonly path: string; readonly text: string };
type Block = { readonly info: string; readonly text: string };

const pages = globSync(['*.md', 'docs/**/*.md', '{playbooks,examples}/*/README.md'], { cwd: root })
  .sort()
  .map((path): Page => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** Generated pages name examples of commands that belong to their own project; only their links are looked at here. */
const written = pages.filter(({ path }) => !path.startsWith('docs/reference/'));

describe('the documentation', () => {
  it('has links that lead somewhere', () => {
    expect(pages.flatMap(brokenLinks)).to.deep.equal([]);
  });

  it('names only commands that there are', () => {
    const known = new Set(commands.map(({ name }) => name));
    const named = written.flatMap((page) =>
      setpointCommands(page).flatMap((name) => (known.has(name) ? [] : [`${page.path}: setpoint ${name}`])),
    );
    expect(named).to.deep.equal([]);
  });

  it('names only npm scripts that there are', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const known = new Set(Object.keys(manifest.scripts));
    const named = written.flatMap((page) =>
      npmScripts(page).flatMap((name) => (known.has(name) ? [] : [`${page.path}: npm run ${name}`])),
    );
    expect(named).to.deep.equal([]);
  });

  it('gives only options that its commands have', () => {
    expect(written.flatMap(unknownOptions)).to.deep.equal([]);
  });

  it('names only diagnostics that there are, beside the one of the recipe', () => {
    const recipe = 'SP899';
    assert.isFalse(isDiagnosticCode(recipe), `${recipe} is taken: the recipe needs another number`);
    const named = written.flatMap(({ path, text }) =>
      [...text.matchAll(/\bSP\d{3}\b/g)].flatMap(([code]) =>
        code === recipe || Object.hasOwn(diagnosticCatalog, code) ? [] : [`${path}: ${code}`],
      ),
    );
    expect(named).to.deep.equal([]);
  });

  it('names only files of the sources that there are', () => {
    expect(written.flatMap(missingFiles)).to.deep.equal([]);
  });

  it('numbers each decision once', () => {
    const numbers = globSync('docs/decisions/*.md', { cwd: root }).map((path) => path.split('/')[2]?.slice(0, 4));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).to.deep.equal([]);
  });

  it('shows in the README the plan that a test made', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    assert.include(readme, readFileSync(join(root, 'playbooks/hardened-ssh/expected.plan.txt'), 'utf8').trimEnd());
  });

  it('shows on the page of the architecture what the packages import', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` \|.*\| (.*) \|$/gm)].map(([, name = '', imports = '']) => [
      name,
      [...imports.matchAll(/`(\w+)`/g)].map(([, imported]) => imported),
    ]);
    expect(Object.fromEntries(rows)).to.deep.equal(Object.fromEntries(packageImports()));
  });

  it('names on the page of the architecture every folder that resource types of hosts share', () => {
    const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
    const folders = readdirSync(join(root, 'packages/posix/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const rows = page.slice(page.indexOf('## Beside the modules'), page.indexOf('## Guessing rules'));
    const named = [...rows.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    );
    assert.sameMembers(named, folders);
  });

  it('tells every exit code, every type of JSON line, and every way in which a node ends', () => {
    const page = readFileSync(join(root, 'docs/exit-codes-and-json.md'), 'utf8');
    const lifecycle = readFileSync(join(root, 'docs/lifecycle.md'), 'utf8');
    const rows = page.match(/^\| .*$/gm)?.join('\n') ?? '';
    const missing = [
      ...Object.values(exitCodes).filter((code) => !new RegExp(`^\\|.*\\b${code}\\b`, 'm').test(rows)),
      ...jsonLineTypes().filter((type) => !rows.includes(`\`${type}\``)),
      ...Object.entries(nodeRunStatuses).filter((row) => !lifecycle.includes(`| \`${row[0]}\` | ${row[1]} |`)),
    ];
    expect(missing).to.deep.equal([]);
  });

  for (const { path, ...project } of written.flatMap(projectsOn)) {
    it(`shows ${project.playbooks.length === 0 ? 'an inventory' : 'a project'} on ${path} that is valid`, async function () {
      this.timeout(20_000);
      const dir = mkdtempSync(join(tmpdir(), 'setpoint-docs-'));
      try {
        writeProject(project, dir);
        const ended = await setpointIn(['validate', '-C', dir]);
        expect(ended.code, ended.stderr).to.equal(0);
      } finally {
        rmSync(dir, { recursive: true, force: true });
      }
    });
  }
});

/** The types of the JSON lines that commands write, as their sources name them. */
function jsonLineTypes(): readonly string[] {
  const sources = globSync('packages/cli/src/{commands,output}/*.ts', { cwd: root });
  const texts = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
  return [...new Set([...texts.matchAll(/\bline\('(\w+)'/g)].map(([, type = '']) => type))];
}

/** The workspace packages that each package depends on, in the order of the page. */
function packageImports(): readonly (readonly [string, readonly string[]])[] {
  const order = ['model', 'language', 'engine', 'sdk', 'posix', 'modbus', 'sql', 'render', 'lab'];
  return globSync('packages/*/package.json', { cwd: root }).map((path) => {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as { dependencies?: Record<string, string> };
    const imported = order.filter((name) => manifest.dependencies?.[`@setpoint/${name}`] !== undefined);
    return [path.split('/')[1] ?? '', imported];
  });
}

type Project = {
  readonly inventory: string;
  readonly playbooks: readonly string[];
  /** Device profiles and SQL files by their path. */
  readonly files: Readonly<Record<string, string>>;
};

/** Each `yaml inventory` block of a page, with the `yaml playbook`, `yaml profile PATH` and `sql file PATH` blocks that follow it. */
function projectsOn(page: Page): readonly (Project & { readonly path: string })[] {
  const projects: { path: string; inventory: string; playbooks: string[]; files: Record<string, string> }[] = [];
  for (const { info, text } of blocksOf(page)) {
    if (info === 'yaml inventory') projects.push({ path: page.path, inventory: text, playbooks: [], files: {} });
    const project = projects.at(-1);
    if (info === 'yaml playbook') project?.playbooks.push(text);
    const [, path] = /^(?:yaml profile|sql file) (.+)$/.exec(info) ?? [];
    if (path !== undefined) Object.assign(project?.files ?? {}, { [path]: text });
  }
  return projects;
}

/** Templates that a playbook names are empty files, and secrets come from a variable that the tests set. */
function writeProject({ inventory, playbooks, files }: Project, dir: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  writeFileSync(join(dir, 'inventory.yaml'), inventory);
  const secrets = [...[inventory, ...playbooks].join('').matchAll(/secret\('(\w+)'\)/g)].map(([, name]) => name);
  const sources = secrets.map((name) => `  ${name}: { env: NOTES_TOKEN }\n`);
  writeFileSync(join(dir, 'setpoint.yaml'), sources.length === 0 ? '' : `secrets:\n${sources.join('')}`);
  mkdirSync(join(dir, 'playbooks'), { recursive: true });
  const shown = playbooks.length === 0 ? ['nodes: all\nresources: []\n'] : playbooks;
  for (const [index, text] of shown.entries()) {
    writeFileSync(join(dir, 'playbooks', `${index}.yaml`), text);
    for (const [, path = ''] of text.matchAll(/^\s*(?:template|source): (\S+)$/gm)) {
      mkdirSync(dirname(join(dir, 'playbooks', path)), { recursive: true });
      writeFileSync(join(dir, 'playbooks', path), '');
    }
  }
}

function blocksOf({ text }: Page): readonly Block[] {
  return [...text.matchAll(/^( *)```(.*)\n([^]*?)^\1```$/gm)].map(([, , info = '', content = '']) => ({
    info,
    text: content,
  }));
}

function brokenLinks({ path, text }: Page): readonly string[] {
  const prose = text.replaceAll(/^( *)```[^]*?^\1```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.flatMap((target) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const absolute = file === '' ? join(root, path) : join(root, dirname(path), file);
    if (!existsSync(absolute)) return [`${path}: ${target}`];
    const isThere = anchor === undefined || anchorsIn(absolute).includes(anchor);
    return isThere ? [] : [`${path}: ${target}`];
  });
}

/** Anchors as GitHub makes them: lower case, punctuation gone, spaces to hyphens. */
function anchorsIn(file: string): readonly string[] {
  const headings = readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What stands in code: fenced blocks of shell and spans between backticks. */
function codeOf(page: Page): readonly string[] {
  const fenced = blocksOf(page).flatMap(({ info, text }) => (info === 'sh' ? text.split('\n') : []));
  const spans = [...page.text.replaceAll(/^( *)```[^]*?^\1```$/gm, '').matchAll(/`([^`\n]+)`/g)];
  return [...fenced, ...spans.map(([, code = '']) => code)];
}

/** The words after `setpoint` or `npm run setpoint --`, without the comment of the line. */
function setpointLines(page: Page): readonly (readonly string[])[] {
  return codeOf(page).flatMap((code) => {
    const [, words] = /^(?:npm run setpoint -- |setpoint )([^#|>]+)/.exec(code) ?? [];
    return words === undefined ? [] : [words.trim().split(/\s+/)];
  });
}

/** Recipes show how a command is added, so the one that is added there is not there. */
function setpointCommands(page: Page): readonly string[] {
  return setpointLines(page).flatMap(([name = '']) => (/^[a-z]/.test(name) && name !== 'owners' ? [name] : []));
}

function npmScripts(page: Page): readonly string[] {
  return codeOf(page).flatMap((code) => [...code.matchAll(/\bnpm run ([a-z:]+)/g)].map(([, name = '']) => name));
}

function unknownOptions(page: Page): readonly string[] {
  const common = new Set(['--help', '--version', '--json', '--no-color', '--debug', '--project']);
  return setpointLines(page).flatMap(([name, ...words]) => {
    const command = commands.find((each) => each.name === name);
    if (command === undefined) return [];
    const known = new Set([...common, ...command.options.map((option) => `--${option.name}`)]);
    const given = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*/, ''));
    return given.filter((option) => !known.has(option)).map((option) => `${page.path}: setpoint ${name} ${option}`);
  });
}

/** Paths between backticks that begin with a folder of this repository; capitals and stars stand for something. */
function missingFiles(page: Page): readonly string[] {
  const spans = [...page.text.replaceAll(/^( *)```[^]*?^\1```$/gm, '').matchAll(/`([^`\n]+)`/g)];
  return spans.flatMap(([, code = '']) => {
    const path = /^(?:packages|docs|scripts|test|playbooks|schemas|bench)\/[\w./-]*$/.exec(code)?.[0];
    if (path === undefined || /[A-Z]{2}|hostname|owners|^playbooks\/\w+\.yaml$/.test(path)) return [];
    return existsSync(join(root, path)) ? [] : [`${page.path}: ${path}`];
  });
}
