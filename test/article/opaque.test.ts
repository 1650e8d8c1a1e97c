import {describe, expect, it} from 'vitest';
import type {Article} from '../../src/article/article.js';
import {readHtml} from '../../src/article/read-html.js';
import {readMarkdown} from '../../src/article/read-markdown.js';
import {readText} from '../../src/article/read-text.js';
import {conceal} from '../../src/text/conceal.js';

/** What rules see: one `□` for each stretch that is hidden. */
const seen = (article: Article): string => conceal(article, 'en').article.prose.replace(/\uFFFC+/g, '□');
const opaque = ({source, opaque: stretches}: Article): [string, string][] =>
  stretches.map(({kind, start, end}) => [kind, source.slice(start, end)]);

describe('what is no prose in Markdown', () => {
  it.each([
    ['code', 'Use `the the` now.', 'Use □ now.', 'code'],
    ['an image', 'She showed ![the map](map.png). It was old.', 'She showed □. It was old.', 'image'],
    ['an embed', 'See the chart ![[chart.png]] below.', 'See the chart □ below.', 'embed'],
    ['a link of a wiki', 'Ask [[Harbour|the harbour]] now.', 'Ask □ now.', 'embed'],
    ['a call of Hugo', 'See {{< ref "a , b" >}} now.', 'See □ now.', 'template'],
    ['a call of Jekyll', 'See {% include the the %} now.', 'See □ now.', 'template'],
    ['a variable', 'By {{ page.author , x }} now.', 'By □ now.', 'template'],
    ['a formula', 'Where $a , b$ holds.', 'Where □ holds.', 'math'],
    ['a formula set apart', 'Where $$a , b$$ holds.', 'Where □ holds.', 'math'],
    ['a formula of TeX', 'Where \\(x\\) and it holds.', 'Where □ and it holds.', 'math'],
    ['struck-out text', 'He told ~~the~~ the press.', 'He told □ the press.', 'struck'],
    ['an emoji', 'It is open :tada: today.', 'It is open □ today.', 'emoji'],
    ['a link without text', 'Go to [](#x) to see.', 'Go to □ to see.', 'link'],
    ['attributes', 'Some text. {: .note}', 'Some text. □', 'attributes'],
    ['a heading’s id', '## The plan {#plan}', 'The plan □', 'attributes'],
    ['the mark of a definition', 'Term\n: It is open.', 'Term □ It is open.', 'attributes'],
    ['the fence of a note', ':::note Title\nIt is open.\n:::', '□ It is open. □', 'attributes'],
    ['a citation', 'As shown [@smith2020, p. 3] before.', 'As shown □ before.', 'note'],
    ['code as HTML', 'Set <code>a  b</code> and <kbd>5 %</kbd> here.', 'Set □ and □ here.', 'code'],
    ['a variable as HTML', 'Set <var>a , b</var> here.', 'Set □ here.', 'code'],
    ['deleted text as HTML', 'He told <del>the</del> the press.', 'He told □ the press.', 'struck'],
    ['what is not translated', 'Our <span translate="no">the the</span> app.', 'Our □ app.', 'untranslated'],
  ])('is %s', (_, source, prose, kind) => {
    const article = readMarkdown(source);
    expect(seen(article)).toBe(prose);
    expect(opaque(article).map(([one]) => one)).toContain(kind);
  });

  it.each([
    ['prices', 'It costs $5 and $6, or US$7 and A$8.'],
    ['amounts with the sign behind', 'From 5$ to 10$, or 6$ each.'],
    ['a time', 'At 10:30: the mayor spoke.'],
    ['brackets that a converter escaped', 'He said \\[the mayor\\] and \\(the cook\\).'],
    ['a slot of a page', 'He told \\[ad\\_1\\] it.'],
    ['braces', 'He wrote {name} there.'],
    ['a highlight', 'The ==new port== is open.'],
  ])('is not: %s', (_, source) => {
    expect(seen(readMarkdown(source))).toBe(source.replace(/\\([[\]()_])/g, '$1').replaceAll('==', ''));
  });

  it('keeps blocks of templates, formulas and modules out', () => {
    const source = [
      'import Box from "./box"',
      'One.',
      '{{< figure\n  src="a.jpg"\n>}}',
      '$$\n# a\n\n- b\n$$',
      '{{< highlight go >}}\nthe the\n\n- x\n{{< /highlight >}}',
      'export const a = {\n  b: "the the",\n\n  c: 1,\n};',
      '<Card title={a > b}>\n\nTwo {props.x} here.\n\n</Card>',
      '{% raw %}\nthe the\n{% endraw %}',
    ].join('\n\n');
    expect(seen(readMarkdown(source))).toBe('One.\n\nTwo □ here.');
  });

  it('reads the text of a link whose target is a call', () => {
    expect(readMarkdown('See [the plan]({{< ref "plan.md" >}}) now.').prose).toBe('See the plan now.');
  });

  it('leaves code alone in which such things stand', () => {
    expect(seen(readMarkdown('Use `$a` and `$b` and `[[x]]`.\n\n```\n$$\n```\n\nHe left. $$\n'))).toBe(
      'Use □ and □ and □.\n\nHe left. $$',
    );
  });

  it('says where in the source each stands', () => {
    expect(opaque(readMarkdown('A `b` ![c](d) $e$ <kbd>f</kbd>.'))).toEqual([
      ['code', '`b`'],
      ['image', '![c](d)'],
      ['math', '$e$'],
      ['code', '<kbd>f</kbd>'],
    ]);
  });
});

