import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {html} from '../../src/report/html.js';
import type {Run} from '../../src/report/report.js';
import {chromiumFlags, findChromium} from './chromium.js';
import {fileOf, runOf, sampleRun} from './sample-run.js';

const options = {color: false, width: 80, quiet: false};

const bait = [
  '</script><script>pwned = 1</script>',
  '<!--<script>pwned = 1</script>-->',
  '<img src="https://example.org/x.png" onerror="pwned = 1">',
  '"><svg onload="pwned = 1">',
  '{{pwned = 1}} \u0024{pwned = 1} \u2028 \ud800',
  'javascript:pwned = 1',
];

function hostileRun(): Run {
  const files = bait.map((text, i) =>
    fileOf(
      `${i}${text}`,
      `${text} ${text}`,
      [
        {
          at: [0, text.length],
          message: text,
          suggestions: [{message: text, edits: [{start: 0, end: text.length, text}]}],
          related: [{message: text, start: 0, end: 1, line: 1, column: 1}],
        },
      ],
      {
        names: [
          {
            name: text,
            kind: text,
            evidence: [text],
            forms: [
              {text, places: [0]},
              {text: `${text}2`, places: [3]},
            ],
          },
        ],
        error: text,
      },
    ),
  );
  const run = runOf(...files);
  const [[id, meta] = []] = [...run.rules];
  if (!id || !meta) throw new Error('no rule');
  return {
    ...run,
    version: bait[0] ?? '',
    rules: new Map([[id, {...meta, description: bait[0] ?? '', docs: {url: 'javascript:pwned=1'}}]]),
  };
}

describe('the page as text', () => {
  const page = html.report(sampleRun(), options);

  it('lets only its own script and style run, and loads nothing', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1] ?? '';
    const hashOf = (text: string | undefined): string =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1])}`,
      `style-src ${hashOf(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1])}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const withoutData = page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
    expect(withoutData).not.toMatch(/(?:src|href)=["'](?!data:)/);
    expect(withoutData).not.toMatch(/https?:\/\//);
  });

  it('holds article text only as data that no parser of markup reads', () => {
    const hostile = html.report(hostileRun(), options);
    expect(hostile.match(/<script/g)).toHaveLength(2);
    expect(hostile.match(/<\/script/g)).toHaveLength(2);
    expect(hostile).not.toMatch(/<img|<svg|<!--/);
    const data = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(hostile)?.[1] ?? '';
    expect(JSON.parse(data).articles.map((article: {text: string}) => article.text)).toEqual(
      bait.map((text) => `${text} ${text}`.replace(/\p{Cs}/gu, '\ufffd')),
    );
    expect(JSON.parse(data).rules[0]).not.toHaveProperty('url');
  });
});

const executablePath = findChromium();
if (!executablePath)
  console.warn(
    'The HTML report was not tried in a browser: no Chromium found (apt-get install chromium, or set CALQUE_CHROMIUM).',
  );

