// Hostile texts, made from a seed: what a careless scraper, a broken editor or an attacker might hand to a linter.

/** A generator of numbers (mulberry32): `next(n)` is a whole number from 0 to n - 1. */
export function generator(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** What is repeated to make runs: marks, brackets, quotes, white space, words, numbers, tags, markup, residue. */
export const units = [
  ...'.,;:!?…‥-–—‐‑\'"“”„«»‹›‘’‚`´()[]{}<>/\\|@#$%^&*_~+=·•©®™°№§†‡¿¡、。「」『』（）،؛؟',
  ...[
    ' ',
    '  ',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\t',
    '\u00a0',
    '\u2028',
    '\u3000',
    '\u200b',
    '\ufeff',
    '\0',
    '\u0085',
  ],
  ...[
    '\ud800',
    '\udfff',
    '\u202e',
    '\u2066',
    '\u0301',
    'e\u0301',
    '👩‍👩‍👧',
    '🇱🇹',
    '𝒜',
    '\ufffd',
    'Ã©',
    'â€™',
    '&amp;',
    '&#39;',
  ],
  ...[
    'a',
    'A',
    'a ',
    'A ',
    'Ab ',
    'Ab. ',
    'a. ',
    'A. ',
    'ab, ',
    'Zaparov ',
    'Zhaparov, ',
    'the ',
    'The ',
    'of the ',
    'and ',
  ],
  ...[
    'жук ',
    'Жук ',
    '東京',
    '東京 ',
    'مدينة ',
    'ąčę ',
    'na',
    'shan',
    'kyō',
    'ov',
    'a-',
    'a’',
    "a'",
    'a.b',
    'A.B.',
    'aB',
    'don’t ',
  ],
  ...[
    '1',
    '1 ',
    '1,',
    '1.',
    '1,000',
    '1 000 ',
    '12:30 ',
    '1/',
    '1-',
    '01.02.',
    '3,5 ',
    '10% ',
    '$5 ',
    '5€ ',
    '1990 ',
    '2020 year ',
  ],
  ...[
    '[ad_1] ',
    '[',
    '[ ',
    '[a',
    '[a_',
    '[a b',
    '(c) 2020 ',
    '(c',
    '(c) ',
    'https://',
    'http://a.b/',
    'a@b',
    'a@b.c ',
    '@a ',
    '#a ',
    'www.a',
  ],
  ...[
    '{{',
    '{{ a',
    '{%',
    '{a}',
    '__',
    '__A',
    '__ A_1 ',
    '**',
    '**a',
    '**a**',
    '*a',
    '<',
    '< ',
    '</',
    '<!--',
    '<p>',
    '</p>',
    '<div ',
    '<a href=',
    '<br',
  ],
  ...[
    '&',
    '&amp',
    '&amp;amp;',
    '&#',
    '&#x',
    '{',
    '{ a: b; ',
    'var a = ',
    'function(',
    '.a{',
    '…. ',
    '... ',
    '.. ',
    ' .',
    ' ,',
    ' – ',
    ' | ',
    ' :: ',
    '::',
  ],
  ...[
    '“a” ',
    '“a ',
    'a” ',
    '"a" ',
    '"a ',
    '«a» ',
    '«a ',
    '„a“ ',
    '‘a’ ',
    '‘a ',
    "'a' ",
    '(a) ',
    '(a ',
    'a) ',
    '(A, B) ',
    '“A”, ',
  ],
  ...[
    'Mr. ',
    'Dr. ',
    'J. ',
    'No. ',
    'St. ',
    'President A ',
    'said ',
    'he said. ',
    'Photo: ',
    'Photo: A / B ',
    'Read also: ',
    'Reuters/',
  ],
  ...[
    '\n\n[a] ',
    '\n\nA',
    '\n\nA b.',
    '\n> ',
    '\n- ',
    '\n# ',
    '\n1. ',
    '\n| a ',
    '![',
    '](',
    '[a](',
    '[a][',
    '[^',
    '```',
    '\n```\n',
    '~~',
    '\\',
    '---\n',
    '===\n',
  ],
  ...[
    '\n\nPhoto: A B',
    '\n\nRead more',
    '\ncalque-disable ',
    '<!-- calque-disable -->',
    'calque-enable\t',
    'a\n',
    'A b\n',
    'Ab cd ef gh. ',
    'A-B-',
    'Ab-Cd ',
  ],
];

const pairs = ['()', '[]', '{}', '<>', '“”', '„“', '«»', '‘’', '""', "''", '（）', '「」'];
const tags = [
  'p',
  'b',
  'i',
  'em',
  'a',
  'div',
  'table',
  'tr',
  'td',
  'ul',
  'li',
  'blockquote',
  'q',
  'h1',
  'title',
  'script',
  'style',
  'svg',
  'pre',
  'template',
  'select',
  'figure',
  'figcaption',
];
const oddCodes = [
  0, 9, 10, 11, 12, 13, 27, 32, 0x7f, 0x85, 0xa0, 0xad, 0x301, 0x5d0, 0x627, 0x200b, 0x200d, 0x200e, 0x200f,
  0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xfe0f, 0xfeff, 0xfffd,
  0xffff,
];

/** Makers of hostile texts. `samples` are honest texts to spoil, each `{format, text}`. */
function makers(next, samples) {
  const pick = (list) => list[next(list.length)];
  const times = (n, make) => Array.from({length: n}, make).join('');
  const random = () => {
    switch (next(6)) {
      case 0:
        return String.fromCharCode(pick(oddCodes));
      case 1:
        return String.fromCharCode(next(0x10000));
      case 2:
        return String.fromCodePoint(next(0x110000));
      case 3:
        return String.fromCharCode(32 + next(95));
      default:
        return pick(units);
    }
  };
  const sample = () => {
    const {format, text} = pick(samples);
    const length = 40 + next(800);
    const start = next(Math.max(1, text.length - length));
    return {format, text: text.slice(start, start + length)};
  };
  return {
    run: () => ({text: pick(units).repeat(1 + next(400))}),
    runs: () => ({text: times(1 + next(8), () => pick(units).repeat(1 + next(60)))}),
    alternation: () => ({
      text: `${pick(units)}${pick(units)}${next(2) ? pick(units) : ''}`.repeat(1 + next(150)),
    }),
    soup: () => ({text: times(1 + next(80), random)}),
    units: () => ({text: times(1 + next(80), () => pick(units))}),
    nested: () => {
      const depth = 1 + next(200);
      const chosen = Array.from({length: depth}, () => pick(pairs));
      const open = chosen.map((p) => p[0] + (next(3) ? '' : pick(units))).join('');
      const close = chosen.reverse().map((p) => (next(9) ? p[1] : '') + (next(3) ? '' : pick(units)));
      return {text: `${open}${pick(units)}${close.join('')}`};
    },
    tags: () => ({
      format: 'html',
      text: times(1 + next(40), () => {
        const tag = pick(tags);
        return pick([
          `<${tag}>`,
          `</${tag}>`,
          `<${tag} a="${pick(units)}">`,
          `<${tag}`,
          `<!--${pick(units)}`,
          pick(units),
          'Some words. ',
        ]);
      }),
    }),
    longWord: () => ({
      text: times(1 + next(2000), () =>
        String.fromCharCode(pick([97, 65, 0x436, 0x4e00, 0x301, 0x5d0]) + next(20)),
      ),
    }),
    longLine: () => ({
      text: times(
        1 + next(150),
        () =>
          `${sample()
            .text.slice(0, 30)
            .replace(/[\r\n]/g, '')}${pick(units)}`,
      ).slice(0, 4000),
    }),
    bytes: () => ({
      text: new TextDecoder().decode(Uint8Array.from({length: 1 + next(600)}, () => next(256))),
    }),
    wideBytes: () => ({
      text: new TextDecoder('utf-16le').decode(Uint8Array.from({length: 2 + next(600)}, () => next(256))),
    }),
    mutated: () => {
      const {format, text: honest} = sample();
      let text = honest;
      for (let edits = 1 + next(12); edits > 0; edits--) {
        const at = next(text.length + 1);
        const length = next(2) ? next(4) : next(60);
        switch (next(5)) {
          case 0:
            text = text.slice(0, at) + text.slice(at + length);
            break;
          case 1:
            text = text.slice(0, at) + random() + text.slice(at);
            break;
          case 2:
            text = text.slice(0, at) + text.slice(at, at + length).repeat(2 + next(3)) + text.slice(at);
            break;
          case 3:
            text = text.slice(0, at) + pick(units).repeat(1 + next(20)) + text.slice(at + length);
            break;
          default: {
            const from = next(text.length + 1);
            text = text.slice(0, at) + text.slice(from, from + length) + text.slice(at);
          }
        }
      }
      return {format, text};
    },
  };
}

const formats = ['text', 'markdown', 'html'];

/** The hostile input with this number: `{kind, format, text}`, the same for the same seed and samples. */
export function hostile(seed, index, samples) {
  const next = generator(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const made = makers(next, samples);
  const kinds = Object.keys(made);
  const kind = next(4) === 0 ? 'mutated' : kinds[next(kinds.length)];
  const {format, text} = made[kind]();
  // A format that the text was not written in is part of the game.
  const chosen = format && next(4) ? format : formats[next(3)];
  // Now and then a long one: what is slow only in bulk must show.
  const long = next(200) === 0 ? text.repeat(1 + Math.floor(40_000 / Math.max(1, text.length))) : text;
  return {kind, format: chosen, text: long};
}
