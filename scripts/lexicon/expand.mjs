// Expands a small hunspell dictionary to its inflected forms, at build time. Enough of the format for the English
// dictionaries (single-letter flags, prefixes, suffixes and their cross products); `src/lexicon/hunspell.ts` looks
// words up in any dictionary without expanding it.

/**
 * @param {string} aff text of the .aff file
 * @param {string} dic text of the .dic file
 * @returns {Generator<string>} every form, in the capitalisation of its entry; possessives left out
 */
export function* expand(aff, dic) {
  const {affixes, onlyInCompound} = readAffixes(aff);
  const lines = dic.split('\n');
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i].replace(/\s.*$/, '');
    if (!line) continue;
    const slash = line.indexOf('/');
    const word = slash < 0 ? line : line.slice(0, slash);
    const flags = slash < 0 ? '' : line.slice(slash + 1);
    if (onlyInCompound && flags.includes(onlyInCompound)) continue;
    yield word;
    const suffixed = [];
    for (const flag of flags) {
      const affix = affixes.get(flag);
      if (affix?.kind !== 'SFX') continue;
      for (const form of apply(affix, word)) {
        if (form.endsWith("'s")) continue;
        yield form;
        if (affix.cross) suffixed.push(form);
      }
    }
    for (const flag of flags) {
      const affix = affixes.get(flag);
      if (affix?.kind !== 'PFX') continue;
      yield* apply(affix, word);
      if (affix.cross) for (const form of suffixed) yield* apply(affix, form);
    }
  }
}

function readAffixes(aff) {
  const affixes = new Map();
  let onlyInCompound = '';
  for (const line of aff.split('\n')) {
    const [kind, flag, a, b, condition = '.'] = line.trim().split(/\s+/);
    if (kind === 'ONLYINCOMPOUND') onlyInCompound = flag;
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    if (!affixes.has(flag)) {
      affixes.set(flag, {kind, cross: a === 'Y', rules: []});
      continue;
    }
    const pattern = kind === 'SFX' ? `${condition}$` : `^${condition}`;
    affixes.get(flag).rules.push({
      strip: a === '0' ? '' : a,
      add: (b === '0' ? '' : b).replace(/\/.*$/, ''),
      test: condition === '.' ? null : new RegExp(pattern),
    });
  }
  return {affixes, onlyInCompound};
}

function* apply(affix, word) {
  for (const {strip, add, test} of affix.rules) {
    if (test && !test.test(word)) continue;
    if (affix.kind === 'SFX') {
      if (word.endsWith(strip)) yield word.slice(0, word.length - strip.length) + add;
    } else if (word.startsWith(strip)) {
      yield add + word.slice(strip.length);
    }
  }
}
