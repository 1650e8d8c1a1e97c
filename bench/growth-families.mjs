// Families of input for growth.mjs: `#` is a word that differs each time, `%` a number.

const text = {
  'names: title case': '# ',
  'names: title case, in sentences': 'The mayor # met the minister # in # on Monday. ',
  'names: capitals': (n) => repeat(n, (i) => `${name(i).toUpperCase()} `),
  'names: by-lines': (n) => repeat(n, (i) => `${name(i)} ${name(i + 7)}\n`),
  'names: by-lines, paragraphs': (n) => repeat(n, (i) => `${name(i)} ${name(i + 7)}, Reuters\n\n`),
  'names: one given name': 'Ivan # met Ivan #. ',
  'names: one surname': '# Petrov left. ',
  'names: nearly alike': (n) => repeat(n, (i) => `Zhap${letters(i)}ov spoke. `),
  'names: inflected': (n) => repeat(n, (i) => `${name(i)}as met ${name(i)}o and ${name(i)}ui. `),
  'names: commissions': 'The # Roads Commission and the # Road Committee met. ',
  'names: acronyms': (n) => repeat(n, (i) => `The ${name(i)} Party (${letters(i).toUpperCase()}P) won. `),
  'names: one, many times': 'Zhaparov said Zaparov left. ',
  'names: gender': 'Mrs # opened the school.\nHe came back later.\n',
  'names: with brackets': '# (#) went to # (#). ',
  'names: in quotes': 'The “#” and the "#" won. ',
  'names: possessive': '#’s brother met #’s sister. ',
  'names: particles': 'Abu al-# ibn # met van der #. ',
  'quotes: straight': '"',
  'quotes: straight, spaced': '" ',
  'quotes: curly, opened': '“a ',
  'quotes: curly, closed': 'a” ',
  'quotes: turned': '”a b“ ',
  'quotes: guillemets': '«a b» ',
  'quotes: nested': '“a ‘b „c ',
  'quotes: apostrophes': "it's the boys' '90s ",
  'quotes: speech': '“I went home, “ said #. ',
  'quotes: paragraphs': '“He went home.\n\n',
  'brackets: round': '(',
  'brackets: all': '([{<',
  'brackets: words': '(a [b {c ',
  'brackets: closed': 'a) b] c} ',
  'brackets: slots': '[ad_1] [ad_2] ',
  'brackets: inserts': '[kad vyriausybė atsistatydins] ',
  'dates: the 5 of May': 'the % of May, ',
  'dates: two frames': 'On % March 2021 and %.04.2022, ',
  'dates: on 9th': 'He came on %th to ask. ',
  'dates: year marks': 'in 2020 m. and in 2021 year, ',
  'dates: figures': '%/11/2020 and 2020-11-% and %.11.2020 ',
  'dates: comma': 'May, % and on May %th of this year ',
  'dates: bare days': 'on the %th he came ',
  'numbers: amounts': '% 000 000 euros and 1.234,56 and %,5 mln ',
  'numbers: units': '% km/h, % ° С, %% of € % and %€ ',
  'numbers: times': 'at %.30 and 1%h45 and at 1%:30 p.m. ',
  'words: one': 'a ',
  'words: repeated': 'the the ',
  'words: repeated phrase': 'in the end of the day in the end of the day ',
  'words: no spaces': 'a',
  'words: long': 'antidisestablishmentarianism',
  'words: strange': (n) => repeat(n, (i) => `${name(i).toLowerCase()} `),
  'words: foreign': 'vyriausybės sprendimas nechtěli hlasovat ',
  'words: Cyrillic': 'правительство решение області ',
  'words: mixed alphabets': 'Mоscow pаper ',
  'words: emoji': '👩‍👩‍👧🇱🇹 ',
  'words: combining': 'e\u0301\u0301\u0301',
  'marks: commas': ',',
  'marks: dots': '.',
  'marks: all': '.,;:!?-–—…',
  'marks: spaced': 'a , b . c ; d : ',
  'marks: doubled': 'a,, b.. c!! d?? ',
  'marks: dashes': '– He came – he said – and left. ',
  spaces: ' ',
  'line ends': '\n',
  'line ends: returns': '\r\n \r',
  invisible: 'a\u200bb\u00adc\u2060d ',
  entities: '&amp;nbsp; &lt;p&gt; &#39; ',
  mojibake: 'Ã© â€™ Ñ‚ ',
  escapes: '\\u00e9 \\n \\x41 %E2%80%99 ',
  'markup debris': '<p class="a">a</p><br/> {{a}} <img src="',
  addresses: 'see www.example.org/a?b=c or a@example.org or @handle #topic ',
  'duplicates: block': 'The mayor opened the new bridge on Monday with a speech.\n\n',
  'duplicates: lines': 'The mayor opened the new bridge on Monday.\n',
  'duplicates: near': (n) =>
    repeat(n, (i) => `The mayor opened the new bridge number ${i} on Monday with a speech.\n\n`),
  'duplicates: headlines': (n) =>
    repeat(n, (i) => `Mayor opens bridge ${name(i)}\n\nMayor opens bridge ${name(i)} again\n\n`),
  'residue: furniture': 'Read also: the bridge\n\nShare this article\n\nLeave a comment\n\nAdvertisement\n\n',
  'residue: credits': 'Photo: Getty Images / #\n\n',
  'residue: loops': 'and and and so so so on on on ',
  'sentences: short': 'He is. It was. ',
  'sentences: no capital': 'He came. then he left. ',
  'sentences: splices': 'He came, she left, they stayed, ',
  'directives: lines': 'calque-disable-next-line names/house-style\n',
};

