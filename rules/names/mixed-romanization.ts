import {defineRule} from '../../src/engine/rule.js';
import type {NameWord} from '../../src/names/mentions/name-words.js';
import {nameWordsOf} from '../../src/names/mentions/name-words.js';
import {nameDictionaryOf} from '../../src/names/name-dictionary.js';

/** Ways of writing one sound of Slavic and Turkic names that no one system has side by side. */
const sounds: readonly {
  readonly sound: string;
  readonly ways: readonly {readonly way: string; readonly test: RegExp}[];
}[] = [
  {
    sound: 'zh',
    ways: [
      {way: 'zh', test: /zh/i},
      {way: 'ž', test: /ž/i},
    ],
  },
  {
    sound: 'sh',
    ways: [
      {way: 'sh', test: /sh/i},
      {way: 'š', test: /š/i},
    ],
  },
  {
    sound: 'ch',
    ways: [
      {way: 'ch', test: /ch/i},
      {way: 'č', test: /č/i},
    ],
  },
  {
    sound: 'y in -yev',
    ways: [
      {way: '-yev', test: /[bdfgklmnprstvz]?[aeou]?yev[a]?$/i},
      {way: '-jev', test: /jev[a]?$/i},
      {way: '-iev', test: /[^aeou]iev[a]?$/i},
    ],
  },
  {
    sound: '-sky',
    ways: [
      {way: '-sky', test: /sky$/i},
      {way: '-skiy', test: /skiy$/i},
      {way: '-skij', test: /skij$/i},
    ],
  },
];

export default defineRule({
  meta: {
    id: 'names/mixed-romanization',
    description: 'Names of one article that write one sound by different romanization systems',
    mqm: 'transliteration',
    severity: 'info',
    basis: 'article',
    recommended: 'strict',
    languages: ['en'],
    messages: {
      mixed: 'Names here write one sound in {{number}} ways: {{ways}}. Choose one system for all of them',
    },
  },
  create(context) {
    /** Two spellings of one name are names/inconsistent-spelling's; here the names must be different. */
    const isTwin = (word: NameWord, others: readonly NameWord[]): boolean => {
      const cluster = context
        .names()
        .clusters.find(({forms}) => forms.some((form) => form.text === word.text));
      return others.some((other) => cluster?.forms.some((form) => form.text === other.text) === true);
    };
    return {
      article() {
        const {words} = nameWordsOf(context.text, context);
        const strange = words.filter(
          (word) => !word.known && word.tier === 0 && !word.acronym && word.folded.length > 4,
        );
        if (strange.length < 3) return;
        for (const {ways} of sounds) {
          const used = ways
            .map(({way, test}) => ({way, words: strange.filter((word) => test.test(word.text))}))
            .filter((use) => use.words.length > 0)
            .sort((a, b) => b.words.length - a.words.length);
          if (used.length < 2) continue;
          if (used[0]!.words.length < 2) continue;
          // How the dictionary writes a name is decided.
          const dictionary = nameDictionaryOf(context.entries('name'));
          const word = used.at(-1)!.words.find(({text}) => !dictionary.writes(text));
          if (word === undefined || isTwin(word, used[0]!.words)) continue;
          const {start, end} = word.mentions[0]!;
          context.report({
            messageId: 'mixed',
            start,
            end,
            data: {
              number: used.length,
              ways: used
                .map(
                  (use) =>
                    `${use.way} (${use.words
                      .slice(0, 2)
                      .map((w) => w.text)
                      .join(', ')})`,
                )
                .join(', '),
            },
            facts: {ways: used.map((use) => use.way), names: used.map((use) => use.words.map((w) => w.text))},
          });
        }
      },
    };
  },
});
