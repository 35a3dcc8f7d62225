import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { renderPlanHtml } from '../packages/render/src/reports.ts';
import { fleetPlan } from '../packages/render/test/fixtures/fleet-plan.ts';
import { type OpenedPage, ReportBrowser } from '../packages/render/test/html/browser.ts';
import { projectRoot } from './tools.ts';

const folder = process.argv[2] ?? join(projectRoot, 'docs/images');

await main();

/** Makes the pictures of the page about reports from a plan of a small fleet, in a real browser. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await ReportBrowser.start();
  try {
    const html = renderPlanHtml({ kind: 'plan', plan: fleetPlan(24), problems: [] });
    const light = await browser.open(html, { viewport: { width: 1200, height: 820 } });
    await picture(light, 'report-light.png');
    await openDetails(light);
    await light.page.evaluate("document.querySelector('#changes').scrollIntoView()");
    await picture(light, 'report-changes.png');
    const dark = await browser.open(html, { colorScheme: 'dark', viewport: { width: 1200, height: 820 } });
    await openDetails(dark);
    await dark.page.evaluate("document.querySelector('.graphs').scrollIntoView()");
    await picture(dark, 'report-dark.png');
    const narrow = await browser.open(html, { viewport: { width: 390, height: 780 }, colorScheme: 'light' });
    await picture(narrow, 'report-narrow.png');
  } finally {
    await browser.stop();
  }
}

/** The drawing of the first play, and a change with a difference. */
async function openDetails({ page }: OpenedPage): Promise<void> {
  await page.locator('.play > summary').first().click();
  await page.locator('.row', { hasText: 'app.conf' }).locator('button').first().click();
}

async function picture({ page }: OpenedPage, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, name) });
  process.stdout.write(`${join(folder, name)}\n`);
}
