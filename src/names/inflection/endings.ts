/** How the names of a language decline. */
interface Declension {
  /** Apart by spaces; no ending is always one. */
  readonly endings: string;
  /** `a:b`: a stem that ends in `a` may come from one in `b`. */
  readonly softened?: string;
  /** Vowels that a stem loses before an ending: `Павел`, `Павла`. */
  readonly fleeting?: string;
  /** `a:b`: a vowel of the last syllable that stands for another one in it: `Харків`, `Харкова`. */
  readonly closed?: string;
  /** The accent moves from case to case, and says nothing of the spelling. */
  readonly unaccented?: boolean;
  /** All nouns have capitals, so that a capital says little. */
  readonly nouns?: boolean;
}

const southSlavic = {
  endings:
    'ju ja jem jom jev jeva jeve jevo jevu ji a u e i o om em ov ova ovo ove ovi ovu ovog ovom ovim ovih ev eva evo eve evi in ina ino ine ini inu inog inom inim inih ima ama og ega oga emu omu im ih oj ju ja je jem jom evom evim ović ević',
  softened: 'c:k z:g s:h č:k ž:g š:h',
  fleeting: 'ae',
};

/** Serbian endings in the other of its two alphabets. */
function inCyrillic(endings: string): string {
  const from = 'abvgdežzijklmnoprstćufhcčš';
  const to = 'абвгдежзијклмнопрстћуфхцчш';
  return endings.replace(/\p{L}/gu, (letter) => to[from.indexOf(letter)] as string);
}

/**
 * Endings that names take, in small letters, and the consonants that change before them, by language. They come from the
 * paradigms of school grammars; endings that would make a surname of a given name (Russian `-ов`, Polish `-ski`) are left
 * out, and those of women’s surnames, of peoples and of possessives are put in: a husband and his wife, or a land and who
 * lives there, are not two spellings.
 */
