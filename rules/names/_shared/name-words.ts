import type {RuleContext} from '../../../src/engine/rule.js';
import {findNameWords, type NameWords} from '../../../src/names/mentions/name-words.js';

/** The capitalised words of the article, found once for all rules that ask. */
export function nameWords(context: RuleContext): NameWords {
  return context.shared('name-words', () => findNameWords(context.text, context));
}
