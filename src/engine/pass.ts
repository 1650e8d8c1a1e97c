import type {Link} from '../bitext/bitext.js';
import type {PhraseMatch} from '../lexicon/phrases/entry.js';
import type {Phrases} from '../lexicon/phrases/house-first.js';
import type {NameCluster, NameTable} from '../names/name-table.js';
import {type TextIndex, TokenFlag} from '../text/tokens.js';
import type {AnyRule, Listeners} from './rule.js';

export interface Running {
  readonly rule: AnyRule;
  readonly listeners: Listeners;
}

/** How one pass goes over a text. */
export interface Pass {
  readonly text: TextIndex;
  readonly phrases: Phrases | undefined;
  readonly running: readonly Running[];
  /** Rules that wait for a phrase of this kind, of which the first is found; they listen from now on. */
  wake(kind: string): readonly Running[];
  /** Whether any rule waits. */
  readonly waiting: boolean;
  names(): NameTable;
  /** The links of source and target; none where there is no source. */
  links(): readonly Link[];
  /** A rule threw: it hears nothing more of this text. */
  fail(rule: AnyRule, error: unknown): void;
  /** Called before each block. True: rules of scope `block` need not hear it, their findings are known. */
  enter(block: number): boolean;
}

/** A rule in a pass; `dead` once it has thrown. */
class Owner {
  dead = false;
  constructor(readonly rule: AnyRule) {}
}

/**
 * A listener, the rule it belongs to, and the object it is called on. Not bound: bound copies would have to be made for
 * every rule on every article.
 */
interface Listener<A extends unknown[]> {
  readonly owner: Owner;
  readonly on: (...args: A) => void;
  readonly self: object;
}

type TokenListener = Listener<[number]>;
type MarkListener = Listener<[token: number, code: number]>;

interface PhraseListener extends Listener<[PhraseMatch]> {
  readonly kinds: readonly string[];
}

/** Listeners sorted by what they listen to. */
class Audience {
  readonly blocks: TokenListener[] = [];
  readonly sentences: TokenListener[] = [];
  readonly words: TokenListener[] = [];
  readonly numbers: TokenListener[] = [];
  readonly marks = new Map<number, MarkListener[]>();
  readonly phrases: PhraseListener[] = [];
  readonly names: Listener<[NameCluster]>[] = [];
  readonly links: Listener<[Link]>[] = [];
  readonly articles: Listener<[]>[] = [];

  add(owner: Owner, listeners: Listeners): void {
    const {block, sentence, word, number, mark, phrase, name, link, article} = listeners;
    const self = listeners;
    if (block) this.blocks.push({owner, on: block, self});
    if (sentence) this.sentences.push({owner, on: sentence, self});
    if (word) this.words.push({owner, on: word, self});
    if (number) this.numbers.push({owner, on: number, self});
    if (mark) {
      const entry = {owner, on: mark.on, self: mark};
      for (const char of mark.chars) {
        const code = char.codePointAt(0) as number;
        const list = this.marks.get(code);
        if (list) list.push(entry);
        else this.marks.set(code, [entry]);
      }
    }
    if (phrase) this.phrases.push({owner, on: phrase, self, kinds: owner.rule.meta.dictionaries ?? []});
    if (name) this.names.push({owner, on: name, self});
    if (link) this.links.push({owner, on: link, self});
    if (article) this.articles.push({owner, on: article, self});
  }

  get wantsTokens(): boolean {
    return this.words.length > 0 || this.numbers.length > 0 || this.marks.size > 0;
  }
}

/** Runs all rules over a text in one pass: blocks, in them sentences with their phrases, in them tokens. */
export function runPass(pass: Pass): void {
  const {text} = pass;
  const stage = new Stage(pass);
  const blockCount = text.blockFirst.length - 1;
  for (let b = 0; b < blockCount; b++) visitBlock(pass, b, stage, pass.enter(b));
  for (const listener of stage.everyone.names) {
    for (const cluster of clusters(pass, listener.owner)) tell(pass, listener, cluster);
  }
  if (stage.everyone.links.length > 0)
    for (const link of pass.links()) for (const listener of stage.everyone.links) tell(pass, listener, link);
  for (const listener of stage.everyone.articles) tell(pass, listener);
}

