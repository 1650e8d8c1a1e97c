import {describe, expect, it} from 'vitest';
import {readMarkdown} from '../../src/article/read-markdown.js';
import {blocksOf, replaced, sourceOf, spansOf} from './blocks.js';

describe('readMarkdown', () => {
  it('takes a link that holds white space alone as one thing, with its white space', () => {
    const {map, prose} = readMarkdown('The mayor[\r\n](x)came.');
    const places = [...prose].map((_, i) => map.toSource(i, i + 1));
    expect(prose).toBe('The mayor\ufffccame.');
    expect(places.every(({start}, i) => i === 0 || start >= places[i - 1]!.end)).toBe(true);
  });

  it('names the blocks', () => {
    const source = [
      '# First *title*',
      'Text here.',
      '# Second title\n## Below ##',
      'Under\n=====',
      '> Quoted\n> words.',
      '- One\n  more\n- [x] Two',
      '| A | B |\n|---|---|\n| c |  |',
      '![A man](m.jpg)',
    ].join('\n\n');
    expect(blocksOf(readMarkdown(source))).toEqual([
      ['title', 'First title'],
      ['paragraph', 'Text here.'],
      ['heading', 'Second title'],
      ['heading', 'Below'],
      ['heading', 'Under'],
      ['quote', 'Quoted words.'],
      ['list-item', 'One more'],
      ['list-item', 'Two'],
      ['cell', 'A'],
      ['cell', 'B'],
      ['cell', 'c'],
      ['alt', 'A man'],
    ]);
  });

  it('leaves out code blocks, scripts, front matter, definitions and targets', () => {
    const source =
      '---\ntitle: Nope\n---\n\nA [link](http://nope.example "nope") and [more][nope].\n\n```js nope\nnope\n```\n\n' +
      '    nope\n\n<script>nope</script>\n\n[nope]: http://nope.example "nope"\n';
    expect(readMarkdown(source).prose).toBe('A link and more.');
  });

  it('takes a rule at the top for no front matter, and sees the lists below it', () => {
    expect(blocksOf(readMarkdown('---\n\nText here.\n\n2. Two\n\n-\n\n- Three\n'))).toEqual([
      ['paragraph', 'Text here.'],
      ['list-item', 'Two'],
      ['list-item', 'Three'],
    ]);
    const marked = readMarkdown('+++\ntitle = "x"\n+++\n\uFEFFText.\n');
    expect([marked.prose, sourceOf(marked, 'Text.')]).toEqual(['Text.', 'Text.']);
  });

  it('keeps code spans and addresses in the prose, as code', () => {
    const article = readMarkdown('Run `calque a` or see <https://a.example/x> or www.b.example now.');
    expect(article.prose).toBe('Run calque a or see https://a.example/x or www.b.example now.');
    expect(spansOf(article)).toEqual([
      ['code', 'calque a'],
      ['code', 'https://a.example/x'],
    ]);
  });

  it('makes spans of emphasis, links and quotes', () => {
    expect(spansOf(readMarkdown('> A *b **c*** and [d *e*](f).'))).toEqual([
      ['quotation', 'A b c and d e.'],
      ['emphasis', 'b c'],
      ['link', 'd e'],
      ['emphasis', 'e'],
    ]);
  });

  it('decodes escapes and references and finds them again', () => {
    const article = readMarkdown('Fish \\& chips &amp; &#x1D49C; \\*raw\\* caf&eacute;s');
    expect(article.prose).toBe('Fish & chips & 𝒜 *raw* cafés');
    expect(sourceOf(article, '& chips')).toBe('\\& chips');
    expect(sourceOf(article, '𝒜')).toBe('&#x1D49C;');
    expect(sourceOf(article, '*raw*')).toBe('\\*raw\\*');
    expect(sourceOf(article, 'cafés')).toBe('caf&eacute;s');
  });

  it('takes the prefixes of lines for white space', () => {
    const article = readMarkdown('> one\r\n> two  \r\n> > three\\\r\n> four\r\n');
    expect(article.prose).toBe('one two\n\nthree four');
    expect(sourceOf(article, 'one two')).toBe('one\r\n> two');
    expect(replaced(article, 'one two', '1 *2*')).toBe('> 1 \\*2\\*  \r\n> > three\\\r\n> four\r\n');
  });

  it('counts a byte order mark, tabs and astral characters', () => {
    const article = readMarkdown('\uFEFF# 𝒜 𠮷\n\n-\tcafe\u0301 *x*\n');
    expect(sourceOf(article, '𠮷')).toBe('𠮷');
    expect(sourceOf(article, 'café x')).toBe('cafe\u0301 *x');
    expect(blocksOf(article)).toEqual([
      ['title', '𝒜 𠮷'],
      ['list-item', 'café x'],
    ]);
  });

  it('finds comments in blocks and in lines', () => {
    const source =
      '<!-- calque-disable -->\n\nA <!-- b --> c.\n\n> <!--\n> calque-enable\n> -->\n\n<!-- open';
    const article = readMarkdown(source);
    expect(article.comments.map((comment) => comment.text)).toEqual([
      'calque-disable',
      'b',
      'calque-enable',
      'open',
    ]);
    expect(source.slice(article.comments[1]!.start, article.comments[1]!.end)).toBe('<!-- b -->');
    expect(article.prose).toBe('A c.');
  });

  it('offers no edit across markup, across blocks or in half an entity', () => {
    const article = readMarkdown('Mr **Aben Tor** left.\n\nHe &ngE; b.');
    expect(replaced(article, 'Aben Tor', 'Abén')).toBe('Mr **Abén** left.\n\nHe &ngE; b.');
    expect(replaced(article, 'Mr Aben', 'X')).toBeUndefined();
    expect(replaced(article, 'left.\n\nHe', 'X')).toBeUndefined();
    expect(replaced(article, 'He ≧', 'X')).toBeUndefined();
  });

  it('rewrites no text that is also the name of a link’s target', () => {
    const source = 'See [Aben] and [Tor][aben] and [Zed](z).\n\n![Pic]\n\n[aben]: x\n[pic]: y';
    const article = readMarkdown(source);
    expect(replaced(article, 'Aben', 'X')).toBeUndefined();
    expect(replaced(article, 'Pic', 'X')).toBeUndefined();
    expect(replaced(article, 'Tor', 'X')).toContain('[X][aben]');
    expect(replaced(article, 'Zed', 'X')).toContain('[X](z)');
  });

  it('reads a link or an image whose text is in brackets of its own', () => {
    expect(blocksOf(readMarkdown('He saw ![[3]](f) it.'))).toEqual([['paragraph', 'He saw \uFFFC it.']]);
    expect(blocksOf(readMarkdown('![[A map]](f)'))).toEqual([['alt', '[A map]']]);
    for (const source of ['![[a]][b] c', '[[a]][b] c', 'x ![[a]][b]', 'x [[a]][b]']) {
      const {prose, map} = readMarkdown(`${source}\n\n[b]: d`);
      let last = 0;
      for (let i = 0; i < prose.length; i++) {
        const {start, end} = map.toSource(i, i + 1);
        expect(start).toBeGreaterThanOrEqual(last);
        last = end;
      }
    }
  });

  it('leaves out an image amid a sentence, and reads one beside it as its alternative text', () => {
    expect(blocksOf(readMarkdown('A ![flag](f) B.'))).toEqual([['paragraph', 'A \uFFFC B.']]);
    expect(blocksOf(readMarkdown('![First](f) B. ![Last *one*](g)'))).toEqual([
      ['alt', 'First'],
      ['paragraph', 'B.'],
      ['alt', 'Last one'],
    ]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['pairs of brackets', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['quotes', '> '.repeat(100_000)],
    ['lists', '- '.repeat(100_000)],
    ['numbered lists', '1. '.repeat(100_000)],
    ['emphasis', '*a_ '.repeat(100_000)],
    ['runs of backticks', '`` ` '.repeat(100_000)],
    ['strikethrough', '~a '.repeat(100_000)],
    ['cells in a row', `${'|a'.repeat(100_000)}|\n${'|-'.repeat(100_000)}|`],
    [
      'cells in many rows',
      Array.from({length: 1000}, (_, i) => (i === 1 ? '|-' : '|a').repeat(100)).join('\n'),
    ],
    ['lines that go on with a quote', `> a\n${'abc\n'.repeat(20_000)}`],
    ['lines that go on with a note', `[^1]: a\n${'abc\n'.repeat(20_000)}`],
  ])('leaves 100,000 %s unread, and reads what stands around them', (_, heavy) => {
    const source = `Before.\n\n${heavy}\n\nAfter.\n`;
    const article = readMarkdown(source);
    expect(article.prose).toBe('Before.\n\nAfter.');
    expect(article.opaque).toEqual([{kind: 'unread', start: 9, end: 9 + heavy.trimEnd().length}]);
  });

  it.each([
    [
      'a table with code in each row',
      `| A | B |\n|---|---|\n${'| `a b` | `c` |\n'.repeat(400)}\nHe left.\n`,
      (prose: string) => expect(prose).toMatch(/^A\n\nB\n\na b\n\nc\n\n.*He left\.$/s),
    ],
    [
      '502 underlined headings',
      'Under\n-----\n\nHe left.\n\n'.repeat(502),
      (prose: string) => expect(prose).toBe(Array(502).fill('Under\n\nHe left.').join('\n\n')),
    ],
    [
      'a large block of code',
      `He came.\n\n\`\`\`c\n${`${'*'.repeat(78)}\n`.repeat(60)}\`\`\`\n\nHe left.\n`,
      (prose: string) => expect(prose).toBe('He came.\n\nHe left.'),
    ],
    [
      'a long list without blank lines',
      '- See [the plan](a.md) and [the map](b.md).\n'.repeat(3000),
      (prose: string) => expect(prose.split('\n\n')).toHaveLength(3000),
    ],
  ])('reads %s', (_, source, check) => {
    const article = readMarkdown(source);
    expect(article.opaque.filter(({kind}) => kind === 'unread')).toEqual([]);
    check(article.prose);
  });
});
