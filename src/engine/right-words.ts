import {exceptionForm, type PhraseMatcher, phraseForm} from '../lexicon/phrases/automaton.js';
import {isNamed} from '../lexicon/phrases/house-first.js';
import type {MqmCategory} from '../mqm/categories.js';
import type {TextIndex} from '../text/tokens.js';

/** Categories of faults in how a word or a name is written; who decides that are dictionaries. */
const ofWriting: ReadonlySet<MqmCategory> = new Set<MqmCategory>([
  'transliteration',
  'spelling',
  'termbase',
  'term-inconsistency',
  'wrong-term',
  'overly-literal',
  'no-translate',
  'untranslated',
  'entity',
  'grammar',
  'capitalization',
  'style',
  'inconsistent-style',
  'unidiomatic',
  'punctuation',
  'whitespace',
]);

/** Words that are right, at UTF-16 offsets into the prose; of a term nothing is said of how names are spelt. */
interface RightWord {
  readonly start: number;
  readonly end: number;
  readonly isName: boolean;
}

/**
 * Where an article has names and terms as dictionaries say that they are right: as the project's own write them, and the
 * exceptions of any (`chicken Kiev`). No rule tells those words as foreign or out of line.
 */
export class RightWords {
  private readonly bySentence = new Map<number, readonly RightWord[]>();

  constructor(
    private readonly matchers: readonly PhraseMatcher[],
    private readonly text: TextIndex,
  ) {}

  /** Whether a fault of this category, at UTF-16 offsets into the prose, is none. */
  hold(mqm: MqmCategory, start: number, end: number): boolean {
    if (!ofWriting.has(mqm) || start === end) return false;
    const {sentences, tokens} = this.text;
    const sentence = lastNotAbove(
      sentences.first,
      sentences.count,
      lastNotAbove(tokens.starts, tokens.count, start),
    );
    if (sentence < 0) return false;
    let words = this.bySentence.get(sentence);
    if (words === undefined) {
      words = this.wordsIn(sentence);
      this.bySentence.set(sentence, words);
    }
    return words.some(
      (word) => word.start <= start && word.end >= end && (word.isName || mqm !== 'transliteration'),
    );
  }

  private wordsIn(sentence: number): RightWord[] {
    const {sentences, tokens} = this.text;
    const from = sentences.first[sentence] as number;
    const to = sentences.last[sentence] as number;
    const words: RightWord[] = [];
    for (const matcher of this.matchers) {
      for (const hit of matcher.hitsIn(this.text, from, to) ?? []) {
        const entry = matcher.entryOf(hit);
        if (!isNamed(entry) || (hit.form !== exceptionForm && !(entry.house && hit.form === phraseForm)))
          continue;
        // A possessive ending belongs to the word, if not to the phrase.
        words.push({
          start: tokens.starts[hit.first] as number,
          end: tokens.ends[hit.last] as number,
          isName: entry.kind === 'name',
        });
      }
    }
    return words;
  }
}

/** Index of the last of `count` rising numbers that is not above `most`; -1 for none. */
function lastNotAbove(numbers: Uint32Array, count: number, most: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
