import {hashOf, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {isOrdinary} from '../evidence/contexts.js';
import {isGivenName} from '../evidence/given-names.js';
import type {NameKind} from '../name-table.js';
import {large, type Places} from '../places/places.js';
import {headOf, isJoined} from './bodies.js';
import {isDemonym, organisationNouns, personRoles, placeNouns} from './kinds.js';
import type {NameWord, WordMention} from './name-words.js';
import {isKnownBody, isRegion} from './regions.js';
import type {Segment} from './segments.js';

const events = wordSet(
  'war wars cup olympics olympiad games festival championship championships tournament prix summit conference forum exhibition marathon award awards prize referendum revolution uprising genocide holocaust battle christmas easter ramadan carnival derby playoffs playoff biennale expo eurovision',
);
const works = wordSet(
  'treaty agreement constitution act code bible koran quran decree decrees declaration protocol convention law',
);
const moreBodies = wordSet(
  'forces society organization organisation board chamber faculty government embassy guard order confederation authority administration directorate division corps secretariat inspectorate staff republicans democrats greens exchange gmbh ag sa spa oü as uab ehf hf sia oy ab kft nv bv srl jsc ooo corp inc. united city rovers wanderers dynamo dinamo spartak lokomotiv broadcasting pictures studios records entertainment headquarters brigade battalion regiment crescent cross fleet command squad pharma pharmaceuticals systems technologies solutions partners brothers associates foundation post tribune herald guardian gazette telegraph journal magazine review chronicle',
);
const firstBodies = wordSet(
  'maccabi beitar hapoel real atletico dinamo dynamo spartak lokomotiv olympique borussia fc fk ac hc bc afc cska uab jsc ooo sia ria orchestre banca banco banque deutsche',
);
const morePlaces = wordSet(
  'islands isle republic kingdom hill hills hotel house palace castle cathedral basilica temple tower square plaza stadium arena beach oblast creek falls springs hall gate wall zone strip front plateau steppe plain basin reef county shrine coliseum gardens garden',
);
const bodiesOf = wordSet('house order society');
const romance = /^(?:le|la|il|el|los|las|les)$/;
const articles = /^(?:der|die|das)$/;
/** Nouns that say `of` before a place. */
const around = wordSet(
  'area areas sector direction directions outskirts vicinity suburbs suburb south north east west northeast northwest southeast southwest centre center capital mayor governor residents people resident native part parts province streets port border borders',
);
const firstPlaces = wordSet(
  'palais quai place rue avenue piazza plaza via calle villa casa castello chateau château monte mont mount santa saint lac lago puerto porto ponte pont lake fort port',
);
const administrative = /-(?:cho|shi|ku|machi|gun|ken|mura|dong|gu|ri|si|eup|myeon)$/;
/** Capitals that name nothing in particular. */
const noBodies = wordSet(
  'gmt utc cet covid hiv aids dna rna tv dvd cd suv gps gdp usb pc faq led lcd ai it pr hr vip id pdf sms url html am pm bc ad mph km kg ufo pow mvp nft gpu cpu ps pcr ct mri iq eq cctv atm ev diy rpg fps ok aa sos',
);
const placePrepositions = wordSet('in at near across outside inside toward towards around throughout');
const ways = wordSet('from to into');
const speaking = wordSet(
  'said says told added noted stressed explained wrote thinks believes recalled admitted who replied smiled laughed asked',
);

/** Initials that are a common noun: `TV`, `PC`. */
export const isNoun = ({acronym, hash}: NameWord): boolean => acronym && noBodies.has(hash);

/** What a name of these words, at these places, is. */
export class EntryKinds {
  constructor(
    private readonly text: TextIndex,
    private readonly places: Places,
  ) {}

  /** By its own words alone; `unknown` of most. */
  ofWords(words: readonly WordMention[]): NameKind {
    const first = words[0]!.word;
    const last = (isJoined(words) ? headOf(words) : words.at(-1)!).word;
    const whole = words.map(({word}) => word.folded).join(' ');
    if (isKnownBody(whole)) return 'organisation';
    if (isRegion(whole)) return 'place';
    if (words.length > 1 && isDemonym(last) && last.folded.endsWith('s') && !isGivenName(first))
      return 'demonym';
    if (words.every(({word}) => isDemonym(word) && !isRegion(word.folded))) return 'demonym';
    const isLong = words.length > 1;
    if (isLong && /^(?:ltd|llc|plc|inc|gmbh|ag|uab|ehf|oy|kft|srl|jsc|ooo|corp|bv|nv)$/.test(last.folded))
      return 'organisation';
    if (isLong && (events.has(last.hash) || events.has(first.hash))) return 'event';
    if (!isLong && events.has(first.hash)) return 'event';
    if (isLong && (works.has(last.hash) || works.has(first.hash))) return 'work';
    if (isLong && placeNouns.has(last.hash) && !isBody(last) && !isSurname(words)) return 'place';
    if (isBody(last) || (isLong && (moreBodies.has(last.hash) || firstBodies.has(first.hash))))
      return 'organisation';
    if (isJoined(words) && (bodiesOf.has(last.hash) || moreBodies.has(last.hash))) return 'organisation';
    if (!isLong && administrative.test(first.folded)) return 'place';
    if (!isLong && isBodyOf(first)) return 'organisation';
    if (isLong && firstPlaces.has(first.hash) && last.tier < 2) return 'place';
    if (isLong && articles.test(first.folded)) return words.length > 2 ? 'unknown' : 'organisation';
    if (isLong && (isBody(first) || (moreBodies.has(first.hash) && isOrdinary(first)))) return 'organisation';
    if (isLong && (placeNouns.has(first.hash) || morePlaces.has(last.hash) || morePlaces.has(first.hash)))
      return 'place';
    return 'unknown';
  }

  /** Whether a word is a town that news tells of without saying what it is. */
  isTown(word: NameWord): boolean {
    return sizeOf(word, this.places) >= large;
  }

  /** By what stands beside it. */
  of(words: readonly WordMention[], segments: readonly Segment[], isTitled: boolean): NameKind {
    const told = this.ofWords(words);
    if (told !== 'unknown') return told;
    const {hashes, flags, count} = this.text.tokens;
    const first = words[0]!.word;
    let person = isTitled ? 4 : 0;
    let place = 0;
    let body = 0;
    const one = words.length === 1 ? first : undefined;
    const isWord = (i: number): boolean => i >= 0 && i < count && (flags[i]! & TokenFlag.Word) !== 0;
    for (const {initials, before, after} of segments.slice(0, most)) {
      if (initials.some(Boolean)) person += 2;
      if (isWord(before)) {
        const hash = hashes[before]!;
        const noun = hash === of ? (hashes[before - 1] ?? 0) : hash;
        if (placePrepositions.has(hash)) place += one === undefined ? 1 : 2;
        else if (ways.has(hash) && one !== undefined) place += 0.7;
        else if (placeNouns.has(noun) || (hash === of && around.has(noun))) place += 2;
        else if (organisationNouns.has(hash)) body += 2;
        else if (personRoles.has(hash)) person += 2;
      }
      if (!isWord(after)) continue;
      if (placeNouns.has(hashes[after]!)) place += 1.5;
      if (organisationNouns.has(hashes[after]!)) body += 1.5;
      if (speaking.has(hashes[after]!)) person += 1.5;
    }
    if (one !== undefined) {
      const size = sizeOf(one, this.places);
      if (size > 0 && one.tier < 2) place += tableSays[size] ?? 0;
      if (isGivenName(one)) person += 2;
      if (one.acronym && one.text.length > 1 && person < 2)
        return /\d/.test(one.text) ? 'unknown' : 'organisation';
    } else {
      const strange = words.filter(({word}) => word.tier < 2 && !word.acronym && !isDemonym(word));
      if (romance.test(first.folded)) return 'unknown';
      if (strange.length === words.length && words.length < 5) {
        person += 1.5;
        if (isGivenName(first)) person += 3;
        else if (first.known && sizeOf(first, this.places) < 3) person += 1;
      } else if (isGivenName(first) && strange.length > 0) person += 2;
      // `Caster Semenya`
      else if (words.length === 2 && !words.some(isPlaceWord)) {
        if (strange.at(-1) === words[1]) person += 1.5;
        // `Scott Brown`
        else if (strange.length === 1 && first.known && sizeOf(first, this.places) < 4) person += 1.5;
      } else if (words.some(({word}) => word.acronym)) body += 1;
    }
    const best = Math.max(person, place, body);
    if (best < 1.5) return 'unknown';
    return best === person ? 'person' : best === body ? 'organisation' : 'place';
  }
}

const isPlaceWord = ({word}: WordMention): boolean =>
  word.acronym || isDemonym(word) || isRegion(word.folded);
/** By the size of the place: many a surname is a town; alone a city of some hundred thousand says enough. */
const tableSays = [0, 0.3, 0.7, 1, 1.2, 2, 2.5, 2.5] as const;

/** More mentions than that say nothing new. */
const most = 12;
const isBody = ({hash}: NameWord): boolean => organisationNouns.has(hash);
/** `Kate Bush`, `Tom Hill`: nouns for places that are surnames too. */
const isSurname = (words: readonly WordMention[]): boolean =>
  words.length === 2 && surnames.has(words[1]!.word.hash) && isGivenName(words[0]!.word);
const surnames = wordSet('bay hill park lake street mill forest rivers islands bridge cape');
/** `Alfa-Bank`, `Interfax-Ukraine` */
const isBodyOf = ({text, folded}: NameWord): boolean => {
  const hyphen = text.indexOf('-');
  return (
    hyphen > 2 &&
    (isKnownBody(folded.slice(0, hyphen)) || organisationNouns.has(hashOf(text.slice(hyphen + 1))))
  );
};
const sizeOf = (word: NameWord, places: Places): number =>
  places.of(word).reduce((size, place) => Math.max(size, place.size), 0);
const of = hashOf('of');
