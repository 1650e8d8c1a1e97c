import {beforeAll, describe, expect, test} from 'vitest';
import {loadReader, readArticle} from '../../src/article/read.js';
import {createLinter as createCoreLinter} from '../../src/core.js';
import {ownLanguage} from '../../src/engine/own-language.js';
import {createLinter} from '../../src/index.js';
import {calque, folder} from '../support/cli.js';

const german =
  'Der Bürgermeister von Karst sagte am Montag, dass die Brücke bis zum Herbst fertig sein wird. „Wir haben genug Geld“, sagte er.';
const english =
  'The mayor of Karst said on Monday that the bridge will be ready by autumn. “We have enough money,” he said.';

beforeAll(async () => {
  await loadReader('markdown');
  await loadReader('html');
});

describe('the language that an article says it is in', () => {
  test.each([
    ['html', `<html lang="de"><p>${german}`, 'de'],
    ['html', `<html lang="de_AT"><p>${german}`, 'de-AT'],
    ['html', `<html xml:lang="sr-Latn-RS"><p>Most će biti gotov do jeseni.`, 'sr-Latn-RS'],
    ['html', `<html lang="en"><body lang="de"><p>${german}`, 'de'],
    ['html', `<html lang="en"><nav>News</nav><article lang="de"><p>${german}</article>`, 'de'],
    ['html', `<html lang="de"><p>Er sagte: <q lang="en">The bridge of the town</q>, und ${german}`, 'de'],
    ['markdown', `---\ntitle: Brücke\nlang: de\n---\n\n${german}`, 'de'],
    ['markdown', `+++\nlanguage = "fr-CA"\n+++\n\nLe pont sera prêt.`, 'fr-CA'],
    ['text', `---\ntitle: Brücke\nlocale: 'de_DE' # no other\n---\n${german}`, 'de-DE'],
  ] as const)('%s: %s', (format, source, tag) => {
    expect(ownLanguage(readArticle(source, format), {language: 'en'})).toBe(tag);
  });

  test.each([
    // A translated page keeps the mark of its original.
    ['html', `<html lang="de"><p>${english}`],
    ['markdown', `---\nlang: lt\n---\n\n${english}`],
    // No language, or none that there is.
    ['html', `<html lang=""><p>${german}`],
    ['html', `<html lang="und"><p>${german}`],
    ['html', `<html lang="qqq"><p>${german}`],
    ['html', `<html lang="Deutsch"><p>${german}`],
    ['html', `<html lang="constructor"><p>${german}`],
    // The language of the settings, in another region.
    ['html', `<html lang="en-GB"><p>${german}`],
    // A key of something else.
    ['markdown', `---\nmenu:\n  lang: de\n---\n\n${german}`],
    ['text', `lang: de\n\n${german}`],
  ] as const)('is none in %s: %s', (format, source) => {
    expect(ownLanguage(readArticle(source, format), {language: 'en'})).toBeUndefined();
  });

  test('is not the one that the articles were translated from', () => {
    const page = readArticle('<html lang="lt"><p>Bridge closed, two hurt.', 'html');
    expect(ownLanguage(page, {language: 'en'})).toBe('lt');
    expect(ownLanguage(page, {language: 'en', sourceLanguage: 'lt-LT'})).toBeUndefined();
  });
});

describe('every way of running reads it', () => {
  const page = `<html lang="de"><body><p>${german}</p></body></html>`;
  const front = `---\nlang: de\n---\n\n${german}\n`;
  const rulesOf = (findings: readonly {rule: string}[]) => findings.map(({rule}) => rule);

  test('the library and the core', async () => {
    for (const make of [
      (language?: string) => createLinter({format: 'html', config: false, ...(language ? {language} : {})}),
      (language?: string) => createCoreLinter({format: 'html', ...(language ? {language} : {})}),
    ]) {
      const assumed = (await make()).lint(page);
      expect(assumed).toMatchObject({findings: [], language: 'de'});
      // What a person says counts more.
      expect((await make('en')).lint(page).findings).not.toEqual([]);
      expect((await make()).fix(page).text).toBe(page);
      expect((await make()).lint(page.replace('lang="de"', '')).language).toBeUndefined();
    }
  });

  test('files, with threads and with the cache, and standard input', async () => {
    const files = Object.fromEntries(Array.from({length: 70}, (_, i) => [`${i}.md`, front]));
    const cwd = folder({
      ...files,
      'page.html': page,
      'said/page.html': page,
      'said/.calquerc.yaml': 'language: en\n',
    });
    const args = ['--format', 'compact', '.'];
    const one = await calque(['-j', '1', ...args], {cwd});
    expect(one.stdout).toMatch(/untranslated-block/);
    expect(one.stdout).not.toMatch(/^(?!said|1 finding|$)/m);
    expect(one.stderr).toContain('judge German');
    for (const more of [['-j', '2'], ['--cache'], ['--cache']]) {
      const other = await calque([...more, ...args], {cwd});
      expect(other.stdout).toBe(one.stdout);
      expect(other.stderr).toBe(one.stderr);
    }
    const piped = await calque(['--stdin-filename', 'x.md', '-'], {cwd, input: front});
    expect(piped.stdout).toContain('No findings');
    expect(piped.stderr).toContain('judge German');
  });

  test('the stream', async () => {
    const record = {id: 1, format: 'html', text: page};
    const input = [record, {...record, language: 'en'}].map((r) => `${JSON.stringify(r)}\n`).join('');
    const {stdout} = await calque(['stream', '--no-config'], {input});
    const [assumed, said] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(assumed.findings).toEqual([]);
    expect(rulesOf(said.findings)).toContain('foreign/untranslated-block');
  });
});