/** Who listens to a text. */
class Stage {
  readonly everyone = new Audience();
  /** Those who hear a block whose findings of scope `block` are known; made when there is such a block. */
  private beyond: Audience | undefined;
  private readonly members: {readonly owner: Owner; readonly listeners: Listeners}[] = [];
  private readonly heard = new Set<string>();

  constructor(private readonly pass: Pass) {
    for (const running of pass.running) this.enter(running);
  }

  get beyondBlocks(): Audience {
    if (this.beyond === undefined) {
      this.beyond = new Audience();
      for (const {owner, listeners} of this.members)
        if (owner.rule.meta.scope !== 'block') this.beyond.add(owner, listeners);
    }
    return this.beyond;
  }

  /** A phrase of this kind was found. */
  hear(kind: string): void {
    if (this.heard.has(kind)) return;
    this.heard.add(kind);
    for (const running of this.pass.wake(kind)) this.enter(running);
  }

  private enter({rule, listeners}: Running): void {
    const owner = new Owner(rule);
    this.members.push({owner, listeners});
    this.everyone.add(owner, listeners);
    if (rule.meta.scope !== 'block') this.beyond?.add(owner, listeners);
  }
}

function clusters(pass: Pass, owner: Owner): readonly NameCluster[] {
  if (owner.dead) return [];
  try {
    return pass.names().clusters;
  } catch (error) {
    bury(pass, owner, error);
    return [];
  }
}

/** Calls a listener, unless its rule has thrown before. */
function tell<A extends unknown[]>(pass: Pass, {owner, on, self}: Listener<A>, ...args: A): void {
  if (owner.dead) return;
  try {
    on.apply(self, args);
  } catch (error) {
    bury(pass, owner, error);
  }
}

/** {@link tell} for the many: no array of arguments is made. */
function tellAll(pass: Pass, listeners: readonly TokenListener[], n: number): void {
  for (let k = 0; k < listeners.length; k++) {
    const {owner, on, self} = listeners[k] as TokenListener;
    if (owner.dead) continue;
    try {
      on.call(self, n);
    } catch (error) {
      bury(pass, owner, error);
    }
  }
}

function tellMarks(pass: Pass, listeners: readonly MarkListener[], token: number, code: number): void {
  for (let k = 0; k < listeners.length; k++) {
    const {owner, on, self} = listeners[k] as MarkListener;
    if (owner.dead) continue;
    try {
      on.call(self, token, code);
    } catch (error) {
      bury(pass, owner, error);
    }
  }
}

function bury(pass: Pass, owner: Owner, error: unknown): void {
  owner.dead = true;
  pass.fail(owner.rule, error);
}

function visitBlock(pass: Pass, block: number, stage: Stage, isKnown: boolean): void {
  const {text} = pass;
  const {flags, hashes} = text.tokens;
  const audience = isKnown ? stage.beyondBlocks : stage.everyone;
  const {words, numbers, marks, phrases, wantsTokens} = audience;
  tellAll(pass, audience.blocks, block);
  const stop = text.blockFirstSentence[block + 1] as number;
  for (let s = text.blockFirstSentence[block] as number; s < stop; s++) {
    tellAll(pass, audience.sentences, s);
    const from = text.sentences.first[s] as number;
    const to = text.sentences.last[s] as number;
    const matches =
      phrases.length > 0 || pass.waiting ? pass.phrases?.matchSentence(text, from, to) : undefined;
    if (matches !== undefined)
      for (const match of matches) {
        stage.hear(match.entry.kind);
        for (const listener of phrases) {
          if (listener.kinds.includes(match.entry.kind)) tell(pass, listener, match);
        }
      }
    if (!wantsTokens) continue;
    for (let i = from; i <= to; i++) {
      const f = flags[i] as number;
      if (f & TokenFlag.Word) {
        if (words.length > 0) tellAll(pass, words, i);
      } else if (f & TokenFlag.Number) {
        if (numbers.length > 0) tellAll(pass, numbers, i);
      } else {
        const list = marks.get(hashes[i] as number);
        if (list !== undefined) tellMarks(pass, list, i, hashes[i] as number);
      }
    }
  }
}
