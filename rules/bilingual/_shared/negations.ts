/**
 * What denies in a language: words, beginnings and endings of words, as one expression over a passage in small letters. A
 * language without an entry is not judged. Kept wide: what looks like a denial counts as one.
 */
const word = (list: string): string => `(?<![\\p{L}\\p{M}])(?:${list})(?![\\p{L}\\p{M}])`;
const begins = (list: string): string => `(?<![\\p{L}\\p{M}])(?:${list})`;

const patterns: Readonly<Record<string, string>> = {
  ru: begins('не|ни|без|бес|нельзя|вряд|отказ|отсутств|отриц|против|мало|едва|запре'),
  uk: begins('не|ні|без|відмов|відсутн|запереч|проти|заборон|жодн|бракує'),
  be: begins('не|ня|ні|без|адмов'),
  bg: begins('не|ни|без|отказ|липс|отрич|против|няма|нямат|забран'),
  mk: begins('не|ни|без|одби|нема'),
  // Latin letters that look the same stand in Cyrillic words at times.
  sr: begins('н[еe]|ни|бeз|без|одби|одсу|пориц|против|ne|ni|bez|odbi'),
  hr: begins('ne|ni|bez|odbi|odsu|protiv'),
  bs: begins('ne|ni|bez|odbi|odsu|protiv'),
  sl: begins('ne|ni|brez|zavr|proti'),
  cs: begins('ne|ni|bez|odmít|odmit|chyb|žádn|proti|zákaz'),
  sk: begins('ne|ni|bez|odmiet|chýb|žiadn|proti'),
  pl: begins('nie|ni|bez|brak|żadn|odmów|odmaw|zaprzecz|przeciw|zabro|ani'),
  lt: begins('ne|ni|be|atsisak|trūks|prieš|draud'),
  lv: begins('ne|ni|nav|bez|atteic|pret|aizlieg'),
  de: `${word('nicht|kein\\w*|nie|niemals|niemand\\w*|nichts|ohne|weder|noch|nein|kaum')}|${begins('un(?!ter|d(?!\\p{L})|ser|s(?!\\p{L})|i)|verwei|leugn|ablehn|lehn|fehl|verbot|verbiet|verhinder|nirgend|abge|wider')}|(?:los|frei)(?:e[nrms]?)?(?!\\p{L})|nicht`,
  nl: `${word('niet|geen|nooit|niemand|niets|zonder|noch|nee')}|${begins('on|weiger|ontken|ontbr')}`,
  sv: `${word('inte|ej|icke|aldrig|ingen|inget|inga|ingenting|utan|nej|varken')}|${begins('o|vägr|sakn|förnek')}`,
  da: `${word('ikke|aldrig|ingen|intet|uden|nej|hverken')}|${begins('u|nægt|mangl|afvis')}`,
  no: `${word('ikke|aldri|ingen|intet|uten|nei|verken')}|${begins('u|nekt|mangl|avvis')}`,
  is: `${word('ekki|eigi|aldrei|án|nei|hvorki|né')}|${begins('engi|engu|enga|ekker|einsk|neit|ó|haf(?:n|)')}`,
  fr: `${word('ne|n|non|pas|sans|jamais|aucune?|ni|rien|personne|guère|nul(?:le)?')}|${begins('refus|ni[ae]|manqu|absen|empêch|interdi|dément|impossib|incap|inconn|échou|échec|inutil|irr')}`,
  es: `${word('no|ni|nunca|sin|jamás|nada|nadie|tampoco|ningun[ao]?|ningún')}|${begins('neg|niega|rechaz|falt|carec|prohib|imposib|incap|incumpl|desconoc|impid|imped|inútil')}`,
  it: `${word('non|no|né|mai|senza|niente|nulla|nessun\\w*|neanche|nemmeno')}|${begins('in|im|rifiut|neg|manc')}`,
  pt: `${word('não|nem|nunca|sem|jamais|nada|ninguém|tampouco|nenhum[ao]?')}|${begins('in|im|des|neg|recus|falt')}`,
  ro: `${word('nu|n|nici|niciodată|fără|nimic|nimeni')}|${begins('ne|in|im|refuz|lips')}`,
  el: `${word('δεν|δε|μη|μην|όχι|χωρίς|δίχως|ποτέ|ούτε|μήτε|τίποτα|κανείς|κανένας|κανένα|καμία|καμιά')}|${begins('αρν|άρν|απορρ|απαγ|αδυν|αδύν|έλλειψ|ανίκαν|άγνωστ|αγνο')}`,
  hu: `${word('nem|ne|se|sem|nincs\\w*|soha|senki\\w*|semmi\\w*')}|(?:talan|telen|tlan|tlen)`,
  fi: `${word('ei|en|et|emme|ette|eivät|eikä|älä|ilman|koskaan')}|${begins('epä|kiel')}|(?:ton|tön|tta|ttä)(?!\\p{L})`,
  et: `${word('ei|ega|pole|mitte|ilma|ära|keegi|kunagi')}|${begins('eba|keel|puud')}|(?:tu|ta|mata)(?!\\p{L})`,
  tr: '(?:değil|yok|hiç|asla|s[ıiuü]z|(?<=\\p{L})m[ae](?:d[ıi]|z|y[ae]c|m[ıi]ş|y[ae]n|d[ae]n|m[ae]k)|m[ıiuü]yor|redd|karşı|olmaksızın|ne )',
  az: '(?:deyil|yox|heç|s[ıiuü]z|m[aə]|m[ıiuü]r)',
  kk: '(?:емес|жоқ|еш|сыз|сіз|(?<=\\p{L})[мбп][ае](?:й|ды|ді|ған|ген|у|п(?!\\p{L})|с(?!\\p{L}))|қарсы|бас тарт)',
  ky: '(?:эмес|жок|эч|сыз|сиз|[мбп][аеоө])',
  ka: `${begins('არ|ვერ|ნუ|უ|გარეშე|უარ')}`,
  hy: `${begins('չ|ոչ|առանց|մի|ան|երբեք|մերժ|հերք')}`,
  he: `${begins('[ושכהלבמ]*(?:לא|אין|אל|בלי|ללא|אינ|מבלי|מעולם|לעולם|שום|סירב|חסר|נגד|אי|טרם|בלתי|מנע|אסור|הכחיש)')}`,
  ar: `${begins('[وفبل]*(?:لا|لم|لن|ليس|لست|ما|غير|دون|بدون|عدم|نف|رفض|أبد|كلا|بلا|لما|ضد|يرفض|انعدام)')}`,
  fa: `${begins('نمی|نه|نب|نش|نکر|ندا|نخ|نیست|نیا|نگ|نر|نم|بی|بدون|هیچ|عدم|رد|مخالف|غیر|منع|هرگز')}`,
  ur: `${begins('نہ|نا|مت|بغیر|بے|انکار|کبھی|غیر')}`,
  hi: `${word('नहीं|नही|न|ना|मत|बिना|नामंजूर|कभी')}|${begins('इनकार|इन्कार|असफल|वंचित|अस्वी|गैर|ग़ैर|मना')}`,
  ne: '(?:न|बिना|होइन|छैन|अ)',
  ko: '(?:않|안|못|없|아니|아닌|아닙|말|불|비|무|미|거부|반대|금지)',
  ja: '(?:ない|なかっ|なく|なけ|なし|ず|ぬ|ません|まい|無|不|非|未|否|ねえ|ねぇ|なき|拒|反|禁)',
  zh: '(?:不|没|沒|未|无|無|非|别|莫|否|勿|拒|禁|免|反|难|無)',
  ha: `${word('ba|bai|bata|ban|basu|basa|baya|babu|kada|kar|ba a|baa|bamu|bashi|rashin|ta ba')}|${begins('ki|musant|hana')}`,
  en: `${word('not|no|never|none|nobody|nothing|nor|neither|without|cannot|hardly|barely|fail\\w*|refus\\w*|den(?:y|ie)\\w*|lack\\w*|against|prevent\\w*|ban\\w*')}|n['’]t(?!\\p{L})|${begins('un|in|im|dis|non')}|less(?!\\p{L})`,
};

