import {describe, expect, it} from 'vitest';
import {readHtml} from '../../src/article/read-html.js';
import {blocksOf, replaced, sourceOf, spansOf} from './blocks.js';

describe('readHtml', () => {
  it('names the blocks', () => {
    const source =
      '<!doctype html><html><head><title>Paper: A title</title><style>p{}</style></head><body><h1>A <i>title</i></h1>' +
      '<p>Text.</p><h2>Below</h2>Loose text<div>In a div</div><ul><li>One<li><p>Two</p></ul>' +
      '<blockquote><p>Quoted.</p></blockquote><figure><img alt="A man" src=x><figcaption>Seen.</figcaption></figure>' +
      '<table><caption>Figures</caption><tr><th>A<td>1</table><footer>Share</footer><h1>Again</h1></body></html>';
    expect(blocksOf(readHtml(source))).toEqual([
      ['title', 'A title'],
      ['paragraph', 'Text.'],
      ['heading', 'Below'],
      ['paragraph', 'Loose text'],
      ['paragraph', 'In a div'],
      ['list-item', 'One'],
      ['list-item', 'Two'],
      ['quote', 'Quoted.'],
      ['alt', 'A man'],
      ['caption', 'Seen.'],
      ['caption', 'Figures'],
      ['cell', 'A'],
      ['cell', '1'],
      ['paragraph', 'Share'],
      ['heading', 'Again'],
    ]);
  });

  it.each([
    ['<title>T &amp; U</title><p>x</p>', 'T & U'],
    ['<head><title>T &amp; U</title></head><h1><img src=x></h1><p>x</p>', 'T & U'],
    ['<title>T</title><p>x</p><h1>H</h1>', 'H'],
  ])('takes the title of the head only without a heading: %j', (source, title) => {
    const titles = readHtml(source).blocks.filter((block) => block.kind === 'title');
    const {prose} = readHtml(source);
    expect(titles.map((block) => prose.slice(block.start, block.end))).toEqual([title]);
  });

  it('leaves out what is no prose', () => {
    const source =
      '<head><meta name=x><noscript>no</noscript></head>A<script>"<p>no</p>"</script><style>no</style>' +
      '<template>no<p>no</p></template><svg><title>no</title><text>no</text></svg><math><mi>no</mi></math>' +
      '<pre>no</pre><textarea>no</textarea><select><option>no</select>B';
    expect(blocksOf(readHtml(source)).map(([, text]) => text)).toEqual(['A', 'B']);
  });

  it('ends a drawing that was left open at the next block', () => {
    expect(readHtml('<p>A<svg><path><p>B</p>').prose).toBe('A\n\nB');
  });

  it('collapses white space and keeps the no-break space', () => {
    const article = readHtml('<p>\r\n  One \t two\r\n<b> three</b>&nbsp;four&#10;&#32;five </p>');
    expect(article.prose).toBe('One two three\u00A0four five');
    expect(sourceOf(article, 'One two')).toBe('One \t two');
    expect(sourceOf(article, 'four five')).toBe('four&#10;&#32;five');
    expect(readHtml('<p>a \u00A0b&nbsp; c</p>').prose).toBe('a \u00A0b\u00A0 c');
    expect(article.blocks).toEqual([{kind: 'paragraph', start: 0, end: article.prose.length}]);
  });

  it('decodes references as a browser does and finds them again', () => {
    const article = readHtml(
      '<p>caf&eacute;s &notit; AT&T &amp;amp; &#x1D49C; &copy 5 &bogus; &semi; &#0;&#128;</p>',
    );
    expect(article.prose).toBe('cafés ¬it; AT&T &amp; 𝒜 © 5 &bogus; ; \uFFFD€');
    expect(sourceOf(article, 'cafés')).toBe('caf&eacute;s');
    expect(sourceOf(article, '¬it')).toBe('&notit');
    expect(sourceOf(article, '&amp;')).toBe('&amp;amp;');
    expect(sourceOf(article, 'T&T')).toBe('T&T');
    expect(sourceOf(article, '©')).toBe('&copy');
    expect(sourceOf(article, '€')).toBe('&#128;');
  });

  it('reads one line break as a space and two as a new paragraph', () => {
    expect(readHtml('<p>a<br>b<br/> <br>c<br></p>').prose).toBe('a b\n\nc');
  });

  it('makes spans', () => {
    expect(
      spansOf(readHtml('<p>a <b>b <em>c</em></b> <a href=x>d <i>e</i></a> <q>f</q> <code>g</code></p>')),
    ).toEqual([
      ['emphasis', 'b c'],
      ['link', 'd e'],
      ['emphasis', 'e'],
      ['quotation', 'f'],
      ['code', 'g'],
    ]);
    expect(spansOf(readHtml('<blockquote>a<p>b</blockquote>c'))).toEqual([
      ['quotation', 'a'],
      ['quotation', 'b'],
    ]);
  });

  it('keeps comments with their places', () => {
    const source = '\uFEFF<!-- calque-disable names/x --><p>a<!--b-->c</p>';
    const article = readHtml(source);
    expect(article.comments.map((comment) => comment.text)).toEqual(['calque-disable names/x', 'b']);
    expect(source.slice(article.comments[0]!.start, article.comments[0]!.end)).toBe(
      '<!-- calque-disable names/x -->',
    );
    expect(article.prose).toBe('ac');
    expect(replaced(article, 'ac', 'x')).toBeUndefined();
  });

  it('stays in the order of the source when a page is malformed', () => {
    const source = 'a<table>b<tr><td>c</td>d</tr></table><p>e<div>f</p>g</b></td><i>h<p>i</i>j';
    const article = readHtml(source);
    expect(article.prose.replaceAll('\n\n', '')).toBe('abcdefghij');
    for (const letter of 'abcdefghij') expect(sourceOf(article, letter)).toBe(letter);
  });

  it('escapes what HTML would read as markup, and nothing else', () => {
    const article = readHtml('<p>Aben &lt;Tor&gt;</p>');
    expect(replaced(article, 'Aben', 'A & B <c> "d" é')).toBe('<p>A &amp; B &lt;c&gt; "d" é &lt;Tor&gt;</p>');
    expect(replaced(article, '<Tor>', 'T')).toBe('<p>Aben T</p>');
  });

  it('finds an attribute’s text but never rewrites it', () => {
    const article = readHtml(`<p><img src=x alt = 'Aben &amp;\r\nTor &copy=1'> b</p>`);
    expect(blocksOf(article)).toEqual([
      ['alt', 'Aben & Tor &copy=1'],
      ['paragraph', 'b'],
    ]);
    expect(sourceOf(article, '& Tor')).toBe('&amp;\r\nTor');
    expect(replaced(article, 'Aben', 'X')).toBeUndefined();
  });

  it('leaves an image amid a sentence out', () => {
    expect(blocksOf(readHtml('<p>a <img alt="flag"> b</p><p>c <img alt="man"></p>'))).toEqual([
      ['paragraph', 'a \uFFFC b'],
      ['paragraph', 'c'],
      ['alt', 'man'],
    ]);
  });

  it.each(['<div>', '<b>', '<ul><li>', '<svg>', '<table>', '<q>', '<blockquote>', '<h1>', '<a>'])(
    'reads 100,000 nested %s',
    (tag) => {
      const article = readHtml(`${tag.repeat(100_000)}<p>Deep.`);
      expect(article.prose).toBe('Deep.');
      expect(sourceOf(article, 'Deep.')).toBe('Deep.');
    },
  );
});
