import {defineRule} from '../../src/engine/rule.js';
import {type NameWord, nameWordsOf} from '../../src/names/mentions/name-words.js';
import {nameDictionaryOf} from '../../src/names/name-dictionary.js';
import {foldLatin} from '../../src/names/spelling/fold.js';
import {Feature} from '../../src/text/tokens.js';

/** Letters that English publishing never keeps in a name. */
const never: Readonly<Record<string, string>> = {
  ı: 'i',
  ə: 'a',
  Ə: 'A',
  ŋ: 'ng',
  ʻ: '',
  ʿ: '',
  ḥ: 'h',
  ḫ: 'kh',
  ẓ: 'z',
  ṭ: 't',
};
/** Letters of Baltic and Slavic spelling, and how English writes their sound in a transliterated name. */
const hushing: Readonly<Record<string, string>> = {
  š: 'sh',
  Š: 'Sh',
  ž: 'zh',
  Ž: 'Zh',
  č: 'ch',
  Č: 'Ch',
};
const digraph: Readonly<Record<string, RegExp>> = {š: /sh/i, ž: /zh/i, č: /ch/i};

export default defineRule({
  meta: {
    id: 'names/foreign-orthography',
    description:
      'A name with letters of the source language in an article that writes such names in English letters',
    mqm: 'transliteration',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.LatinDiacritic,
    messages: {
      never: '“{{text}}”: English does not write names with “{{letter}}”',
      mixed:
        '“{{text}}” has “{{letter}}”, while other names here have “{{digraph}}” for that sound (“{{other}}”)',
    },
  },
  create(context) {
    return {
      article() {
        const {words} = nameWordsOf(context.text, context);
        const strange = words.filter((word) => !word.known && word.tier === 0);
        const uses = new Map<string, {alike: number; others: readonly NameWord[]; writes: RegExp}>();
        /** How many names have the letter, and which have English letters for its sound; looked for once a letter. */
        const usesOf = (letter: string) => {
          let use = uses.get(letter);
          if (use === undefined) {
            const writes = digraph[letter]!;
            const others = strange.filter(({text}) => writes.test(text) && foldLatin(text) === text);
            const alike = strange.filter(({text}) => text.toLowerCase().includes(letter)).length;
            use = {alike, others, writes};
            uses.set(letter, use);
          }
          return use;
        };
        for (const word of strange) {
          if (foldLatin(word.text) === word.text) continue;
          const odd = [...word.text].find((letter) => letter in never);
          if (odd !== undefined) {
            tell(
              word,
              'never',
              {letter: odd},
              word.text.replace(/./gu, (letter) => never[letter] ?? foldLatin(letter)),
            );
            continue;
          }
          for (const letter of ['š', 'ž', 'č']) {
            if (!word.text.toLowerCase().includes(letter)) continue;
            const {alike, others, writes} = usesOf(letter);
            // One name with the letter among several without it is a slip; more of them may be people of that country.
            if (alike > 1 || others.length < 2) continue;
            const plain = word.text.replace(/./gu, (l) => hushing[l] ?? foldLatin(l));
            tell(word, 'mixed', {letter, digraph: writes.source, other: others[0]!.text}, plain);
            break;
          }
        }
      },
    };

    function tell(
      word: NameWord,
      messageId: 'never' | 'mixed',
      data: Record<string, string>,
      plain: string,
    ): void {
      // How the dictionary writes a name is decided.
      if (nameDictionaryOf(context.entries('name')).writes(word.text)) return;
      for (const {start, end} of word.mentions) {
        context.report({
          messageId,
          start,
          end,
          data: {...data, text: context.text.prose.slice(start, end)},
          facts: {variants: [word.text, plain]},
          suggestions: [{message: `Write “${plain}”`, edits: [{start, end, text: plain}]}],
        });
      }
    }
  },
});