describe.skipIf(!executablePath)('the page in Chromium, from a file', () => {
  let browser: Browser;
  let folder: string;
  const problems: string[] = [];

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-report-'));
    browser = await chromium.launch({executablePath: executablePath ?? '', args: chromiumFlags});
  });

  afterAll(async () => {
    await browser?.close();
    fs.rmSync(folder, {recursive: true, force: true});
  });

  async function open(run: Run, scheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const file = path.join(folder, 'report.html');
    fs.writeFileSync(file, html.report(run, options));
    const page = await browser.newPage({colorScheme: scheme, viewport: {width: 1400, height: 900}});
    problems.length = 0;
    page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
    page.on('pageerror', (error) => void problems.push(error.message));
    page.on(
      'request',
      (request) => void (/^(?:file|data|blob):/.test(request.url()) || problems.push(request.url())),
    );
    await page.goto(pathToFileURL(file).href);
    return page;
  }

  it('shows the worst article with every finding marked in its text', async () => {
    const page = await open(sampleRun());
    expect(await page.locator('h2#article-path').textContent()).toBe('news/harbour.md');
    expect(await page.locator('.text').textContent()).toBe(sampleRun().files[0]?.source);
    expect(await page.locator('mark').allTextContents()).toEqual(['Zaparov', '[ad_1]', '3,5', ' ,']);
    expect(await page.locator('.figures').textContent()).toContain('hidden by the baseline2');
    expect(await page.locator('.families tr').count()).toBe(5);
    expect(await page.locator('.strip i').count()).toBe(2);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('opens a finding by keyboard, shows the change, copies it, and goes back', async () => {
    const page = await open(sampleRun());
    const mark = page.getByRole('button', {name: /Zaparov, warning/});
    await mark.focus();
    await page.keyboard.press('Enter');
    const head = page.locator('.findings button[aria-expanded=true]');
    expect(await head.textContent()).toContain('one person, two spellings');
    expect(await head.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await page.locator('.change .label').allTextContents()).toEqual([
      'Write “Zhaparov”',
      'Write “Zaparov” everywhere',
    ]);
    await page.getByRole('button', {name: 'Show the change'}).first().click();
    expect(await page.locator('.preview del').first().textContent()).toBe('Zaparov');
    expect(await page.locator('.preview ins').first().textContent()).toBe('Zhaparov');
    await page.getByRole('button', {name: 'Copy the new words'}).first().click();
    await page.locator('[role=status]', {hasText: 'The new words were copied'}).waitFor({state: 'attached'});
    await page.keyboard.press('Escape');
    expect(await page.locator('.findings button[aria-expanded=true]').count()).toBe(0);
    expect(await mark.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(problems).toEqual([]);
    await page.close();
  });

  describe('the strips of names', () => {
    const paragraph = 'The pier was mended in time, and nobody asked Marat %s about it again.\n\n';
    const source = ['Zhanibekov', 'Zhanibekov', 'Janibekov', 'Zhanibekov', 'Janibekov']
      .map((form) => paragraph.replace('%s', form).repeat(4))
      .join('')
      .replace('again.', 'again. “No,” said Zhanibekov.');
    const placesOf = (form: string): number[] =>
      [...source.matchAll(new RegExp(form, 'g'))].map((found) => found.index);
    const forms = ['Zhanibekov', 'Janibekov'].map((text) => ({text, places: placesOf(text)}));
    const run = runOf(
      fileOf('ferry.txt', source, [{at: 'Janibekov', data: {forms: ['Zhanibekov', 'Janibekov']}}], {
        names: [{name: 'Marat Zhanibekov', kind: 'person', evidence: ['“Marat” stands before both'], forms}],
      }),
    );
    const selected = (page: Page): Promise<unknown> =>
      page.evaluate(`[getSelection().toString(), (() => {
        const range = document.createRange();
        range.setStart(document.querySelector('.text'), 0);
        range.setEnd(getSelection().anchorNode, getSelection().anchorOffset);
        return range.toString().length;
      })()]`);
    const isSeen = (page: Page): Promise<unknown> =>
      page.evaluate(`(() => {
        const {top, bottom} = getSelection().getRangeAt(0).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      })()`);

    it('have a stroke at every place, and a click goes to the nearest', async () => {
      const page = await open(run);
      const strips = page.locator('.strip');
      const [often = forms[0], rarely = forms[1]] = forms;
      expect(await strips.nth(0).locator('i').count()).toBe(often?.places.length);
      expect(await strips.nth(1).locator('i').count()).toBe(rarely?.places.length);
      const {width = 0} = (await strips.nth(1).boundingBox()) ?? {};
      await strips.nth(1).click({position: {x: width * 0.99, y: 8}});
      const last = rarely?.places.at(-1);
      expect(await selected(page)).toEqual(['Janibekov', last]);
      await expect.poll(() => isSeen(page)).toBe(true);
      await strips.nth(1).click({position: {x: 1, y: 8}});
      expect(await selected(page)).toEqual(['Janibekov', rarely?.places[0]]);
      expect(problems).toEqual([]);
      await page.close();
    });

    it('can be walked by keyboard, tell where one is, and Escape leads back', async () => {
      const page = await open(run);
      const heading = page.getByRole('heading', {name: 'Marat Zhanibekov person'});
      expect(await heading.count()).toBe(1);
      const line = page.getByRole('button', {name: /^1 ×2: go to Zhanibekov/});
      await line.focus();
      await page.keyboard.press('Enter');
      expect(await selected(page)).toEqual(['Zhanibekov', forms[0]?.places[0]]);
      const told = page.locator('[role=status]');
      expect(await told.textContent()).toMatch(/^Line 1: .*nobody asked Marat Zhanibekov about it again/);
      await page.keyboard.press('Enter');
      expect(await selected(page)).toEqual(['Zhanibekov', forms[0]?.places[1]]);
      await page.keyboard.press('Escape');
      expect(await line.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
      await expect
        .poll(() => line.evaluate((element) => element.getBoundingClientRect().top >= 0))
        .toBe(true);
      await page.close();
    });

    it('list further lines when they are asked for, the focus on the first', async () => {
      const many = source.repeat(5);
      const places = [...many.matchAll(/Zhanibekov/g)].map((found) => found.index);
      const file = fileOf('long.txt', many, [], {
        names: [{name: 'Zhanibekov', kind: 'name', forms: [{text: 'Zhanibekov', places}]}],
      });
      const page = await open(runOf(file));
      const buttons = page.locator('.lines button');
      expect(await buttons.count()).toBe(13);
      await page.getByRole('button', {name: /^\d+ more$/}).press('Enter');
      expect(await buttons.count()).toBe(60);
      expect(
        await buttons.nth(12).evaluate((element) => element === element.ownerDocument.activeElement),
      ).toBe(true);
      await page.close();
    });

    it.each([
      [1400, 'light'],
      [390, 'dark'],
    ] as const)('fit a page %d wide', async (width, scheme) => {
      const page = await open(run, scheme);
      await page.setViewportSize({width, height: 844});
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      const boxes = await page
        .locator('.form')
        .evaluateAll((all) => all.map((one) => one.clientHeight || one.getBoundingClientRect().height));
      // On one line: no word is broken.
      for (const height of boxes) expect(height).toBeLessThan(40);
      await page.close();
    });
  });

  it('filters by severity and by rule, in text, list, chart and figures', async () => {
    const page = await open(sampleRun());
    if ((await page.locator('details.filters').getAttribute('open')) === null)
      await page.locator('details.filters summary').click();
    await page.getByLabel(/^warnings/).uncheck();
    expect(await page.locator('mark').allTextContents()).toEqual(['[ad_1]', '3,5']);
    await page.getByLabel(/^residue\/shortcode/).uncheck();
    expect(await page.locator('mark').allTextContents()).toEqual(['3,5']);
    expect(await page.locator('.findings > li').count()).toBe(1);
    expect(await page.locator('.families tr').count()).toBe(1);
    await page.getByRole('button', {name: 'No rules'}).click();
    expect(await page.locator('mark').count()).toBe(0);
    await page.getByRole('button', {name: 'All rules'}).click();
    expect(await page.locator('mark').count()).toBe(2);
    await page.close();
  });

  it('goes to other articles, and orders them', async () => {
    const page = await open(sampleRun());
    await page.getByRole('button', {name: /second\.txt/}).click();
    expect(await page.locator('mark').allTextContents()).toEqual(['cold legs']);
    await page.getByLabel('Order').selectOption('path');
    expect(await page.locator('nav .path').allTextContents()).toEqual(
      sampleRun().files.map((file) => file.path),
    );
    await page.getByLabel('Articles without findings too').uncheck();
    expect(await page.locator('nav li').count()).toBe(3);
    await page.getByRole('button', {name: /gone\.txt/}).click();
    expect(await page.locator('.failure').textContent()).toBe('The file cannot be read: no such file');
    await page.close();
  });

  it('follows the theme of the system, and its own button', async () => {
    const back = (page: Page): Promise<string> =>
      page.evaluate(`getComputedStyle(document.body).backgroundColor`);
    const light = await open(sampleRun());
    const dark = await open(sampleRun(), 'dark');
    expect(await back(light)).not.toBe(await back(dark));
    for (let i = 0; i < 2; i++) await light.locator('button.theme').click();
    expect(await back(light)).toBe(await back(dark));
    await dark.locator('button.theme').click();
    expect(await back(dark)).not.toBe(await back(light));
    await light.close();
    await dark.close();
  });

  it('draws what cannot be seen: spaces, hidden characters, places of no length', async () => {
    const source = 'one  two\u200bthree four';
    const page = await open(
      runOf(fileOf('a.txt', source, [{at: '  '}, {at: '\u200b'}, {at: [source.length, source.length]}])),
    );
    expect(await page.locator('mark').allTextContents()).toEqual(['␣␣', '<U+200B>', '‸']);
    await page.close();
  });

  it('runs nothing that an article, a path or a rule holds, and asks the network for nothing', async () => {
    const page = await open(hostileRun());
    await page.getByLabel('Order').selectOption('path');
    for (let i = 0; i < bait.length; i++) {
      await page.locator('nav li button').nth(i).click();
      await page.locator('mark').first().click();
      await page.getByRole('button', {name: 'Show the change'}).first().click();
      expect(await page.locator('.text').textContent()).toContain((bait[i] ?? '').slice(0, 6));
    }
    expect(await page.evaluate('typeof pwned')).toBe('undefined');
    expect(await page.locator('img, svg, iframe, object, a[href^=javascript]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    expect(problems).toEqual([]);
    await page.close();
  });
});
