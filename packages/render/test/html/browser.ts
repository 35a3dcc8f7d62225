import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A page that a browser has open, and everything it asked the network for or complained about. */
export type OpenedPage = {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
};

/** A real browser with pages from files of its own. */
export class ReportBrowser {
  readonly #dir = mkdtempSync(join(tmpdir(), 'setpoint-report-'));
  readonly #browser: Browser;
  #pages = 0;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Starts Debian's Chromium; as root it has to do without its sandbox, and it is given nothing but pages made here. */
  static async start(): Promise<ReportBrowser> {
    const executablePath = process.env['SETPOINT_CHROMIUM'] ?? '/usr/bin/chromium';
    return new ReportBrowser(
      await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] }),
    );
  }

  /** Opens a text as a page. */
  async open(html: string, options: BrowserContextOptions = {}): Promise<OpenedPage> {
    const file = join(this.#dir, `${(this.#pages += 1)}.html`);
    writeFileSync(file, html);
    const context = await this.#browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('requestfailed', (request) => {
      // What the page's own policy stops is never sent.
      if (request.failure()?.errorText === 'csp') requests.splice(requests.indexOf(request.url()), 1);
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    return { page, requests, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