const markdown = {
  'md directives: next line': '<!-- calque-disable-next-line names/house-style -->\nHe flew to Kiev.\n\n',
  'md directives: on and off': '<!-- calque-disable -->\na b\n\n<!-- calque-enable -->\n\n',
  'md quote: lazy lines': (n) => `> a\n${repeat(n, () => 'abc\n')}`,
  'md quote: brackets': '>\n\\[\n',
  'md quote: deep': '> ',
  'md quote: steps': '>> a\n|-|-|\n',
  'md lists': '* a\n',
  'md lists: deep': (n) => repeat(Math.min(n, 60000), (i) => `${' '.repeat((i % 40) * 2)}- a\n`),
  'md lists: with quotes': '* a\n**a\n>\n',
  'md lists: numbers': '1. a\n2) b\n',
  'md emphasis': '*a _b **c ',
  'md emphasis: closed': '*a* **b** _c_ ~~d~~ ',
  'md emphasis: runs': '***a** b* ',
  'md code': '`a `` b ``` ',
  'md code: fences': '```\na\n```\n',
  'md code: open fences': '```a\n~~~b\n',
  'md links': '[a](b) ![c](d "e") ',
  'md links: open': '[a](b ',
  'md links: nested': '[[[a](b)',
  'md links: references': '[a][b] [c]\n\n[b]: d\n',
  'md links: definitions': (n) => repeat(n, (i) => `[a${i}]: b\n`),
  'md links: images, hash': '![a]\n](  # a\n',
  'md footnotes': (n) => repeat(n, (i) => `a[^${i}]\n\n[^${i}]: b\n\n`),
  'md footnotes: lazy lines': (n) => `[^1]: a\n${repeat(n, () => 'abc\n')}`,
  'md tables': '| a | b |\n|-|-|\n| c | d |\n\n',
  'md tables: one': (n) => `| a | b |\n|-|-|\n${repeat(n, () => '| c | `d` |\n')}`,
  'md tables: a hundred columns': (n) => repeat(n, (i) => `${(i === 1 ? '|-' : '|a').repeat(100)}|\n`),
  'md tables: empty cells': (n) => `${'|'.repeat(n / 2)}\n${'|-'.repeat(n / 4)}|\n`,
  'md tables: no rule': (n) => `${'|a'.repeat(n / 4)}|\n${'|a'.repeat(n / 4)}|\n`,
  'md tables: wide': (n) => `${'|a'.repeat(n / 4)}|\n${'|-'.repeat(n / 4)}|\n`,
  'md headings': '# a\n',
  'md headings: underlined': 'a\n===\nb\n---\n',
  'md breaks': '--- <!a\n',
  'md breaks: hard': 'a  \n>\n\\[\n',
  'md brackets and quotes': '\\[\na  \n   > a\n',
  'md html': '<div>\na\n</div>\n\n',
  'md html: inline': 'a <b>c</b> <img src="d"> ',
  'md html: open': '<a <b <!-- ',
  'md html: comments': '<!-- a --> b <!-- c\n',
  'md escapes': '\\* \\_ \\[ &amp; ',
  'md math': '$a$ $$b$$ \\(c\\) ',
  'md math: one end': (n) => `${repeat(n, () => '\\(a b ')}\\)`,
  'md math: one end of a display': (n) => `${repeat(n, () => '\\[a ')}\\]`,
  'md attributes: no beginning': '] {.a}]{.b} ',
  'md wiki': '[[a]] ![[b]](c) [[d|e]][f] ',
  'md directives: on one line': (n) =>
    `A  ,b.${repeat(n / 2, () => '<!-- calque-disable-next-line -->')}${'\n'.repeat(n / 2)}A  ,b.`,
  'md shortcodes': '{{< a >}} {% b %} {{ c }} :smile: ',
  'md task list': '- [ ] a\n- [x] b\n',
  'md front matter': '---\na: b\n---\n',
};

