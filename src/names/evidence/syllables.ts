/** Syllables of Mandarin as Hanyu Pinyin writes them, longest first where one begins another; tones left out. */
const several =
  /^(?:zhuang|chuang|shuang|[nljqx]iang|[zcs]h?(?:uai|uan|ang|eng|ong|ao|ai|an|en|ei|ou|un|uo|ua|ui|a|e|i|u)|[jqx](?:iong|iang|iao|ian|ing|uan|ia|ie|iu|in|ue|un|i|u)|[bpmf](?:iao|ian|ing|ang|eng|ai|ei|ao|ou|an|en|ie|in|iu|a|o|i|u)|[dtnl](?:iang|iao|ian|ing|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ia|ie|iu|in|uo|un|ui|ue|a|e|i|u)|[gkh](?:uang|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|ua|uo|ui|un|a|e|u)|r(?:uan|ang|eng|ong|ao|ou|an|en|uo|ui|un|e|i|u)|y(?:uan|ang|ing|ong|ao|ou|an|in|ue|un|a|e|i|u)|w(?:ang|eng|ai|ei|an|en|a|o|u)|ang|ai|an|ao|ei|en|er|ou|a|e|o){1,3}$/;
const oneVowel = /^[^aeiou]*[aeiou]+[^aeiou]*$/;

/**
 * Whether two folded words are other syllables of Mandarin: `Shao` and `Shui` are two names, however few letters differ.
 * Where the source is not known only of single syllables: many a name of other languages could be read as two.
 */
export function areOtherSyllables(a: string, b: string, source: string): boolean {
  if (source === 'zh') return several.test(a) && several.test(b);
  return source === '' && isOne(a) && isOne(b);
}

const isOne = (word: string): boolean => oneVowel.test(word) && several.test(word);
