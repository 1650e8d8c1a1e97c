import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {renderArchiveHtml} from '../../src/archive/names-page.js';
import type {NameRecord} from '../../src/archive/records.js';
import {chromiumFlags, findChromium} from '../report/chromium.js';
import {calque, folder} from '../support/cli.js';

const none = {kinds: {}, given: {}, cues: {}, languages: {}, source_forms: {}};

function nameOf(spellings: Readonly<Record<string, number>>, more: Partial<NameRecord> = {}): NameRecord {
  const forms = Object.entries(spellings).map(([form, articles]) => ({
    form,
    articles,
    mentions: articles,
    ...none,
    first: '2021-03-04',
    last: '2024-05-06',
    sample: [`id of ${form}`],
  }));
  return {
    v: 1,
    id: forms.map(({form}) => form).sort()[0] ?? '',
    kind: 'person',
    forms,
    sure: 0.9,
    evidence: ['one letter differs'],
    keep: forms.map(({form}) => ({form, reasons: [`stands in ${spellings[form]} articles`]})),
    ...more,
  };
}

const bait = [
  '</script><script>pwned = 1</script>',
  '<img src=x onerror="pwned = 1">',
  '<!--',
  'javascript:pwned=1',
];
const hostile = bait.map((text, i) =>
  nameOf({[text]: 2, [`${i}${text}`]: 1}, {evidence: [text], kind: text as 'person'}),
);
const page = (names: readonly NameRecord[], link?: string): string =>
  [...renderArchiveHtml(names, {version: '1.2.3', ...(link === undefined ? {} : {link})})].join('');

describe('the page of an archive as text', () => {
  it('holds names only as data that no parser of markup reads', () => {
    const text = page(hostile);
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text.match(/<\/script/g)).toHaveLength(2);
    expect(text).not.toMatch(/<img|<!--/);
    const data = JSON.parse(/id="data">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(data.names.map((name: {f: [string][]}) => name.f[0]?.[0])).toEqual(bait);
  });
});

describe('calque archive report', () => {
  it('writes a page over no article, and takes no address that runs', async () => {
    const dir = folder({
      'names.jsonl': `${JSON.stringify(nameOf({Zhaparov: 4, Zaparov: 1}))}\n`,
      'news.html': '<p>News.</p>',
    });
    const done = await calque(['archive', 'report', 'names.jsonl', '--to', 'names.html'], {cwd: dir});
    expect(done).toMatchObject({code: 0, stdout: '', stderr: ''});
    expect(fs.readFileSync(path.join(dir, 'names.html'), 'utf8')).toContain('Zaparov');
    for (const [args, reason] of [
      [['--to', 'news.html'], 'no report'],
      [['--to', 'names.jsonl'], 'this run reads it'],
      [['--link', 'articles'], '{id}'],
      [['--link', 'javascript:alert({id})'], 'http'],
    ] as const) {
      const refused = await calque(['archive', 'report', 'names.jsonl', ...args], {cwd: dir});
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(reason);
    }
    expect(fs.readFileSync(path.join(dir, 'news.html'), 'utf8')).toBe('<p>News.</p>');
  });
});

const executablePath = findChromium();

describe.skipIf(!executablePath)('the page of an archive in Chromium, from a file', () => {
  let browser: Browser;
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({executablePath: executablePath ?? '', args: chromiumFlags});
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function open(names: readonly NameRecord[], link?: string, width = 1400): Promise<Page> {
    const file = path.join(folder({'page.html': page(names, link)}), 'page.html');
    const tab = await browser.newPage({viewport: {width, height: 900}});
    problems.length = 0;
    tab.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
    tab.on('pageerror', (error) => void problems.push(error.message));
    tab.on(
      'request',
      (request) => void (/^(?:file|data):/.test(request.url()) || problems.push(request.url())),
    );
    await tab.goto(pathToFileURL(file).href);
    return tab;
  }
  const titles = (tab: Page): Promise<string[]> => tab.locator('.row b').allTextContents();

  it('makes only the rows in view of a hundred thousand names, searches them and filters them', async () => {
    const names = Array.from({length: 100_000}, (_, i) =>
      nameOf({[`Žaparov${i}`]: 100_001 - i, [`Zaparov${i}`]: 1}, {kind: i % 2 === 0 ? 'person' : 'place'}),
    );
    const tab = await open(names);
    expect(await tab.locator('[role=status]').first().textContent()).toBe('100,000 of 100,000 names');
    expect((await titles(tab))[0]).toBe('Žaparov0');
    expect((await titles(tab)).length).toBeLessThan(60);
    await tab.fill('#search', 'zaparov9999');
    expect(await titles(tab)).toEqual(
      [9999, 99_990, 99_991, 99_992, 99_993, 99_994, 99_995, 99_996, 99_997, 99_998, 99_999].map(
        (n) => `Žaparov${n}`,
      ),
    );
    await tab.selectOption('#kind', 'place');
    expect((await titles(tab))[1]).toBe('Žaparov99991');
    await tab.fill('#search', '');
    await tab.selectOption('#kind', '');
    await tab.locator('.scroller').evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await tab.locator('.row b', {hasText: 'Žaparov99999'}).waitFor();
    expect(problems).toEqual([]);
    await tab.close();
  });

  it('shows a name by click and by keys, with its articles as links where an address is given', async () => {
    const tab = await open(
      [nameOf({Zhaparov: 9, Zaparov: 2}), nameOf({Lviv: 5, Lvov: 1}, {kind: 'place'})],
      'articles/{id}.html',
    );
    await tab.locator('#names').focus();
    await tab.keyboard.press('ArrowDown');
    expect(await tab.locator('#title').textContent()).toBe('Zhaparov');
    expect(await tab.locator('tbody tr').count()).toBe(2);
    expect(await tab.locator('tbody a').first().getAttribute('href')).toBe(
      'articles/id%20of%20Zhaparov.html',
    );
    await tab.keyboard.press('ArrowDown');
    expect(await tab.locator('#title').textContent()).toBe('Lviv');
    expect(await tab.locator('[aria-selected=true] b').textContent()).toBe('Lviv');
    expect(problems).toEqual([]);
    await tab.close();
  });

  it('shows list and name one after the other on a phone', async () => {
    const tab = await open([nameOf({Zhaparov: 9, Zaparov: 2})], undefined, 390);
    await tab.locator('.row').click();
    expect(await tab.locator('.side').isVisible()).toBe(false);
    await tab.getByRole('button', {name: 'Back to the list'}).click();
    expect(await tab.locator('.row').isVisible()).toBe(true);
    await tab.close();
  });

  it('runs nothing that a name says', async () => {
    const tab = await open(hostile);
    for (const row of await tab.locator('.row').all()) await row.click();
    expect(await tab.evaluate('typeof pwned')).toBe('undefined');
    expect(await tab.locator('img').count()).toBe(0);
    expect(problems).toEqual([]);
    await tab.close();
  });

  it('has no violation that axe finds', async () => {
    const tab = await open([nameOf({Zhaparov: 9, Zaparov: 2})]);
    await tab.locator('.row').click();
    await tab.evaluate(
      fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
    const found = await tab.evaluate(
      'axe.run().then(({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))',
    );
    expect(found).toEqual([]);
    await tab.close();
  });
});
