// Names of countries and regions in the languages of `languages.bin`, in all their cases: what a leftover is often about,
// and what tells languages apart that share their small words.
import fs from 'node:fs';
import path from 'node:path';
import {packageFolder} from './lists.mjs';

/**
 * By language: `ending: endings that take its place`; the longest ending that a word has counts, `-` stands for a word
 * that has none of the others, which keeps all its letters. Apostrophes are those of the program's hash.
 */
const cases = {
  lt: 'a: os ai ą oje; ė: ės ei ę ėje; as: o ui ą e; is: io iui į yje; ys: io iui į yje; us: aus ui ų uje; os: ų oms as ose; ai: ų ams us uose; ės: ių ėms es ėse',
  lv: 'a: as ai u ā ām ās; e: es ei i ē; s: a am u ā; is: a im i ī; us: us um u ū; i: u iem us os; as: u ām ās; ija: ijas ijai iju ijā',
  et: 'a: at as ast ale alt aga ani aks asse; i: it is ist ile ilt iga ini iks isse; e: et es est ele elt ega esse; u: ut us ust ule ult uga usse; o: ot os ost ole olt oga osse; -: i is ist ile ilt iga isse it; maa: maad maal maalt maale maaga maas maast',
  fi: 'a: an aa assa asta aan alla alta alle aksi ana; ä: än ää ässä ästä ään ällä ältä älle; i: in ia issa ista iin illa ilta ille; o: on oa ossa osta oon; u: un ua ussa usta uun; e: en eä ea essa essä esta estä een; y: yn yä yssä ystä yyn; -: in ia issa ista iin; nen: sen; t: jen ja issa ista; maa: maan maata maassa maasta maahan maalla maalta maalle',
  hu: 'a: ában ából ába án ára ának ával át ai; e: ében éből ébe én ére ének ével ét ei; -: ban ben ból ből ba be ra re on en ön nak nek ot et t i; ország: országban országból országba országon országra országnak országgal országot országi',
  cs: 'sko: ska sku skem; cko: cka cku ckem; ie: ii í; a: y u ě e ou; o: a u em; e: i í; -: u em ě; ye: yi',
  sk: 'sko: ska sku skom; cko: cka cku ckom; ia: ie ii iu iou; a: y e u ou; o: a u om; -: u om e i',
  pl: 'ja: ji ję ją; ia: ii ię ią; a: y i ie ę ą; o: a u em; -: u em ie owi; y: ów om ach; cja: cji cję cją; ka: ki ce kę ką; ga: gi dze gę gą',
  sl: 'ska: ske ski sko; ija: ije iji ijo; a: e i o; -: a u om; o: a u',
  hr: 'ska: ske skoj sku skom; ija: ije iji iju ijom; a: e i u om; -: a u om; o: a u om',
  bs: 'ska: ske skoj sku skom; ija: ije iji iju ijom; a: e i u om; -: a u om; o: a u om',
  ro: 'ia: iei; a: ei; -: ului',
  sq: 'ia: inë isë; a: ën ës; i: in it; -: i in it',
  is: '-: s i; a: u',
  de: '-: s',
  nl: '-: s',
  sv: '-: s',
  da: '-: s',
  nb: '-: s',
  tr: "-: 'da 'de 'ta 'te 'dan 'den 'tan 'ten 'nın 'nin 'nun 'nün 'ın 'in 'un 'ün 'ya 'ye 'a 'e 'yı 'yi 'yu 'yü 'ı 'i",
  az: '-: da də dan dən nın nin nun nün ın in un ün ya yə a ə',
  uz: '-: da dan ga ning ni',
  eu: '-: n ko ra tik ren',
  ru: 'ия: ии ию ией; ья: ьи ью ьей; а: ы у е ой и; я: и ю е ей; ь: я ю ем е и ью; -: а у ом е; й: я ю ем е',
  uk: 'ія: ії ію ією; а: и у і ою; я: і ю ею; ь: і ю ем; -: у а ом і; о: а у ом',
  be: 'ія: іі ію іяй; а: ы у е ай; я: і ю е яй; ь: і ю ем; -: а у ам е',
  bg: '-: та',
  mk: '-: та',
  sr: 'ска: ске ској ску ском; ија: ије ији ију ијом; а: е и у ом; -: а у ом',
  kk: '-: да де та те дан ден тан тен ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті',
  ky: '-: да де до дө та те то тө дан ден тан тен нын нин нун нүн дын дин тын тин га ге ка ке го гө ко кө ны ни ды ди ты ти',
};

export function countryInputs(root) {
  return [path.join(packageFolder(root, 'cldr-localenames-full'), 'package.json')];
}

/**
 * @param {string} root the project's folder
 * @param {string} code ISO 639-1
 * @returns {Set<string>} words in small letters, of four letters and more
 */
export function countryForms(root, code) {
  const file = path.join(
    packageFolder(root, 'cldr-localenames-full'),
    'main',
    {nb: 'no', sr: 'sr-Cyrl'}[code] ?? code,
    'territories.json',
  );
  const out = new Set();
  if (!fs.existsSync(file)) return out;
  const names = Object.values(JSON.parse(fs.readFileSync(file, 'utf8')).main)[0].localeDisplayNames
    .territories;
  const rules = rulesOf(code);
  for (const name of Object.values(names)) {
    for (const word of name.split(/[\s()&,/–-]+/)) {
      const small = word.toLowerCase().replaceAll('’', "'");
      if (small === word || small.length < 4 || /[\d.]/.test(small)) continue;
      out.add(small);
      const rule = rules.find(({ending}) => small.endsWith(ending) && small.length > ending.length + 2);
      for (const other of rule?.others ?? [])
        out.add(small.slice(0, small.length - rule.ending.length) + other);
    }
  }
  return out;
}

/** Longest ending first; `-` is the empty one. */
function rulesOf(code) {
  return (cases[code] ?? '')
    .split('; ')
    .filter(Boolean)
    .map((rule) => {
      const [ending, others] = rule.split(': ');
      return {ending: ending === '-' ? '' : ending, others: others.split(' ')};
    })
    .sort((a, b) => b.ending.length - a.ending.length);
}
