import {type ChildProcess, spawn} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createLinter} from '../../src/index.js';
import {chromiumFlags, findChromium} from '../report/chromium.js';
import {cli} from '../support/cli.js';
import {root} from '../support/resources.js';

interface CalquePage {
  readonly view: {
    readonly state: {readonly doc: {toString(): string; readonly length: number}};
    dispatch(spec: object): void;
  };
  readonly told: () => readonly {readonly finding: {rule: string; start: number; end: number}}[];
  readonly isCurrent: () => boolean;
}
declare const calquePage: CalquePage;

const executablePath = findChromium();
const samples = fs
  .readdirSync(path.join(root, 'samples'))
  .filter((name) => /\.(?:txt|md|html)$/.test(name))
  .sort();

describe.skipIf(!executablePath)('the page in Chromium', () => {
  let server: ChildProcess;
  let base = '';
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    server = spawn(process.execPath, [cli, 'serve', '--port', '0', '--no-config'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    base = await new Promise((resolve) => {
      server.stderr?.on('data', (chunk) => {
        const found = /http:\/\/\S+/.exec(String(chunk))?.[0];
        if (found) resolve(found);
      });
    });
    browser = await chromium.launch({executablePath: executablePath as string, args: chromiumFlags});
    page = await browser.newPage();
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (said) => {
      if (said.type() === 'error') faults.push(said.text());
    });
    await page.goto(base);
  });

  afterAll(async () => {
    await browser.close();
    server.kill();
  });

  async function write(text: string): Promise<void> {
    await page.evaluate((insert) => {
      const {view} = calquePage;
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert}});
    }, text);
    await settled();
  }

  const settled = () => page.waitForFunction(() => calquePage.isCurrent(), undefined, {timeout: 60_000});

  test('what is typed is underlined, and a click writes a suggestion', async () => {
    await page.click('.cm-content');
    await page.keyboard.type('The mayor spoke , and left.');
    await settled();
    await page.waitForSelector('.cm-lintRange-warning');
    expect(await page.textContent('#summary')).toMatch(/^1 finding in 5 words/);
    await page.click('#findings .choice');
    await settled();
    expect(await page.evaluate(() => calquePage.view.state.doc.toString())).toBe(
      'The mayor spoke, and left.',
    );
    expect(await page.textContent('#summary')).toMatch(/^No findings/);
    await page.click('.cm-content');
    await page.keyboard.press('Control+z');
    await settled();
    expect(await page.evaluate(() => calquePage.view.state.doc.toString())).toBe(
      'The mayor spoke , and left.',
    );
  });

  test('what is shown follows the filters and the language, in the editor too', async () => {
    await write('The mayor spoke , and left.');
    await page.waitForSelector('.cm-lintRange-warning');
    await page.uncheck('#show-warning');
    await page.waitForSelector('.cm-lintRange-warning', {state: 'detached'});
    expect(await page.locator('#findings .finding').count()).toBe(0);
    await page.check('#show-warning');
    await page.waitForSelector('.cm-lintRange-warning');
  });

  test('all spellings of a name become one at once', async () => {
    await write(
      'Zhaparov came. The mayor met Zhaparov and left.\n\nLater Zaparov spoke. Zaparov said the road was open.',
    );
    await page.click('#names .varied .choice');
    await settled();
    const text = await page.evaluate(() => calquePage.view.state.doc.toString());
    expect(new Set(text.match(/Zh?aparov/g))).toHaveLength(1);
  });

  test('safe fixes are made at once', async () => {
    await write('The mayor spoke , and left. [ad_1]');
    await page.click('#fix');
    await page.waitForFunction(() => calquePage.view.state.doc.toString() === 'The mayor spoke, and left.');
  });

  test('finds on every sample what the library finds', async () => {
    expect(samples.length).toBeGreaterThan(3);
    for (const name of samples) {
      const text = fs.readFileSync(path.join(root, 'samples', name), 'utf8').replaceAll('\r\n', '\n');
      const format = name.endsWith('.md') ? 'markdown' : name.endsWith('.html') ? 'html' : 'text';
      await page.selectOption('#format', format);
      await write(text);
      // The change of the format is checked, too.
      await page.waitForTimeout(50);
      await settled();
      const linter = await createLinter({config: false, format});
      const wanted = linter.lint(text).findings.map(({rule, start, end}) => ({rule, start, end}));
      await expect
        .poll(
          () =>
            page.evaluate(() =>
              calquePage.told().map(({finding: {rule, start, end}}) => ({rule, start, end})),
            ),
          {
            timeout: 30_000,
          },
        )
        .toEqual(wanted);
    }
    await page.selectOption('#format', 'text');
  });

  test('is open to all: axe finds nothing, light, dark and on a phone', async () => {
    await write(
      'Zhaparov came. The mayor , he said, met Zhaparov. [ad_1]\n\nLater Zaparov spoke. Zaparov said so.',
    );
    const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    for (const [colorScheme, width] of [
      ['light', 1400],
      ['dark', 1400],
      ['light', 390],
    ] as const) {
      await page.emulateMedia({colorScheme});
      await page.setViewportSize({width, height: 900});
      const violations = await page.evaluate(async () => {
        const {axe} = globalThis as unknown as {
          axe: {run(): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>};
        };
        return (await axe.run()).violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
      });
      expect(violations).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({width: 1400, height: 900});
  });

  test('the text leaves the browser nowhere', () => {
    expect(faults).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((request) => !request.startsWith(`GET ${base}`))).toEqual([]);
  });
});
