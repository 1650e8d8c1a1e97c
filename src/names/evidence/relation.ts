/** Endings that make another word of a place or a people, not another spelling. */
const derived = new Set(
  'n an ian ans ians ns ish ese i er ers s es ist ists ism ic ean eans is ite ites stan sson dóttir dottir son datter esque man men'.split(
    ' ',
  ),
);
/** What follows the common stem of a country and its people: `Germany`, `Germans`; `Picts`, `Pictish`; `Italy`, `Italian`. */
const peoples = new Set(
  'y s o ia ias ish ian ians land lands ese an ans any ic ch nch in n ns ne nes tine tinian ens nya tes ten'.split(
    ' ',
  ),
);
/** Administrative and polite endings, chiefly of East Asian names. */
const administrative = new Set(
  'cho chome shi ku ken machi mura son gun fu to do jo ji ya za san ko gawa kawa yama sama kun chan sensei dera tera jima shima si gu dong ri myeon eup'.split(
    ' ',
  ),
);
/** Case endings, article forms and adjective endings that Icelandic, Slavic, Baltic, Finnic and Turkic nouns take. */
const cases = new Set(
  'a u y e i o ai os as is us ui ar ur um inn inni ina sins ið nna anna om oy oi oj em ov ova ove ovi ovo am ami akh ei oje ėje yje uje ius iaus iem ą ę į ų s es ssa lla nin sk ska skaya skogo skoy skom sky skyi skiy ski'.split(
    ' ',
  ),
);

export interface Relation {
  readonly kind: 'same-letters' | 'joined' | 'prefix' | 'suffix' | 'stem' | 'people' | 'garble' | 'other';
  /** What the longer has more, for `prefix`. */
  readonly ending: string;
  readonly endingKind: 'derived' | 'administrative' | 'case' | 'repeat' | 'other' | '';
  /** Letters that both begin with, and both end with. */
  readonly head: number;
  readonly tail: number;
  /** What follows the common beginning of three letters or more in each, where both have something. */
  readonly rests?: readonly [string, string];
}

/** How the letters of two folded words are related. */
export function relate(a: string, b: string): Relation {
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < short.length - head &&
    short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)
  )
    tail++;
  const base = {head, tail, ending: '', endingKind: '' as Relation['endingKind']};
  if (short === long) return {...base, kind: 'same-letters'};
  if (short.replaceAll('-', '') === long.replaceAll('-', '')) return {...base, kind: 'joined'};
  if (head === short.length) {
    const rest = long.slice(head);
    const hyphen = rest.startsWith('-');
    const ending = hyphen ? rest.slice(1) : rest;
    const endingKind = isRepeat(short, ending)
      ? 'repeat'
      : administrative.has(ending) && (hyphen || ending.length > 2)
        ? 'administrative'
        : hyphen
          ? 'other'
          : derived.has(ending)
            ? 'derived'
            : cases.has(ending)
              ? 'case'
              : 'other';
    return {...base, kind: 'prefix', ending, endingKind};
  }
  if (tail === short.length) return {...base, kind: 'suffix', ending: long.slice(0, long.length - tail)};
  const stem =
    head >= 3 && long.length - head <= 4
      ? {...base, rests: [short.slice(head), long.slice(head)] as const}
      : base;
  if (head >= 3 && peoples.has(short.slice(head)) && peoples.has(long.slice(head)))
    return {...base, kind: 'people'};
  if (isGarbled(short, long)) return {...base, kind: 'garble'};
  if (head >= 3 && long.length - head <= 2 && cases.has(short.slice(head)) && cases.has(long.slice(head)))
    return {...stem, kind: 'stem', ending: long.slice(head), endingKind: 'case'};
  return {...stem, kind: 'other'};
}

/** `dar` + `ar`, `ararar`: the word's own end once more. */
function isRepeat(word: string, ending: string): boolean {
  for (let n = 2; n <= 4 && n <= ending.length; n++) {
    const unit = word.slice(-n);
    if (
      unit.length === n &&
      ending === unit.repeat(Math.ceil(ending.length / n)).slice(0, ending.length) &&
      ending.length % n === 0
    )
      return true;
  }
  return false;
}

/** The same letter or pair three times running: no spelling has that. */
function isGarbled(a: string, b: string): boolean {
  return hasTriple(a) !== hasTriple(b);
}

/** One to three letters three times running. */
function hasTriple(word: string): boolean {
  for (let n = 1; n <= 3; n++) {
    let alike = 0;
    for (let i = n; i < word.length; i++) {
      alike = word.charCodeAt(i) === word.charCodeAt(i - n) ? alike + 1 : 0;
      if (alike === 2 * n) return true;
    }
  }
  return false;
}
