/** Endings of family names (and of given names in languages that inflect them), by the language they point to. */
const endings: readonly (readonly [string, readonly string[]])[] = [
  ['uk', ['enko', 'chuk', 'shchuk', 'skyi', 'tskyi', 'yshyn', 'iuk', 'yuk']],
  [
    'ru',
    [
      'nikov',
      'ovich',
      'evich',
      'ovna',
      'evna',
      'skiy',
      'tsev',
      'tsov',
      'ykh',
      'ikov',
      'enkov',
      'inov',
      'yev',
      'eev',
    ],
  ],
  ['ky', ['bekov', 'bekova', 'baev', 'baeva', 'bayev', 'kulov', 'aliev', 'alieva', 'nbek', 'shbek']],
  [
    'lt',
    [
      'auskas',
      'evičius',
      'evicius',
      'avičius',
      'avicius',
      'aitis',
      'ienė',
      'aitė',
      'ytė',
      'ūnas',
      'onis',
      'ėnas',
    ],
  ],
  ['lv', ['iņš', 'ņš', 'ovskis', 'bergs', 'manis', 'kalns', 'ēns']],
  ['is', ['dóttir', 'dottir', 'sson']],
  ['tr', ['oğlu', 'oglu', 'türk', 'doğan', 'demir', 'yılmaz']],
  ['ro', ['escu', 'eanu', 'ăreanu']],
  ['hr', ['ović', 'ević', 'anić', 'ičić', 'inić']],
  ['cs', ['ová', 'áček', 'íček', 'ský', 'ňák', 'ičková']],
  ['pl', ['wski', 'wska', 'czyk', 'cki', 'cka', 'wicz', 'ński', 'ńska']],
  ['ka', ['shvili', 'adze', 'idze', 'uridze', 'dze', 'elidze']],
  ['hy', ['yan', 'ian', 'syan', 'nyan']],
  ['fi', ['nen', 'lainen', 'mäki', 'järvi', 'koski']],
  ['el', ['opoulos', 'akis', 'idis', 'oglou', 'atos']],
];
const byLength = endings
  .flatMap(([code, list]) => list.map((ending) => ({ending, code})))
  .sort((a, b) => b.ending.length - a.ending.length);

/** Syllables of Japanese and of Mandarin as they are commonly written in Latin letters (Hepburn, Pinyin). */
const japanese =
  /^(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgnhbpmr]y|kk|ss|tt|pp|cch|ssh|tch)?[aiueoāīūēō]|n(?![aiueoāīūēōy])){2,20}$/;
const mandarin =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ao|an|ei|en|ia|ie|in|iu|ou|ua|ui|un|uo|ue|[aeiouü])){1,2}$/;
const tellsMandarin = /^(?:zh|x|q)|(?:ang|eng|ong|iao|uan)$/;

/** The language that the ending of a name, in small letters, points to. */
export function languageOfEnding(name: string): string | undefined {
  for (const {ending, code} of byLength) {
    if (name.length > ending.length + 1 && name.endsWith(ending)) return code;
  }
  return undefined;
}

/** Whether a name, in small letters, is made of syllables of Japanese. */
export function isJapanese(name: string): boolean {
  return name.length > 3 && japanese.test(name);
}

/** Whether a name, in small letters, is one of Mandarin in Pinyin, and hardly of anything else. */
export function isMandarin(name: string): boolean {
  return tellsMandarin.test(name) && mandarin.test(name);
}
