import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {units} from '../../bench/hostile.mjs';
import type {TextFormat} from '../../src/article/article.js';
import {formatOf} from '../../src/article/format.js';
import {readExamples} from '../support/page.js';
import {root} from '../support/resources.js';

/** Paragraphs of the project's samples and of the examples of its rules, by format. */
function readPassages(): Record<TextFormat, string[]> {
  const passages: Record<TextFormat, string[]> = {text: [], markdown: [], html: []};
  const add = (format: TextFormat, text: string): void => {
    for (const part of text.split(/\n{2,}/)) if (part.trim() !== '') passages[format].push(part);
  };
  const samples = path.join(root, 'samples');
  for (const name of fs.readdirSync(samples).sort()) {
    if (!/\.(?:txt|md|html)$/.test(name)) continue;
    add((formatOf(name) ?? 'text') as TextFormat, fs.readFileSync(path.join(samples, name), 'utf8'));
  }
  const rules = path.join(root, 'rules');
  for (const name of fs.readdirSync(rules, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!name.endsWith('.md')) continue;
    for (const {format, text} of readExamples(fs.readFileSync(path.join(rules, name), 'utf8')))
      if (format in passages) add(format as TextFormat, text);
  }
  return passages;
}

export const passages = readPassages();

const markup: Record<TextFormat, readonly string[]> = {
  text: ['\n', '\r\n', '# calque-disable', 'calque-disable-next-line'],
  markdown: [
    '**',
    '_',
    '`',
    '[',
    '](x)',
    '\n> ',
    '\n- ',
    '\n\n# ',
    '&amp;',
    '\\',
    '<!-- calque-disable -->',
    '|',
  ],
  html: [
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '&amp;',
    '&#8220;',
    '&nbsp;',
    '<!-- calque-disable -->',
    '<q>',
    '<',
  ],
};

/** Articles of a format: true passages, whole or cut, among marks, markup and any characters. */
export function articles(format: TextFormat): fc.Arbitrary<string> {
  const passage = fc.oneof(
    fc.constantFrom(...passages[format]),
    fc.constantFrom(...passages.text),
    fc
      .tuple(fc.constantFrom(...passages[format]), fc.nat(400), fc.integer({min: 1, max: 200}))
      .map(([text, from, length]) => text.slice(from, from + length)),
  );
  const piece = fc.oneof(
    {weight: 6, arbitrary: passage},
    {weight: 2, arbitrary: fc.constantFrom(...units)},
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...units), fc.nat(12)).map(([unit, n]) => unit.repeat(n)),
    },
    {weight: 2, arbitrary: fc.constantFrom(...markup[format])},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 12})},
    {weight: 1, arbitrary: fc.constantFrom('\ud800', '\udc00', '\0', '\ufeff', '\u202e')},
  );
  const joint = fc.constantFrom('\n\n', '\n\n', ' ', '', '\n');
  return fc
    .array(fc.tuple(piece, joint), {minLength: 1, maxLength: 10})
    .map((parts) => parts.map(([text, after]) => text + after).join(''));
}
