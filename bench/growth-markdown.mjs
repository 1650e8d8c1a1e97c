// Times the readers of Markdown and HTML on lines repeated to n, 2n, 4n and 8n characters: random patterns of two to
// five lines, and the known heavy ones. Each that takes longer than it should, or grows faster than its length, is told.
//
//   npm run build && node bench/growth-markdown.mjs [--count 300] [--seed 1] [--n 8000] [--format html] [--only TEXT]
//
// Times are of the processor. The exit code is 1 when a pattern takes over one second at 8n, or over 15 µs a character.
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from '../scripts/shared/import-ts.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const argument = (name, otherwise) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? otherwise : process.argv[i + 1];
};
const count = Number(argument('--count', 300));
const n = Number(argument('--n', 8000));
const format = argument('--format', 'markdown');
const only = argument('--only', '');
let state = Number(argument('--seed', 1)) * 2654435761;

const {loadReader} = await importTs(root, 'bench/parts.ts');
const read = await loadReader(format);

const starts = [
  '',
  '',
  '',
  '> ',
  '>',
  '>> ',
  '- ',
  '* ',
  '1. ',
  '  - ',
  '    ',
  '   ',
  '\t',
  '# ',
  '| ',
  '[^1]: ',
  '[a]: ',
  ': ',
];
const middles = [
  'a',
  'abc',
  'a b',
  '*a*',
  '**a',
  '_a',
  '`a',
  '``',
  '```',
  '~~~',
  '~~a~~',
  '[',
  ']',
  '[a]',
  '[a](b)',
  '[a][b]',
  '![a](b)',
  '](',
  '![',
  '<!--',
  '-->',
  '<!a',
  '<?',
  '<b>',
  '</b>',
  '<div>',
  '</div>',
  '<pre>',
  '&amp;',
  '&',
  '\\',
  '\\[',
  '$a$',
  '$$',
  '$',
  '{{',
  '}}',
  '{% a %}',
  '{',
  '[[a]]',
  '[^1]',
  ':a:',
  '==a==',
  '---',
  '===',
  '***',
  '|-|-|',
  '|',
  'a | b',
  '<',
  '>',
  '"',
  '(',
  ')',
  '# a',
  '<a b="c">',
];
const ends = ['', '', '', '  ', '\\', ' |', ' #'];
const breaks = ['\n', '\n', '\n', '\n\n', ' ', ''];
const known = [
  '>\n\\[\n',
  '> a\nabc\n',
  '> a\n',
  '--- <!a\n',
  '* a\n**a\n>\n',
  'a  \n>\n\\[\n',
  '![a]\n](  # a\n',
  '>> a\n|-|-|\n',
  '[\na  \n   > a\n',
  '[^1]: a\nabc\n',
  '- a\n',
  '- a\nabc\n',
  '> - a\nabc\n',
  'a\n===\n',
  '| `a` | `b` |\n',
  '*a_ ',
  '[',
  '[a](',
  '<!a ',
  '`` ` ',
  '> ',
  '- ',
  '$a ',
  '{{ ',
  '<div>\n',
  '<b>',
  '<!-- ',
  '[a]: b\n',
  '[a]\n',
  '~a ',
  '&amp;',
  '\\[a ',
  '{',
  '[[a',
  ':a',
  '== a',
  '<code>',
  '<del>a',
  '<p lang=de>',
  '<i lang=de>a',
];

const names = [...known, ...Array.from({length: count}, () => pattern())].filter((name) =>
  name.includes(only),
);
let failed = 0;
for (const name of names) {
  const head = name === '> a\nabc\n' || name === '[^1]: a\nabc\n' || name === '- a\nabc\n';
  for (const [label, unit, before] of head
    ? [
        [name, name, ''],
        [`${name} once`, 'abc\n', name],
      ]
    : [[name, name, '']]) {
    const times = [1, 2, 4, 8].map((k) => time(before + unit.repeat(Math.ceil((n * k) / unit.length))));
    const last = times[3];
    const grows = last > 0.1 && last > 3.2 * times[2];
    if (last <= 1 && last <= 8 * n * 15e-6 && !grows) continue;
    if (last > 1 || last > 8 * n * 15e-6) failed++;
    console.log(
      `${JSON.stringify(label)}: ${times.map((t) => t.toFixed(2)).join(' ')} s${grows ? ', grows' : ''}`,
    );
  }
}
console.log(`${names.length} patterns, ${failed} too slow`);
process.exitCode = failed > 0 ? 1 : 0;

function time(text) {
  const began = process.cpuUsage();
  read(text);
  return process.cpuUsage(began).user / 1e6;
}

function pattern() {
  const lines = 1 + Math.floor(random() * 4);
  let text = '';
  for (let i = 0; i < lines; i++) {
    const parts = 1 + Math.floor(random() * 3);
    text += one(starts);
    for (let k = 0; k < parts; k++) text += `${k > 0 ? ' ' : ''}${one(middles)}`;
    text += one(ends) + one(breaks);
  }
  return text;
}

function one(list) {
  return list[Math.floor(random() * list.length)];
}

/** Mulberry32. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