const compiled = new Map<string, RegExp>();

/** Whether a passage denies anything; `undefined` for a language that is not known. */
export function denies(text: string, language: string): boolean | undefined {
  const pattern = patterns[language];
  if (pattern === undefined) return undefined;
  let regex = compiled.get(language);
  if (!regex) {
    regex = new RegExp(pattern, 'u');
    compiled.set(language, regex);
  }
  return regex.test(text.toLowerCase());
}

/** Denials of English and German that stand for themselves: a word and its place. */
const claims: Readonly<Record<string, RegExp>> = {
  en: /\b(?:(?:is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|ca|wo)n['’]t|cannot|never|not)\b/giu,
  de: /(?<!\p{L})(?:nicht|nie|niemals|keine?[nrms]?)(?!\p{L})/giu,
};

/** Turns of phrase in which nothing is denied. */
const idle =
  /^(?:not (?:only|just|until|merely|simply|least|long|far|to mention|too|yet|all|so|even)|nicht (?:nur|zuletzt|weniger|mehr|einmal))\b/iu;

/** The first word of a passage that denies what it says, or `undefined`. */
export function claimedDenial(
  text: string,
  start: number,
  end: number,
  language: string,
): {start: number; end: number} | undefined {
  const regex = claims[language];
  if (!regex) return undefined;
  const piece = text.slice(start, end);
  regex.lastIndex = 0;
  for (let match = regex.exec(piece); match; match = regex.exec(piece)) {
    const from = match.index;
    if (
      idle.test(piece.slice(from, from + 24)) ||
      /\b(?:or|if|why|whether) $/i.test(piece.slice(Math.max(0, from - 8), from))
    )
      continue;
    return {start: start + from, end: start + from + match[0].length};
  }
  return undefined;
}
