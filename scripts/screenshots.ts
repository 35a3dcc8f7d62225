import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { renderPlanHtml, renderPlanMarkdown } from '../packages/render/src/reports.ts';
import { fleetPlan } from '../packages/render/test/fixtures/fleet-plan.ts';
import { type OpenedPage, ReportBrowser } from '../packages/render/test/html/browser.ts';
import { projectRoot } from './tools.ts';

/** How GitHub shows a comment, near enough for a picture. */
const commentStyle = `body{margin:0;padding:24px 32px;font:14px/1.5 system-ui,"DejaVu Sans",sans-serif;color:#1f2328;background:#fff;max-width:860px}
code{font:12px "DejaVu Sans Mono",monospace;background:#818b981f;border-radius:6px;padding:.2em .4em}pre code{background:none;padding:0;font-size:11.5px;line-height:1.45}
pre{background:#f6f8fa;border-radius:6px;padding:12px 16px;overflow:auto}table{border-collapse:collapse;margin:12px 0}td,th{border:1px solid #d1d9e0;padding:5px 13px}
tr:nth-child(even){background:#f6f8fa}details{margin:4px 0}summary{cursor:pointer}h3{font-size:19px;border-bottom:1px solid #d1d9e0;padding-bottom:6px;margin:4px 0 14px}h4{margin:18px 0 8px}
.add{color:#116329;background:#dafbe1;display:block}.del{color:#82071e;background:#ffebe9;display:block}.note{color:#953800;display:block}.same{display:block}`;

const folder = process.argv[2] ?? join(projectRoot, 'docs/images');

await main();

/** Makes the pictures of the documentation from a plan of a small fleet, in a real browser. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await ReportBrowser.start();
  try {
    const report = { kind: 'plan', plan: fleetPlan(24), problems: [] } as const;
    const html = renderPlanHtml(report);
    for (const colorScheme of ['light', 'dark'] as const) {
      const opened = await browser.open(html, { colorScheme, viewport: { width: 1200, height: 820 } });
      await picture(opened, `report-${colorScheme}.png`);
      await opened.page.locator('.play > summary').first().click();
      await opened.page.locator('.row', { hasText: 'app.conf' }).locator('button').first().click();

      await opened.page.evaluate("document.querySelector('.graphs').scrollIntoView()");
      await picture(opened, `report-details-${colorScheme}.png`);
    }
    const narrow = await browser.open(html, { viewport: { width: 390, height: 780 }, colorScheme: 'light' });
    await picture(narrow, 'report-narrow.png');
    const comment = await browser.open(commentPage(renderPlanMarkdown(report)), {
      viewport: { width: 920, height: 1400 },
    });
    await comment.page.locator('summary', { hasText: 'sshd' }).click();
    await picture(comment, 'pull-request.png');
  } finally {
    await browser.stop();
  }
}

async function picture({ page }: OpenedPage, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, name) });
  process.stdout.write(`${join(folder, name)}\n`);
}

function commentPage(markdown: string): string {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const coloured = body.replaceAll(
    /<code class="language-diff">([^<]*)<\/code>/g,
    (_, text: string) => `<code>${text.trimEnd().split('\n').map(diffLine).join('')}</code>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${commentStyle}</style>${coloured}`;
}

function diffLine(line: string): string {
  const kinds: Readonly<Record<string, string>> = { '+': 'add', '-': 'del', '!': 'note' };
  return `<span class="${kinds[line.charAt(0)] ?? 'same'}">${line}</span>`;
}
