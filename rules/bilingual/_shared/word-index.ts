import type {SourceWord} from './name-words.js';

const fewestBones = 3;
/** Consonants of an ending in the source. */
const mostEnding = 2;

/** The words of a whole source by what is asked of them, so that a name of the translation is looked up and not compared with each. */
export class WordIndex {
  private readonly spellings = new Set<string>();
  /** Consonants of words with a capital, without up to two of an ending. */
  private readonly bones = new Set<string>();

  constructor(words: readonly SourceWord[]) {
    for (const {latin, bones, isCapital} of words) {
      this.spellings.add(latin);
      if (!isCapital) continue;
      for (let cut = 0; cut <= mostEnding && bones.length - cut >= fewestBones; cut++)
        this.bones.add(bones.slice(0, bones.length - cut));
    }
  }

  /** Whether a word stands there in these letters. */
  has(name: string): boolean {
    return this.spellings.has(name);
  }

  /** Whether a word stands there in these letters, or one with a capital has these consonants. */
  supports(name: string, bones: string): boolean {
    return this.spellings.has(name) || this.bones.has(bones);
  }
}

/** The names of a whole translation, by their consonants and letters. */
export class NameIndex {
  private readonly spellings = new Set<string>();
  private readonly bones = new Set<string>();

  constructor(names: Iterable<{readonly name: string; readonly bones: string; readonly isName: boolean}>) {
    for (const {name, bones, isName} of names) {
      if (!isName) continue;
      this.spellings.add(keyOf(bones, name));
      this.bones.add(bones);
    }
  }

  /** Whether any name is what a word of the source is called in the translation; the word has three consonants at least. */
  hasNameOf({latin, bones}: SourceWord): boolean {
    if (this.spellings.has(keyOf(bones, latin))) return true;
    for (let cut = 0; cut <= mostEnding; cut++) {
      const length = bones.length - cut;
      if (length < fewestBones && (length !== 2 || bones.length > fewestBones)) break;
      if (this.bones.has(bones.slice(0, length))) return true;
    }
    return false;
  }
}

/** Only names that begin with one sound are one. */
const keyOf = (bones: string, spelling: string): string => `${bones[0] ?? ''} ${spelling}`;
