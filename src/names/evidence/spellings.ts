import type {NameWord} from '../mentions/name-words.js';
import {spellingModel} from '../spelling/compare.js';
import {readSpelling, type Spelling} from '../spelling/spelling.js';
import {beginAlike} from './beginnings.js';

/** Letters that may stand for one another, or be left out, at the beginning of a name. */
const weakBeginning = /^[aeiouyhjgwv]/;

/** Reads spellings once a word, and compares names that stand beside others once a pair of them. */
export class Spellings {
  private readonly made = new Map<NameWord, Spelling>();
  private readonly others = new Map<NameWord, Map<NameWord, boolean>>();

  /** Whether both sides are names of their own, each unlike all of the other side. */
  areOthers(a: ReadonlySet<NameWord>, b: ReadonlySet<NameWord>): boolean {
    const ofA = ownNames(a);
    const ofB = ownNames(b);
    if (ofA.length === 0 || ofB.length === 0 || ofA.length > 4 || ofB.length > 4) return false;
    return ofA.every((x) => ofB.every((y) => this.isOther(x, y)));
  }

  private isOther(x: NameWord, y: NameWord): boolean {
    if (x.folded.startsWith(y.folded.slice(0, 4))) return false;
    let known = this.others.get(x);
    if (known === undefined) {
      known = new Map();
      this.others.set(x, known);
    }
    let other = known.get(y);
    if (other === undefined) {
      const [a, b] = [x.folded, y.folded];
      const isAlike =
        a.charAt(0) === b.charAt(0) || (weakBeginning.test(a) && weakBeginning.test(b)) || beginAlike(a, b);
      other = spellingModel().compare(this.of(x), this.of(y)) < (isAlike ? 0.1 : 0.5);
      known.set(y, other);
    }
    return other;
  }

  of(word: NameWord): Spelling {
    let spelling = this.made.get(word);
    if (spelling === undefined) {
      spelling = readSpelling(word.text);
      this.made.set(word, spelling);
    }
    return spelling;
  }
}

/** The names of their own among some, up to five of them. */
function ownNames(words: ReadonlySet<NameWord>): NameWord[] {
  const own: NameWord[] = [];
  for (const word of words) {
    if (isOwnName(word)) own.push(word);
    if (own.length > 4) break;
  }
  return own;
}

/** Not an abbreviation, nor a father’s name, which stands beside a surname or for it. */
const isOwnName = ({acronym, folded}: NameWord): boolean =>
  !acronym && folded.length > 2 && !/(?:vich|vic|vych|vna|vitch)$/.test(folded);
