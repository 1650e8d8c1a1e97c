import {hashOf, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';
import {Gap} from './decode.js';
import type {WordEvidence} from './evidence.js';
import {opensQuotation} from './native-runs.js';
import type {Place} from './surroundings.js';

/** Legal forms of companies, with their dots left out. */
const companyForms =
  wordSet(`ehf hf ohf slf uab ab mb as asa ans da a/s aps ks oy oyj ky tmi oü osaühing sia ik ltd llc llp inc plc corp co
  gmbh ag kg kgaa ohg ug ek eg ev se srl spa sas sapa snc sarl sa sasu eurl scs sl sll slu cv bv nv vof cvba kft zrt nyrt rt bt
  doo dd ad dno kd sro vos spol spolsro spzoo spk sj ltda lda eireli me epp sca sh shpk aş aş tic şti ltdşti zao oao ooo pao
  ao jsc pjsc ojsc cjsc sjsc too tov pat prat ip pt tbk sdn bhd pte`);
/** Words for streets, squares and quarters, and their short forms, that stand before or behind the name of one. */
const streetWords =
  wordSet(`via viale corso piazza piazzale largo vicolo lungomare rue place avenue boulevard quai allée impasse chemin
  calle plaza avenida paseo carrer plaça rua praça travessa ulica ulici ulicy ul plac placu aleja alei al osiedle os rynek
  ulice ulici náměstí nám třída tř nábřeží námestie námestí trieda trg trgu cesta nova gatvė gatvės gatvėje aikštė aikštės
  aikštėje prospektas prospekto pr iela ielas ielā laukums laukuma laukumā tänav tänava tänaval väljak väljaku maantee mnt
  pst puiestee katu kadun kadulla tie tori torin straße strasse str platz allee gasse weg ufer ring damm plein straat laan
  gracht kade markt gade gaden plads pladsen vej torv torvet gata gatan gate gaten torg torget väg vei veien utca utcai u
  tér téri tere körút út útja sokak sokağı cadde caddesi cad meydan meydanı mahalle mahallesi mah bulvar bulvarı strada str
  bulevardul bd piața piata calea șoseaua sos rruga sheshi gatan stígur vegur torgið maydoni ko'chasi jalan jl`);
/** Of these in small letters, what is a word of some language. */
const alsoWords = wordSet('ans spa sas sal pat too pao sia mb');
const hyphen = 0x2d;
/** Nouns that stand in names of organizations, behind the capital: `Komerční banka`. */
const organizations =
  wordSet(`bank banka banku bankas banca banco banque banken bankası klub klubas club klubi kulübü partija partia partie
  partija parti partito partido partei partiet grupė grupa skupina gruppe gruppen gruppo grupo groupe csoport žinios noviny novine
  zeitung krant tidende avis avisen lehti ajaleht gazeta gazetesi hírlap újság dnevnik rádio radio televize televízia televízió televizija
  agentura agentūra agentúra agencija agencia agenzia agence haber news pojišťovna poisťovňa spořitelna sporiteľňa vakuutus forsikring
  försäkring energija energie energia energetika nafta dujos geležinkeliai dzelzceļš železnice dráhy koleje banen oblast raion rajons
  teatras teatro théâtre divadlo kazalište gledališče színház teater teatteri tiyatrosu muziejus muzeum muzej museo musée múzeum museet
  universitetas univerzita universiteti universidad università université egyetem háskóli háskólinn sjukhus sykehus nemocnice ospedale kórház`);
/** The small words of names in Romance languages: `Fédération des sociétés d’histoire du Québec`. */
const joints = wordSet('de des du d di del della delle dello degli dei do da dos das la les el los y e et i');
/** Beyond this many words it is more than a name, and so it is with more than so many in small letters. */
const longest = 4;
const longestJoined = 9;
const mostThings = 1;
const mostThingsMarked = 2;
/** From this share of a quotation on, a run is the whole of a title but for its names. */
const mostOfTitle = 0.6;
/** How far back the bracket of an original may open, in tokens. */
const bracketReach = 12;
/** How far behind a name its company's form may stand, in tokens. */
const formReach = 8;

/**
 * Whether a run is the name of a company, a paper, a club, a street or the like, which stays as it is in a translation:
 * `Grásteinn ehf.`, `Verslo žinios`, `Římské náměstí`, `corso Umberto I`. `before` and `after` are the words next to
 * the run where no wall stands between.
 */
export function isProperName(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
  gaps: readonly number[],
  place: Place,
): boolean {
  if (text.tokens.zones[words[from]!.token]! & Zone.Bracket || place.isUttered) return false;
  if (isJoinedName(text, words, from, to, gaps)) return true;
  if (to - from >= longest) return false;
  const before = gaps[from] === Gap.None ? words[from - 1] : undefined;
  const after = gaps[to + 1] === Gap.None ? words[to + 1] : undefined;
  const hasCapital = words.slice(from, to + 1).some((word) => word.capital);
  if (hasCapital || before?.capital || after?.capital) {
    if (hasCompanyForm(text, words[from]!.token, words[to]!.token)) return true;
    for (let i = from; i <= to; i++) if (isStreet(text, words, i)) return true;
  }
  // The first word of a name is a capital, and what follows names things, with small joints between.
  if (place.coverage >= mostOfTitle && beginsTitle(text, words, from)) {
    // A title is in quotation marks whole, and is no sentence.
    if (to - from < 2 || words[to + 1]?.capital)
      return to > from ? words[to]!.capital || words[to]!.rank < 4 : words[from]!.rank < 4;
    return words
      .slice(from, to + 1)
      .every((word, i) => (i === 0 ? word.rank < 4 : word.capital || isThing(word)));
  }
  if (place.inParenthesis && isOriginalName(text, words[from]!.token)) return true;
  const isCapitalBefore = isForeignName(words[nameBefore(words, from, gaps)]);
  if (isOrganization(text, words, from, to, gaps)) return true;
  if (!isForeignName(words[from]) && !isCapitalBefore) return false;
  const last = words[to]!;
  if (!last.capital && !isThing(last)) return false;
  const small = words
    .slice(from, to)
    .filter((word) => !word.capital && !(word.rank === 4 && word.length <= 3));
  // `Fédération des sociétés savantes`
  const hasJoint = words.slice(from, to).some((word) => joints.has(text.tokens.hashes[word.token]!));
  const most = place.hasMarker || place.markerFollows || hasJoint ? mostThingsMarked : mostThings;
  return small.length + (last.capital ? 0 : 1) <= most && small.every(isThing);
}

/** `Komerční banka improved`, with the capital that begins a sentence, too. */
function isOrganization(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
  gaps: readonly number[],
): boolean {
  if (to - from > 1 || !organizations.has(text.tokens.hashes[words[to]!.token]!)) return false;
  const first = to > from ? words[from] : gaps[from] === Gap.None ? words[from - 1] : undefined;
  return (
    first !== undefined &&
    first.tier < 2 &&
    (text.tokens.flags[first.token]! & TokenFlag.InitialCap) !== 0 &&
    first.rank < 4
  );
}

/** Capitals at both ends, and between them at most two other words that are not joints of Romance names. */
function isJoinedName(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
  gaps: readonly number[],
): boolean {
  let first = from;
  let last = to;
  const isJoint = (i: number): boolean => joints.has(text.tokens.hashes[words[i]!.token]!);
  while (first > 0 && gaps[first] === Gap.None && (isJoint(first) || words[first - 1]!.capital)) first--;
  while (
    last + 1 < words.length &&
    gaps[last + 1] === Gap.None &&
    (isJoint(last) || words[last + 1]!.capital)
  )
    last++;
  if (last - first >= longestJoined || !words[first]!.capital || !words[last]!.capital) return false;
  let between = 0;
  let others = 0;
  for (let i = first + 1; i < last; i++) {
    if (isJoint(i)) between++;
    else if (!words[i]!.capital && (!isThing(words[i]!) || ++others > 2)) return false;
  }
  return between > 0;
}

/** Whether the quotation that word `at` stands in begins with a capital, of no ordinary word of the target language. */
function beginsTitle(text: TextIndex, words: readonly WordEvidence[], at: number): boolean {
  const {flags, zones, blocks} = text.tokens;
  const {token} = words[at]!;
  let first = token;
  while (first > 0 && zones[first - 1]! & Zone.Quotation && blocks[first - 1] === blocks[token]) first--;
  while (first < token && (flags[first]! & TokenFlag.Word) === 0) first++;
  return (flags[first]! & TokenFlag.InitialCap) !== 0 && opensQuotation(text, words, at);
}

/** `the Federation of Historical Societies (Fédération des sociétés d’histoire)`: a bracket that begins with a capital, behind one. */
function isOriginalName(text: TextIndex, i: number): boolean {
  const {flags, hashes, blocks} = text.tokens;
  for (let open = i - 1; open > i - bracketReach && open > 0 && blocks[open] === blocks[i]; open--) {
    if (hashes[open] !== 0x28 || (flags[open]! & TokenFlag.Mark) === 0) continue;
    return (flags[open + 1]! & flags[open - 1]! & TokenFlag.InitialCap) !== 0;
  }
  return false;
}

/** A capital within a sentence that is no English word or name, and none of the words that begin sentences at home. */
function isForeignName(word: WordEvidence | undefined): boolean {
  return word?.capital === true && word.tier === 0 && !word.isName && !word.possessive && word.rank < 4;
}

/** The index of what stands before a run within its name, small joints left out: `Fédération des` … */
function nameBefore(words: readonly WordEvidence[], from: number, gaps: readonly number[]): number {
  let at = from - 1;
  for (let n = 0; n < 2 && at > 0 && gaps[at + 1] === Gap.None; n++) {
    const word = words[at]!;
    if (word.capital || word.rank < 4 || word.tier === 3 || word.length > 4) break;
    at--;
  }
  return gaps[at + 1] === Gap.None ? at : -1;
}

/** Not one of the words that hold sentences together. */
function isThing(word: WordEvidence): boolean {
  return !word.number && word.rank < 4 && word.length > 3;
}

function isStreet(text: TextIndex, words: readonly WordEvidence[], i: number): boolean {
  if (!streetWords.has(text.tokens.hashes[words[i]!.token]!)) return false;
  let next = i + 1;
  // `calle de la Mata 20`
  while (next - i < 3 && words[next] && joints.has(text.tokens.hashes[words[next]!.token]!)) next++;
  return words[i - 1]?.capital === true || words[next]?.capital === true || words[i]!.capital;
}

/** `Grásteinn ehf.`, `UAB Vilniaus prekyba`, `Nova d.o.o.`, `Sp. z o.o.` */
function hasCompanyForm(text: TextIndex, first: number, last: number): boolean {
  for (let i = Math.max(0, first - 3); i <= last; i++) if (isForm(text, i)) return true;
  for (let i = last + 1; i < Math.min(text.tokens.count, last + 4); i++) if (isForm(text, i)) return true;
  return false;
}

function isForm(text: TextIndex, at: number): boolean {
  const {flags, starts, ends, blocks, count} = text.tokens;
  if ((flags[at]! & TokenFlag.Word) === 0) return false;
  // Letters with dots between are one form: `s. r. o.`, `S.p.A.`
  let form = text.token(at).toLowerCase();
  if (
    companyForms.has(hashOf(form)) &&
    (flags[at]! & TokenFlag.AllCaps || (form.length > 2 && !alsoWords.has(hashOf(form))))
  )
    return true;
  let isDotted = false;
  for (let i = at + 1; i < Math.min(count, at + formReach) && blocks[i] === blocks[at]; i++) {
    if (flags[i]! & TokenFlag.Mark) {
      const mark = text.prose.charCodeAt(starts[i]!);
      if (mark !== 0x2e && mark !== 0x2f) return false;
      isDotted = true;
      continue;
    }
    if (ends[i]! - starts[i]! > 2) return false;
    form += text.token(i).toLowerCase();
    if (isDotted && companyForms.has(hashOf(form))) return true;
  }
  return false;
}

/** No part of a given name is longer: `Geun-hye`, `Kyung-wha`, `Tse-tung`. */
const longestPart = 6;

/** `Kim Jong-un`, `Yo-jong`: nothing but capitals, of which one is joined to a short word by a hyphen, as given names are. */
export function isHyphenedName({tokens}: TextIndex, first: number, last: number): boolean {
  const {flags, hashes, starts, ends} = tokens;
  let isHyphened = false;
  for (let i = first; i <= last; i++) {
    if (flags[i]! & TokenFlag.Mark) {
      if (hashes[i] !== hyphen) return false;
    } else if ((flags[i]! & TokenFlag.InitialCap) === 0) {
      const isJoined =
        i > 1 && hashes[i - 1] === hyphen && ends[i - 1] === starts[i] && ends[i - 2] === starts[i - 1];
      if (!isJoined || (flags[i - 2]! & TokenFlag.InitialCap) === 0) return false;
      if (ends[i]! - starts[i]! > longestPart || ends[i - 2]! - starts[i - 2]! > longestPart) return false;
      isHyphened = true;
    }
  }
  return isHyphened;
}
