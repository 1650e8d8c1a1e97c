// Words of numbers, from the spellers of cldr-rbnf and the short forms of cldr-numbers-full.
import {clean, read, require} from './cldr.mjs';
import {makeSpeller, pluralForms} from './rbnf.mjs';

export function numbers(language, table, add) {
  const spoken = language === 'no' ? ['no', 'nb'] : [language];
  const rbnf = spoken.map((l) => readRbnf(l)).find(Boolean);
  const formats = read('cldr-numbers-full', language === 'zh' ? 'zh' : language, 'numbers')?.numbers;
  table.decimal = formats?.['symbols-numberSystem-latn']?.decimal ?? '.';
  for (const length of ['long', 'short']) {
    const patterns = formats?.['decimalFormats-numberSystem-latn']?.[length]?.decimalFormat ?? {};
    for (const [key, pattern] of Object.entries(patterns)) {
      const zeros = (key.match(/^10*/)?.[0].length ?? 1) - 1;
      const digits = (pattern.match(/0+/)?.[0].length ?? 1) - 1;
      const form = pattern.replace(/0+/, '').replace(/['.]/g, '').trim();
      if (length === 'short' && form.length < 2) continue;
      if (form && zeros >= 3) add('s', 10 ** (zeros - digits), form);
    }
  }
  if (!rbnf) return;
  const spell = makeSpeller(rbnf);
  const sets = Object.keys(rbnf).filter(
    (name) => /^%spellout-(cardinal|numbering|ordinal)/.test(name) && !/verbose|year/.test(name),
  );
  for (const set of sets) {
    const kind = set.includes('ordinal') ? 'o' : 'n';
    const most = kind === 'o' ? 31 : 99;
    for (let n = 1; n <= most; n++) {
      const said = spell(set, n);
      if (said === undefined) continue;
      const words = clean(said).split(/[\s-]+/);
      if (words.length === 1) add(kind, n, words[0]);
      else if (kind === 'n' && words.length === 2 && /^(ar|he|fa|hi|ur|ne|bn|si)$/.test(language))
        add(kind, n, words.join(' '));
    }
    if (kind === 'o') continue;
    const known = new Set(Object.keys(table.words));
    for (const n of [100, 200, 300, 400, 500, 600, 700, 800, 900]) {
      const said = spell(set, n);
      if (said === undefined) continue;
      const words = clean(said).split(/[\s-]+/);
      if (words.length === 1) add('n', n, words[0]);
      else {
        const last = words[words.length - 1];
        if (!known.has(last)) add('s', 100, last);
      }
    }
    for (const n of [1000, 1e6, 1e9, 1e12])
      for (const times of [1, 2, 3, 5, 11]) {
        const said = spell(set, n * times);
        if (said === undefined) continue;
        const words = clean(said).split(/[\s-]+/);
        const last = words[words.length - 1];
        const rest = words.slice(0, -1).join(' ');
        if (words.length === 1 && times > 1) add('n', n * times, last);
        else if (!known.has(last) && (words.length === 1 || known.has(words[0]) || rest)) add('s', n, last);
      }
  }
  for (const [base, form] of pluralForms(rbnf))
    if (base >= 100 && /^10*$|^20*$/.test(String(base))) add('s', 10 ** Math.floor(Math.log10(base)), form);
}

function readRbnf(language) {
  try {
    return require(`cldr-rbnf/rbnf/${language}.json`).rbnf.rbnf.SpelloutRules;
  } catch {
    return undefined;
  }
}
