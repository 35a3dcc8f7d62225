import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { runCommand } from '../packages/cli/test/support/run-command.ts';
import { judgePlan } from '../packages/engine/src/index.ts';
import { type Lab, startLab } from '../packages/lab/src/index.ts';
import { emptyPolicy, type Plan } from '../packages/model/src/index.ts';
import { renderPlanHtml, renderPlanMarkdown } from '../packages/render/src/reports.ts';
import { ReportBrowser } from '../packages/render/test/html/browser.ts';
import { projectRoot } from './tools.ts';

const folder = process.argv[2] ?? join(projectRoot, 'docs/images');

/** How GitHub shows a comment, near enough for a picture. */
const style = `body{margin:0;padding:20px;font:14px/1.5 system-ui,"DejaVu Sans",sans-serif;color:#1f2328;background:#fff}
.comment{border:1px solid #d1d9e0;border-radius:6px;max-width:860px}.head{background:#f6f8fa;border-bottom:1px solid #d1d9e0;padding:8px 16px;border-radius:6px 6px 0 0;color:#59636e}
.head b{color:#1f2328}.head i{border:1px solid #d1d9e0;border-radius:1em;padding:0 7px;font-style:normal;font-size:12px}.text{padding:4px 16px 12px}
code{font:12px "DejaVu Sans Mono",monospace;background:#818b981f;border-radius:6px;padding:.2em .4em}pre code{background:none;padding:0;font-size:11.5px}
pre{background:#f6f8fa;border-radius:6px;padding:12px 16px}table{border-collapse:collapse;margin:12px 0}td,th{border:1px solid #d1d9e0;padding:5px 13px}
summary{cursor:pointer}h3{font-size:19px;border-bottom:1px solid #d1d9e0;padding-bottom:6px}h4{margin:16px 0 8px}blockquote{margin:8px 0;padding:0 14px;border-left:4px solid #d1d9e0;color:#59636e}
.add{color:#116329;background:#dafbe1;display:block}.del{color:#82071e;background:#ffebe9;display:block}.note{color:#953800;display:block}.same{display:block}`;

const nodes = ['web1', 'web2', 'web3', 'web4'];

/** What the change of the example takes away, until somebody asks for it back. */
const removal = '\n  - file: ${{ root }}/old.conf\n    state: absent\n';

await main();

/** Makes the pictures of the page about pull requests: the example is planned on throw-away hosts, and shown by a real browser. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-pictures-'));
  const labs = await Promise.all(nodes.map((name) => startLab({ dir: join(dir, name) })));
  const browser = await ReportBrowser.start();
  try {
    prepare(join(dir, 'site'), labs);
    const first = await planned(join(dir, 'site'), labs);
    await picture(browser, { name: 'pull-request-first.png', html: commentPage(markdownOf(first)), height: 1060 });
    await picture(browser, { name: 'pull-request-report.png', html: renderPlanHtml(reportOf(first)), height: 800 });
    withdraw(join(dir, 'site'));
    const second = await planned(join(dir, 'site'), labs);
    await picture(browser, { name: 'pull-request-second.png', html: commentPage(markdownOf(second)), height: 900 });
  } finally {
    await browser.stop();
    await Promise.all(labs.map((lab) => lab.stop()));
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The example with a change to review, and hosts on which somebody has been at work. */
function prepare(site: string, labs: readonly Lab[]): void {
  cpSync(join(projectRoot, 'examples/reviewed-site'), site, { recursive: true });
  const inventory = {
    nodes: {
      db1: { local: {} },
      ...Object.fromEntries(
        labs.map(({ host, port, user, privateKeyFile, knownHostsFile, rootDir }, index) => [
          nodes[index] ?? '',
          {
            ssh: {
              host,
              port,
              user,
              identity_file: privateKeyFile,
              identities_only: true,
              known_hosts: knownHostsFile,
              config: false,
            },
            vars: { root: `${rootDir}/shop` },
          },
        ]),
      ),
    },
    groups: { web: { nodes: ['web*'] } },
  };
  writeFileSync(join(site, 'inventory.yaml'), JSON.stringify(inventory));
  edit(join(site, 'playbooks/site.yaml'), (text) => `${text.replace('vars:\n  root: /srv/shop\n', '')}${removal}`);
  for (const [index, { rootDir }] of labs.entries()) {
    const workers = index === 3 ? 16 : 4;
    write(`${rootDir}/shop/shop.conf`, confOf(workers));
    write(`${rootDir}/shop/old.conf`, 'listen = 80\n');
    write(`${rootDir}/shop/token`, 'yesterday\n');
  }
  edit(join(site, 'templates/shop.conf.j2'), (text) => text.replace('{{ node.name }}', 'shop').replace('8080', '8443'));
}

function withdraw(site: string): void {
  edit(join(site, 'playbooks/site.yaml'), (text) => text.replace(removal, ''));
}

function confOf(workers: number): string {
  return `# Managed by Setpoint.\nname = shop\nlisten = 8080\nworkers = ${workers}\nlog = /var/log/shop.log\n`;
}

/** The plan, with the directories that stand for hosts called as on a host. */
async function planned(site: string, labs: readonly Lab[]): Promise<Plan> {
  const { stdout, stderr } = await runCommand(['plan', '--json', '--without-secrets'], site, { HOME: site });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; plan?: Plan });
  const plan = lines.find(({ type }) => type === 'plan')?.plan;
  if (plan === undefined) throw new Error(`nothing was planned: ${stdout}${stderr}`);
  const text = labs.reduce((all, { rootDir }) => all.replaceAll(rootDir, '/srv'), JSON.stringify(plan));
  return judgedAgain(JSON.parse(text) as Plan);
}

/** The same resource of several nodes is one violation, which nobody could see while its hosts were directories. */
function judgedAgain({ violations = [], ...plan }: Plan): Plan {
  const [{ span } = {}] = violations;
  if (span === undefined) return plan;
  const rule = { name: 'delete', action: 'delete', reason: 'somebody may still need it', span } as const;
  return { ...plan, violations: judgePlan(plan, { ...emptyPolicy, requireAllow: [rule] }, []).violations };
}

function reportOf(plan: Plan) {
  return { kind: 'plan', plan, problems: [] } as const;
}

function markdownOf(plan: Plan): string {
  return renderPlanMarkdown(reportOf(plan));
}

function commentPage(markdown: string): string {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const coloured = body.replaceAll(
    /<code class="language-diff">([^<]*)<\/code>/g,
    (_, text: string) => `<code>${text.trimEnd().split('\n').map(diffLine).join('')}</code>`,
  );
  const head = '<b>github-actions</b> <i>bot</i> commented · edited';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><div class="comment"><div class="head">${head}</div><div class="text">${coloured}</div></div>`;
}

function diffLine(line: string): string {
  const kinds: Readonly<Record<string, string>> = { '+': 'add', '-': 'del', '!': 'note', '@': 'note' };
  return `<span class="${kinds[line.charAt(0)] ?? 'same'}">${line}</span>`;
}

type Shot = { readonly name: string; readonly html: string; readonly height: number };

async function picture(browser: ReportBrowser, { name, html, height }: Shot): Promise<void> {
  const { page } = await browser.open(html, { viewport: { width: 920, height } });
  await page.evaluate("document.querySelectorAll('details').forEach((each, index) => { each.open = index < 6 })");
  await page.screenshot({ path: join(folder, name) });
  process.stdout.write(`${join(folder, name)}\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
