import {countries} from '../../generated/countries.js';
import {hashOf, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {NameKind} from '../name-table.js';
import type {NameWord, NameWords, Run} from './name-words.js';
import {isPeopleOfRegion} from './regions.js';

/** Titles and offices that stand before a person's name. */
export const personRoles = wordSet(
  'mr mrs ms miss dr prof professor sir lord lady dame president vice-president premier chancellor minister governor mayor senator congressman congresswoman representative deputy ambassador king queen prince princess duke emperor pope archbishop bishop cardinal patriarch father rabbi imam sheikh ayatollah mullah general colonel major captain lieutenant sergeant commander admiral marshal judge justice prosecutor attorney lawyer coach manager striker midfielder defender goalkeeper forward captain player champion director chairman chairwoman chief head leader spokesman spokeswoman spokesperson secretary actor actress singer writer author journalist editor professor doctor academician analyst expert politician businessman oligarch brother sister son daughter wife husband mother uncle comrade candidate mp mep rep sen gov gen lt col emir sultan shah caliph pandit guru swami alhaji mallam sheik maharaja tsar czar kaiser pharaoh chieftain vicar abbot monsignor sir dame don dona mister monsieur madame frau herr presidents ministers governors mayors senators ambassadors generals secretaries directors coaches',
);
/** Peoples whose adjective stands before a title: `French`, `Israeli`. */
export const peopleAdjectives = wordSet(
  'afghan albanian algerian american argentine armenian australian austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian canadian chilean chinese colombian croatian cuban cypriot czech danish dutch egyptian emirati english estonian ethiopian european finnish french georgian german ghanaian greek hungarian icelandic indian indonesian iranian iraqi irish israeli italian japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz latvian lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan mongolian montenegrin moroccan nepali nigerian norwegian pakistani palestinian peruvian philippine polish portuguese qatari romanian russian saudi scottish serbian singaporean slovak slovenian somali soviet spanish sudanese swedish swiss syrian taiwanese tajik thai tunisian turkish turkmen ugandan ukrainian uzbek venezuelan vietnamese welsh yemeni us uk eu',
);
const peoples: ReadonlySet<number> = wordSet(
  'americans russians ukrainians germans italians europeans africans asians asian african arab arabs arabic jew jews jewish muslim muslims christians kurds kurd turk turks greeks greek poles pole finn finns swede swedes dane danes spaniard spaniards scot scots tatar tatars chechen chechens serb serbs croat croats czechs slovaks slovenes estonians latvians lithuanians belarusians kazakhs uzbeks afghans frenchman englishman irishman englishmen frenchmen dutchman balkan baltic slavic catalan basque bavarian saxon viennese parisian londoner roma romani inuit argentinian sumerian ottoman byzantine hellenic nordic scandinavian siberian crimean caucasian tibetan bengali gujarati punjabi tamil zulu sioux apache',
);
/** Whether a word is a people or the adjective of one; the parts of `Armenian-Turkish` and `American-led` are asked. */
export function isDemonym({hash, folded}: NameWord): boolean {
  if ((peopleAdjectives.has(hash) && !shortAdjectives.test(folded)) || peoples.has(hash)) return true;
  const hyphen = folded.indexOf('-');
  if (hyphen > 2) return compounds.test(folded) || isAdjective(folded.slice(0, hyphen));
  if (folded.endsWith('s') && peopleAdjectives.has(hashOf(folded.slice(0, -1)))) return folded.length > 5;
  return isPeopleOfRegion(folded);
}
const compounds =
  /-(?:based|led|owned|born|backed|speaking|made|winning|supported|funded|controlled|occupied)$/;
const shortAdjectives = /^(?:us|uk|eu)$/;
const isAdjective = (word: string): boolean => {
  const hash = hashOf(word);
  return peopleAdjectives.has(hash) || peoples.has(hash) || isPeopleOfRegion(word);
};
/** Nouns that say that the name beside them is a place. */
export const placeNouns = wordSet(
  'city town village region district province county prefecture oblast raion republic state island river lake sea mountain mount street avenue square airport station port valley bay peninsula desert canton municipality settlement suburb territory krai bridge park capital governorate voivodeship okrug rayon commune parish borough hamlet coast canal gulf strait cape forest glacier waterfall highway railway neighbourhood neighborhood quarter',
);
/** Words that are part of the name of an organisation. */
export const organisationNouns = wordSet(
  'party ministry committee commission council bank company corporation group agency university institute academy association union federation foundation fund club fc league court parliament assembly senate bureau department service office times news media press television tv radio airlines airways police army navy ltd inc llc plc holding motors energy oil gas church museum theatre theater hospital school college center centre movement front alliance bloc coalition works factory plant mill mine brewery shop store hotel restaurant cafe firm startup brand cooperative orchestra choir band team stadium academy clinic laboratory consortium',
);
const isWhat = (hash: number): boolean => placeNouns.has(hash) || organisationNouns.has(hash);
const placePrepositions = wordSet('in at near from to into across outside inside toward towards around');

/** How much speaks for each kind. */
interface Tally {
  person: number;
  place: number;
  organisation: number;
}

/**
 * Judges what names are by what stands beside their mentions. What speaks is counted once a run and once a word: a
 * given name may belong to a thousand people, and a run may be a thousand words long.
 */
export class Kinds {
  private readonly ofWord = new Map<NameWord, Tally>();
  private readonly ofRun = new Map<Run, RunTally>();

  constructor(
    private readonly text: TextIndex,
    private readonly names: NameWords,
  ) {}

  /** What a name of these words is. `unknown` when nothing speaks. */
  of(words: readonly NameWord[]): NameKind {
    let person = 0;
    let place = 0;
    let organisation = 0;
    for (const word of words) {
      const tally = this.tallyOf(word);
      person += tally.person;
      place += tally.place;
      organisation += tally.organisation;
    }
    const most = Math.max(person, place, organisation);
    if (most === 0) return 'unknown';
    // That another name stands beside it makes no person: what is not known is told as a name.
    if (most === person && most < 2) return 'unknown';
    return most === person ? 'person' : most === place ? 'place' : 'organisation';
  }

  /** Whether what speaks for the kind of a word is twice as much as what speaks for another, and more than a little. */
  isSure(word: NameWord): boolean {
    const {person, place, organisation} = this.tallyOf(word);
    const most = Math.max(person, place, organisation);
    return most > 1 && most * 3 >= 2 * (person + place + organisation);
  }

  private tallyOf(word: NameWord): Tally {
    let tally = this.ofWord.get(word);
    if (tally === undefined) {
      tally = this.count(word);
      this.ofWord.set(word, tally);
    }
    return tally;
  }

  private count(word: NameWord): Tally {
    const {hashes, flags, count} = this.text.tokens;
    const tally: Tally = {person: 0, place: 0, organisation: 0};
    if (countries.has(word.folded)) tally.place += 3 * word.mentions.length;
    // What its own word says is no evidence for a mention.
    const own = Number(organisationNouns.has(word.hash));
    const ownPlace = Number(placeNouns.has(word.hash));
    const ownRole = Number(personRoles.has(word.hash));
    const ownPlain = Number(ownRole === 0 && word.tier === 0);
    for (const mention of word.mentions) {
      const run = this.names.runs[mention.run] as Run;
      const all = this.runTallyOf(run);
      tally.organisation += 2 * (all.organisations - own);
      tally.place += 2 * (all.places - ownPlace);
      tally.person += 2 * (all.roles - ownRole);
      // Two names in a row, neither an English word: given name and surname, as a rule.
      if (word.tier === 0) tally.person += all.plain - ownPlain;
      // And no more than two of them, with nothing that says what they are.
      if (
        word.tier === 0 &&
        all.isPair &&
        !placePrepositions.has(hashes[run.before]!) &&
        !isWhat(hashes[run.after]!)
      )
        tally.person++;
      // A name that English knows beside one that it does not: `Ivan Dorkov`.
      if (word.tier === 0 && !word.known && all.known) tally.person++;
      if (all.initials) tally.person += 2;
      const {before, after} = run;
      if (before >= 0 && flags[before]! & TokenFlag.Word) {
        if (personRoles.has(hashes[before]!)) tally.person += 2;
        else if (placeNouns.has(hashes[before]!)) tally.place += 2;
        else if (organisationNouns.has(hashes[before]!)) tally.organisation += 2;
        else if (placePrepositions.has(hashes[before]!) && run.words.length === 1) tally.place++;
      }
      if (after >= count) continue;
      if (placeNouns.has(hashes[after]!)) tally.place += 2;
      if (organisationNouns.has(hashes[after]!)) tally.organisation += 2;
      if (saying.has(hashes[after]!)) tally.person++;
    }
    return tally;
  }

  private runTallyOf(run: Run): RunTally {
    let tally = this.ofRun.get(run);
    if (tally === undefined) {
      tally = {
        organisations: 0,
        places: 0,
        roles: 0,
        plain: 0,
        initials: run.initials.some(Boolean),
        known: false,
        isPair: false,
      };
      for (const {word} of run.words) {
        if (organisationNouns.has(word.hash)) tally.organisations++;
        if (placeNouns.has(word.hash)) tally.places++;
        if (personRoles.has(word.hash)) tally.roles++;
        else if (word.tier === 0) {
          tally.plain++;
          if (word.known && !countries.has(word.folded)) tally.known = true;
        }
      }
      tally.isPair = run.words.length === 2 && tally.plain === 2 && tally.organisations + tally.places === 0;
      this.ofRun.set(run, tally);
    }
    return tally;
  }
}

/** Words of a run that say what it is, by kind. */
interface RunTally {
  organisations: number;
  places: number;
  roles: number;
  /** Words that are neither titles nor English words. */
  plain: number;
  readonly initials: boolean;
  /** One of these is a name that English knows, and no country. */
  known: boolean;
  isPair: boolean;
}

const saying = wordSet(
  'said says told added noted stressed explained wrote thinks believes recalled admitted who',
);
