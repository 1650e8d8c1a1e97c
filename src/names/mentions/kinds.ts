import {wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {NameKind} from '../name-table.js';
import type {NameWord, NameWords, Run} from './name-words.js';

/** Titles and offices that stand before a person's name. */
export const personRoles = wordSet(
  'mr mrs ms miss dr prof professor sir lord lady dame president vice-president premier chancellor minister governor mayor senator congressman congresswoman representative deputy ambassador king queen prince princess duke emperor pope archbishop bishop cardinal patriarch father rabbi imam sheikh ayatollah mullah general colonel major captain lieutenant sergeant commander admiral marshal judge justice prosecutor attorney lawyer coach manager striker midfielder defender goalkeeper forward captain player champion director chairman chairwoman chief head leader spokesman spokeswoman spokesperson secretary actor actress singer writer author journalist editor professor doctor academician analyst expert politician businessman oligarch brother sister son daughter wife husband mother uncle comrade candidate mp mep rep sen gov gen lt col',
);
/** Nouns that say that the name beside them is a place. */
export const placeNouns = wordSet(
  'city town village region district province county prefecture oblast raion republic state island river lake sea mountain mount street avenue square airport station port valley bay peninsula desert canton municipality settlement suburb territory krai bridge park capital',
);
/** Words that are part of the name of an organisation. */
export const organisationNouns = wordSet(
  'party ministry committee commission council bank company corporation group agency university institute academy association union federation foundation fund club fc league court parliament assembly senate bureau department service office times news media press television tv radio airlines airways police army navy ltd inc llc plc holding motors energy oil gas church museum theatre theater hospital school college center centre movement front alliance bloc coalition',
);
const placePrepositions = wordSet('in at near from to into across outside inside toward towards around');

/** What a name is, judged by what stands beside its mentions. `unknown` when nothing speaks. */
export function kindOfWords(words: readonly NameWord[], text: TextIndex, names: NameWords): NameKind {
  let person = 0;
  let place = 0;
  let organisation = 0;
  const {hashes, flags} = text.tokens;
  for (const word of words) {
    for (const mention of word.mentions) {
      const run = names.runs[mention.run] as Run;
      for (const other of run.words) {
        if (other === mention) continue;
        if (organisationNouns.has(other.word.hash)) organisation += 2;
        if (placeNouns.has(other.word.hash)) place += 2;
        if (personRoles.has(other.word.hash)) person += 2;
        // Two names in a row, neither an English word: given name and surname, as a rule.
        else if (other.word.tier === 0 && mention.word.tier === 0) person++;
      }
      if (run.initials.some((initial) => initial !== '')) person += 2;
      const before = run.before;
      if (before >= 0 && flags[before]! & TokenFlag.Word) {
        if (personRoles.has(hashes[before]!)) person += 2;
        else if (placeNouns.has(hashes[before]!)) place += 2;
        else if (placePrepositions.has(hashes[before]!) && run.words.length === 1) place++;
      }
      const after = run.after;
      if (after < text.tokens.count && placeNouns.has(hashes[after]!)) place += 2;
      if (after < text.tokens.count && saying.has(hashes[after]!)) person++;
    }
  }
  const most = Math.max(person, place, organisation);
  if (most === 0) return 'unknown';
  return most === person ? 'person' : most === place ? 'place' : 'organisation';
}

const saying = wordSet(
  'said says told added noted stressed explained wrote thinks believes recalled admitted who',
);
