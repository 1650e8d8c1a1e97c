/** Pairs of letters as `аa бb`: a letter and what stands for it. */
function table(pairs: string): ReadonlyMap<string, string> {
  return new Map(pairs.split(' ').map((pair): [string, string] => [pair[0] as string, pair.slice(1)]));
}

/** One reading of each letter that comparison starts from; what letters are like is the business of the comparison. */
export const cyrillic = table(
  'аa бb вv гg дd еe ёyo жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щshch ъ ыy ь эe юyu яya ѓg ѕdz јj љlj њnj ћc ђdj џdzh іi їyi єye ґg ўw әa ғg қk ңn өo ұu үu һh',
);

/** Where a language reads letters otherwise. */
export const cyrillicOf: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  uk: table('гh иy йi'),
  be: table('гh'),
  bg: table('ъa щsht'),
  sr: table('хh цc'),
};

export const greek = table('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo');
export const greekPairs: readonly (readonly [string, string])[] = [
  ['νγκ', 'ng'],
  ['γκ', 'g'],
  ['γγ', 'ng'],
  ['τζ', 'tz'],
  ['τσ', 'ts'],
  ['ου', 'u'],
  ['ει', 'i'],
  ['οι', 'i'],
  ['αι', 'e'],
  ['ευ', 'ev'],
  ['αυ', 'av'],
];

export const armenian = table(
  'աa բb գg դd եe զz էe ըe թt ժzh իi լl խkh ծts կk հh ձdz ղgh ճch մm յy նn շsh ոo չch պp ջj ռr սs վv տt րr ցts ւv փp քk օo ֆf եe ևev',
);

export const georgian = table(
  'აa ბb გg დd ეe ვv ზz თt იi კk ლl მm ნn ოo პp ჟzh რr სs ტt უu ფp ქk ღgh ყk შsh ჩch ცts ძdz წts ჭch ხkh ჯj ჰh',
);

/** Letters alone: vowels are not written. */
export const hebrew = table(
  'א בb גg דd הh וw זz חh טt יy כk ךk לl מm םm נn ןn סs ע פp ףp צts ץts קk רr שsh תt',
);

export const arabic = table(
  'ا بb پp تt ثth جj چch حh خkh دd ذz رr زz ژzh سs شsh صs ضd طt ظz ع غgh فf ڤv قk كk کk گg لl مm نn هh وw يy یy ىa ةa ئ ؤ ء ٹt ڈd ڑr ںn ےe ہh ھh',
);

export const devanagari = table(
  'कk खkh गg घgh ङn चch छch जj झjh ञn टt ठth डd ढdh णn तt थth दd धdh नn पp फph बb भbh मm यy रr लl वv शsh षsh सs हh ळl ऑo ओo औau एe ऐai अa आa इi ईi उu ऊu ऋri',
);
export const devanagariSigns = table('ाa िi ीi ुu ूu ृri ेe ैai ोo ौau ॉo ंn ँn ः');

export const kana = table(
  'アa イi ウu エe オo カka キki クku ケke コko ガga ギgi グgu ゲge ゴgo サsa シshi スsu セse ソso ザza ジji ズzu ゼze ゾzo タta チchi ツtsu テte トto ダda ヂji ヅzu デde ドdo ナna ニni ヌnu ネne ノno ハha ヒhi フfu ヘhe ホho バba ビbi ブbu ベbe ボbo パpa ピpi プpu ペpe ポpo マma ミmi ムmu メme モmo ヤya ユyu ヨyo ラra リri ルru レre ロro ワwa ヲo ンn ヴv ァa ィi ゥu ェe ォo ャya ュyu ョyo ッ ー',
);

const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

/** A syllable of Hangul (Revised Romanization, without its assimilations); `undefined` for other characters. */
export function hangul(code: number): string | undefined {
  const index = code - 0xac00;
  if (index < 0 || index >= 11172) return undefined;
  const initial = initials[Math.floor(index / 588)] as string;
  const vowel = vowels[Math.floor((index % 588) / 28)] as string;
  return initial + vowel + (finals[index % 28] ?? '');
}
