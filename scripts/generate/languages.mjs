// docs/languages.md: what calque judges in each language an article may be written in, and how that was measured.
import fs from 'node:fs';
import path from 'node:path';
import {importTs} from '../shared/import-ts.mjs';
import {fillGenerated} from './docs.mjs';

const named = (code) =>
  ({'sr-Latn': 'Serbian (Latin)', sr: 'Serbian (Cyrillic)'})[code] ??
  new Intl.DisplayNames('en', {type: 'language'}).of(code);
const speaks = (languages, code) =>
  !languages || languages.some((one) => code === one || code.startsWith(`${one}-`));
const perThousand = (count, words) => ((1000 * count) / words).toFixed(2);

/** Words that calque carries for a language. */
function wordsOf(root, code) {
  const list = code === 'sr-Latn' ? 'hr' : code;
  if (fs.existsSync(path.join(root, 'scripts/lexicon/words', `${list}.br`))) return 'list';
  return list === 'ka' ? 'none' : 'function words';
}

export async function generate(root) {
  const {allRules, localeOf} = await importTs(root, 'src/generated/rules.ts', 'src/locale/locale.ts');
  const measured = JSON.parse(
    fs.readFileSync(path.join(root, 'scripts/generate/languages-measured.json'), 'utf8'),
  );
  const all = allRules.length;
  const rows = Object.entries(measured).map(([code, one]) => {
    const {outer, inner, decimal, group, longDate, writesStraight} = localeOf(code);
    const able = allRules.filter(({meta}) => speaks(meta.languages, code)).length;
    const marks = `${outer[0]}…${outer[1]} ${inner[0]}…${inner[1]}`;
    return `| \`${code}\` | ${named(code)} | ${able} | ${wordsOf(root, code)} | ${marks}${writesStraight ? ' "…"' : ''} | ${`1${group}000${decimal}5`.replace(/[\u00a0\u202f]/g, ' ')} | ${longDate.replace(/'/g, '').replace(/\u202f/g, ' ')} | ${perThousand(one.foreign, one.words)} | ${perThousand(one.marks, one.words)} | ${perThousand(one.numbers + one.residue, one.words)} | ${one.sentences.join('/')} | ${one.phrases.join('/')} |`;
  });
  const everywhere = allRules.filter(({meta}) => !meta.languages).map(({meta}) => `\`${meta.id}\``);
  const some = allRules
    .filter(({meta}) => meta.languages?.some((code) => code !== 'en'))
    .map(({meta}) => {
      const out = Object.keys(measured).filter((code) => !speaks(meta.languages, code));
      const where =
        meta.languages.length < 8
          ? `in ${meta.languages.join(', ')}`
          : out.length === 0
            ? 'in all of the table'
            : `in all but ${out.join(', ')}`;
      return `\`${meta.id}\` (${where})`;
    });
  const english = allRules.filter(({meta}) => meta.languages?.join() === 'en').length;
  const content = [
    '',
    `| tag | language | rules of ${all} | words | quotations | numbers | date | foreign | marks | others | sentences | parts |`,
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `**In every language** (${everywhere.length}): ${everywhere.join(', ')}.`,
    '',
    `**By the tables of each language** (${some.length}): ${some.join(', ')}.`,
    '',
    `**In English alone**: the other ${english}; [rules.md](rules.md) lists them.`,
    '',
  ].join('\n');
  const file = 'docs/languages.md';
  return {path: file, text: fillGenerated(fs.readFileSync(path.join(root, file), 'utf8'), content, file)};
}