const declensions: Readonly<Record<string, Declension>> = {
  ru: {
    endings:
      'а у ом ем е ой ою ы и ам ами ах я ю ью ей ею ям ями ях ь й ый ий ого его ому ему ым им ых их ую юю ая яя ое ее о ыми ими',
    fleeting: 'еоё',
  },
  uk: {
    endings:
      'а у ові еві єві ом ем єм і ї ою ею єю и ам ами ах я ю ям ями ях ь й ий ій ого ому им ім их іх ої їй е є о у ую ими ими',
    softened: 'ц:к з:г с:х ч:к ж:г ш:х',
    fleeting: 'еоєі',
    closed: 'і:о і:е ї:є ї:е і:є',
  },
  be: {
    endings:
      'а у ам ем е ой ою ы яй эй эю і амі ах я ю ей ею ям ямі ях ь й ага яга аму яму ым ім ых іх ую юю ая яя ае яе о ай ёй',
    softened: 'ц:к з:г с:х ц:т дз:д',
    fleeting: 'аеоё',
  },
  bg: {endings: 'а я о е у ю ът ят та то те й ий и ко ия ите ия', softened: 'ц:к'},
  mk: {endings: 'а о е у от та то те и'},
  sr: {
    ...southSlavic,
    endings: `${southSlavic.endings} ${inCyrillic(southSlavic.endings)}`,
    softened: `${southSlavic.softened} ${inCyrillic(southSlavic.softened)}`,
    fleeting: 'aeае',
  },
  hr: southSlavic,
  sl: {...southSlavic, endings: `${southSlavic.endings} jev jeva jevo jeve jevi jevega jevem ega emu o`},
  cs: {
    endings:
      'a u ovi em ou e ě je ji jí jo y i ů ům ech ách ám ami mi ové ová ovou ho mu m ým ého ému é á ý í ím ího ímu o ovo ova ovy ově ovu ovým ových ův in ina ino iny inu ině iných',
    softened: 'c:k z:h z:g š:ch ř:r č:k ž:h',
    fleeting: 'e',
    closed: 'ů:o',
  },
  sk: {
    endings:
      'a u ovi om em e i y ou ov och je ji mi ami ám ách ové ová ovej ovú ovou ho mu m ým ého ému á é ý í ím o ovo ova ovho ovým ových in ina ino iny inu ej ú ia iu ie',
    softened: 'c:k z:h ch:k',
    fleeting: 'eoá',
  },
  pl: {
    endings:
      'a owi em iem ie u y i ę ą ów om ami ach ego emu ym im o owie owa owej ówna ówny e ej ią ię ii iej iego iemu ia io ymi imi ych ich ym im ymi a ą',
    softened: 'c:k rz:r dz:g dz:d ci:t ł:l l:ł c:t si:s zi:z ni:n',
    fleeting: 'eo',
    closed: 'ó:o ą:ę',
  },
  lt: {
    endings:
      'as is ys us ius ė a i o io aus iaus ės os ies ui iui ei ai ą į ų ę ią ių u iu umi imi iumi e ia yje uje iuje ėje oje ioje au ienė ienės ienei ienę aitė aitės aitei aitę ytė ytės ytei ytę utė utės utei utę iai ius uose iams ams ias iojo iajam iąją iuoju iajame ojo ajam ąją uoju ajame oji ioji osios iosios ajai iajai ąja iąja ojoje iojoje ieji uosius iuosius ųjų iųjų ių',
    softened: 'č:t dž:d',
    fleeting: '',
  },
  lv: {
    endings:
      's š is us a e i ja am im um u ā ē ī ū as es iem ām ēm ai ei jam ju ji jā jai jas jos os ie ieš ien ajā ajai ajam ajos ais ās ajā ajās ajiem ajām ajo o',
    softened: 'š:s ž:z ļ:l ņ:n č:c ž:d š:t',
  },
  et: {
    endings:
      'i e a u it et at ut ile ele ale ule ilt elt alt ult il el al ul ist est ast ust is es as us isse esse asse usse iga ega aga uga ita eta ata uta ina ena ana una iks eks aks uks ini eni ani uni le lt l st s sse ga ta na ks ni d t te de id ide idel idele idelt idest idega eid eide',
    softened: 'g:k b:p d:t',
  },
  fi: {
    endings:
      'n a ä ta tä in en an än on ön un yn ssa ssä sta stä lla llä lta ltä lle ksi na nä ia iä ina inä issa issä ista istä illa illä ilta iltä ille iksi i hin han hon seen essa essä esta estä ella ellä elta eltä elle ena enä it ien ta ssaan iin ihin ja jä ista oihin oilta oilla oille oissa oista oita oja oiden',
    softened: 't:tt k:kk p:pp d:t v:p ll:lt nn:nt rr:rt ng:nk',
  },
  hu: {
    endings:
      't ot et at öt nak nek ban ben ból ből ba be hoz hez höz tól től ról ről ra re on en ön n nál nél val vel ért ig ként é éval i ék éké éket ul ül ok ek ök je ja jé a e né mal mel nal nel ral rel lal lel sal sel kal kel tal tel bal bel gal gel dal del zal zel ot oknak ekkel al el',
    softened:
      'á:a é:e ó:o ő:ö ú:u ű:ü í:i ss:s bb:b cc:c dd:d ff:f gg:g jj:j kk:k ll:l mm:m nn:n pp:p rr:r tt:t vv:v zz:z ssz:sz ccs:cs',
  },
  tr: {
    endings:
      'ın in un ün nın nin nun nün a e ya ye ı i u ü yı yi yu yü da de ta te dan den tan ten la le yla yle lar ler lı li lu lü nda nde ndan nden na ne nı ni nu nü sı si su sü ları leri larını lerini larında lerinde larının lerinin larla lerle larca lerce larda lerde lara lere ların lerin',
  },
  el: {
    endings: 'ος ου ο ον ε οι ων ους ης η ην ες ας α αν ς εως ιου ιο ιος ιε ιας ια ιοι ιων ιους',
    unaccented: true,
  },
  de: {
    endings: 's es ens n en in innen er ern e isch ische ischen ischer isches ie',
    softened: 'ä:a ö:o ü:u niss:nis',
    nouns: true,
  },
  nl: {endings: 's en a ë ër ers isch ische'},
  sv: {endings: 's isk iska'},
  da: {endings: 's isk iske'},
  nb: {endings: 's isk iske'},
  es: {endings: 's es'},
  pt: {endings: 's es'},
  fr: {endings: 's'},
  it: {endings: 's'},
  ro: {endings: 'e lui ul ului a ei u i ilor le uri ii iei ele'},
  hy: {
    softened: 'ության:ություն ությու:ություն',
    endings: 'ը ն ի ին ից ով ում ներ ու ուն ների յի յին յից յով յում ային յան ական',
  },
  ka: {
    endings:
      'ი ს მა მ ის ით ად ო ა ე ში ზე თან დან თვის სთვის ისთვის იდან სთან ისგან სგან ამდე მდე იც მაც საც ისაც სა ია ების ებს ები ისა ითა იმა ისი ისა',
  },
  ko: {
    endings:
      '이 가 은 는 을 를 의 에 에게 에서 도 과 와 로 으로 만 께서 라고 이라고 라는 이라는 씨 씨가 씨는 씨의 씨를 에게서 한테 보다 까지 부터 처럼 이나 나 이며 며 측 측은 측이 였다 이었다 인 이다',
  },
  fa: {endings: 'ی ها های را \u200cها \u200cهای \u200cی'},
  he: {endings: ''},
  ar: {endings: ''},
  hi: {endings: ''},
  ja: {endings: ''},
};

/** How the names of a language decline, read from its table. */
export interface Endings {
  /** Longest first, the empty one last. */
  readonly endings: readonly string[];
  readonly softened: readonly (readonly [string, string])[];
  readonly fleeting: string;
  readonly closed: readonly (readonly [string, string])[];
  readonly unaccented: boolean;
  readonly nouns: boolean;
}

const made = new Map<string, Endings | undefined>();

/** By the code of a locale; `undefined` for a language without a table. Made on the first question. */
export function endingsOf(code: string): Endings | undefined {
  if (!made.has(code)) {
    const table = declensions[code];
    made.set(code, table && read(table));
  }
  return made.get(code);
}

/** Languages whose names are compared. */
export const comparedLanguages: readonly string[] = [
  ...Object.keys(declensions),
  'no',
  'nn',
  'bs',
  'sh',
  'mo',
];

const list = (words: string): string[] => words.split(' ').filter((word) => word !== '');

function pairs(rules = ''): (readonly [string, string])[] {
  return list(rules).map((rule) => rule.split(':') as [string, string]);
}

/** `ς` is a way of writing the last `σ`. */
function read({
  endings,
  softened,
  fleeting = '',
  closed,
  unaccented = false,
  nouns = false,
}: Declension): Endings {
  const all = new Set(list(endings.replaceAll('ς', 'σ')));
  return {
    endings: [...[...all].sort((a, b) => b.length - a.length), ''],
    softened: pairs(softened),
    fleeting,
    closed: pairs(closed),
    unaccented,
    nouns,
  };
}