describe('HTML in Markdown', () => {
  it.each([
    ['a block', '<p>He told it. [ad_1]</p>', 'He told it. [ad_1]'],
    ['text behind a comment', '- <!-- note --> He told it.', 'He told it.'],
    ['a table', '<table><tr><td>One</td><td>Two</td></tr></table>', 'One\n\nTwo'],
    ['a block in a quote', '> <div>\n> He told it.\n> </div>', 'He told it.'],
    [
      'Markdown in a block',
      '<details>\n<summary>More</summary>\n\nHe *told* it.\n\n</details>',
      'More\n\nHe told it.',
    ],
    ['a figure', '<figure><img src="a"><figcaption>A boat</figcaption></figure>', 'A boat'],
    ['no script', '<script>\nthe the\n</script>\n\nHe told it.', 'He told it.'],
    ['no element that is never closed', '<video src="a">\n\nHe told it.', 'He told it.'],
    ['no element that is closed later', '<video>\n\nNone.\n\n</video>\n\nHe told it.', 'He told it.'],
    ['a component', '<Select>\n\nHe told it.\n\n</Select>', 'He told it.'],
  ])('is read as HTML: %s', (_, source, prose) => {
    expect(readMarkdown(source).prose).toBe(prose);
  });

  it('is written as HTML', () => {
    const {map} = readMarkdown('<p>He told</p>\n\nHe told');
    expect([map.escape('a*<b', 1), map.escape('a*<b', 11)]).toEqual(['a*&lt;b', 'a\\*\\<b']);
  });
});

describe('what is no prose in HTML', () => {
  it.each([
    ['code', '<p>Set <code>a  b</code> here.', 'Set □ here.'],
    ['deleted text', '<p>He told <s>the</s> the press.', 'He told □ the press.'],
    ['an image amid text', '<p>She showed <img src=a>. It is old.', 'She showed □. It is old.'],
    ['a formula', '<p>Where <math><mi>x</mi></math> holds.', 'Where □ holds.'],
    ['what is not translated', '<p>Our <b class="x notranslate">the the</b> app.', 'Our □ app.'],
    ['a passage in its language', '<p>His <i lang="la">annus est</i> was long.', 'His □ was long.'],
    [
      'a block in its language',
      '<p>He wrote this long line.</p><blockquote lang=de><p>Der Hafen.</p></blockquote>',
      'He wrote this long line.\n\n□',
    ],
    ['a formula of TeX', '<p>Where \\(\\frac{a}{b}\\) holds.', 'Where □ holds.'],
    ['an emoji', '<p>It is open :tada: today.', 'It is open □ today.'],
  ])('is %s', (_, source, prose) => {
    expect(seen(readHtml(source))).toBe(prose);
  });

  it.each([
    ['a passage in the article’s own language', '<p>His <i lang="en-GB">long year</i> was over.'],
    ['what a page says of its language', '<html lang="ru"><body lang="ru"><p>His long year was over.'],
    ['a passage that is the whole article', '<div lang="ru"><p>His long year was over.</div>'],
  ])('is not: %s', (_, source) => {
    expect(seen(readHtml(source))).toBe('His long year was over.');
  });
});

describe('what is no prose in plain text', () => {
  it.each([
    [
      'JSON',
      'He left.\n\n{"@context":"https://a.example","@type":"X", "b": {"c": [1]}}\n\nShe came.',
      'debris',
    ],
    ['JSON that an engine has touched', '{“headline” : “the the”}', 'debris'],
    ['a file in an address', 'See data:image/png;base64,iVBORw0KGgoAAAANSUhEUg== here.', 'debris'],
    ['a call', 'See {{< youtube abc , d >}} here.', 'debris'],
    ['a tag', 'See <a href="x , y">here</a>.', 'debris'],
    ['its end tag', '</a> <a href="x">', 'debris'],
    ['code', 'Use `the the` now.', 'code'],
    ['a formula', 'Where $x_1 , y$ holds.', 'math'],
  ])('is %s', (_, source, kind) => {
    expect(opaque(readText(source)).map(([one]) => one)).toContain(kind);
  });

  it.each([
    ['backticks for apostrophes', 'The mayor`s office and the cook`s office.'],
    ['prices', 'From $5 to $6, or US$7, and C$/US$ rates.'],
    ['times and ratios', 'At 10:30:15, 2:1 : a draw.'],
    ['braces and brackets', 'He {sic} said [the] <b> of it.'],
  ])('is not: %s', (_, source) => {
    expect(opaque(readText(source))).toEqual([]);
  });
});