const html = {
  'html paragraphs': '<p>The # came home.</p>\n',
  'html open': '<div>',
  'html closed': '</div>',
  'html inline': 'a <b>c</b> <i>d</i> <a href="e">f</a> ',
  'html misnested': '<b><i>a</b></i><p>',
  'html tables': '<table><tr><td>a<td>b',
  'html lists': '<ul><li>a<ul><li>b',
  'html breaks': 'a<br>b<br/>\n',
  'html comments': '<!-- a --> b <!--',
  'html directives': '<!-- calque-disable-next-line -->\n<p>a</p>\n',
  'html entities': '&amp;nbsp;&#8203;&eacute;&nosuch; ',
  'html attributes': (n) => `<p ${repeat(n, (i) => `a${i}="b" `)}>c</p>`,
  'html script': '<script>a</script><style>b</style>c',
  'html language': '<p lang="lt">Vyriausybė nutarė</p><p translate="no">a</p>',
  'html gender': '<p>Mrs Ozturk opened the school.\nHe came back.</p>\n',
  'html by-lines': (n) => repeat(n, (i) => `${name(i)} ${name(i + 7)}<br>\n`),
  'html figures': '<figure><img alt="a"><figcaption>Photo: #</figcaption></figure>',
  'html less-than': 'a < b <',
};

/** Texts in other languages, by tag. */
const languages = {
  ar: {
    'ar: Thai words': 'ภาษา ',
    'ar: words and Thai': 'قال الوزير ภาษา أمس. ',
  },
  zh: {
    'zh: Korean words': '한국 ',
    'zh: English sentences': 'The mayor said that the bridge would open. ',
  },
  ja: {'ja: names with dots': 'ジョン・スミスとジョン・スミズが来た。'},
  fr: {'fr: English sentences': 'The mayor said that the bridge would open. '},
  he: {'he: acronyms': 'מנכ"לית אמרה. '},
};

function repeat(length, part) {
  const parts = [];
  let at = 0;
  for (let i = 0; at < length; i++) {
    const next = part(i);
    parts.push(next);
    at += next.length;
  }
  return parts.join('');
}

/** A name of its own for each number. */
function name(i) {
  return `K${letters(i)}en`;
}

function letters(i) {
  let out = '';
  for (let n = i + 26; n > 0; n = Math.floor(n / 26)) out += String.fromCharCode(97 + (n % 26));
  return out;
}

/** `unit` again and again to `length` characters; `#` stands for a word that differs each time, `%` for a number. */
export function grow(unit, length) {
  if (typeof unit === 'function') return unit(length);
  const parts = [];
  let at = 0;
  for (let i = 0; at < length; i++) {
    const part = unit.replaceAll('#', () => word(i)).replaceAll('%', () => String((i % 28) + 1));
    parts.push(part);
    at += part.length;
  }
  return parts.join('');
}

/** A word of its own for each number, that looks like a name. */
function word(i) {
  const syllables = ['ba', 'do', 'ke', 'li', 'mu', 'na', 'ro', 'si', 'ta', 've'];
  let out = '';
  for (let n = i + 1000; n > 0; n = Math.floor(n / 10)) out += syllables[n % 10];
  return out[0].toUpperCase() + out.slice(1);
}

const of = (format, units) => Object.entries(units).map(([name, unit]) => ({name, format, unit}));

const inLanguages = Object.entries(languages).flatMap(([language, units]) =>
  of('text', units).map((family) => ({...family, language})),
);

export const families = [
  ...of('text', text),
  ...of('markdown', markdown),
  ...of('html', html),
  ...inLanguages,
];
