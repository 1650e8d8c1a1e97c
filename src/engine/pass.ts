import type {PhraseMatcher} from '../lexicon/phrases/automaton.js';
import type {PhraseMatch} from '../lexicon/phrases/entry.js';
import type {NameTable} from '../names/name-table.js';
import {type TextIndex, TokenFlag} from '../text/tokens.js';
import type {AnyRule, Listeners} from './rule.js';

export interface Running {
  readonly rule: AnyRule;
  readonly listeners: Listeners;
}

/** How one pass goes over a text. */
export interface Pass {
  readonly text: TextIndex;
  readonly matchers: readonly PhraseMatcher[];
  readonly running: readonly Running[];
  names(): NameTable;
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

interface Listener {
  readonly owner: Owner;
  readonly call: (n: number) => void;
}

interface MarkListener {
  readonly owner: Owner;
  readonly on: (token: number, code: number) => void;
}

interface PhraseListener {
  readonly owner: Owner;
  readonly kinds: readonly string[];
  readonly on: (match: PhraseMatch) => void;
}

/** Listeners sorted by what they listen to. */
class Audience {
  readonly blocks: Listener[] = [];
  readonly sentences: Listener[] = [];
  readonly words: Listener[] = [];
  readonly numbers: Listener[] = [];
  readonly marks = new Map<number, MarkListener[]>();
  readonly phrases: PhraseListener[] = [];

  add(owner: Owner, listeners: Listeners): void {
    const listen = (list: Listener[], call: ((n: number) => void) | undefined): void => {
      if (call) list.push({owner, call: call.bind(listeners)});
    };
    listen(this.blocks, listeners.block);
    listen(this.sentences, listeners.sentence);
    listen(this.words, listeners.word);
    listen(this.numbers, listeners.number);
    const {mark, phrase} = listeners;
    if (mark) {
      const entry = {owner, on: mark.on.bind(mark)};
      for (const char of mark.chars) {
        const code = char.codePointAt(0) as number;
        const list = this.marks.get(code);
        if (list) list.push(entry);
        else this.marks.set(code, [entry]);
      }
    }
    if (phrase)
      this.phrases.push({owner, kinds: owner.rule.meta.dictionaries ?? [], on: phrase.bind(listeners)});
  }

  get wantsTokens(): boolean {
    return this.words.length > 0 || this.numbers.length > 0 || this.marks.size > 0;
  }
}

/** Runs all rules over a text in one pass: blocks, in them sentences with their phrases, in them tokens. */
export function runPass(pass: Pass): void {
  const {text, running} = pass;
  const owners = running.map(({rule}) => new Owner(rule));
  const everyone = new Audience();
  const articleOnly = new Audience();
  for (const [k, {rule, listeners}] of running.entries()) {
    const owner = owners[k] as Owner;
    everyone.add(owner, listeners);
    if (rule.meta.scope !== 'block') articleOnly.add(owner, listeners);
  }
  const {fail} = pass;
  const guard = (owner: Owner, run: () => void): void => {
    if (owner.dead) return;
    try {
      run();
    } catch (error) {
      owner.dead = true;
      fail(owner.rule, error);
    }
  };
  const blockCount = text.blockFirst.length - 1;
  for (let b = 0; b < blockCount; b++) {
    visitBlock(pass, b, pass.enter(b) ? articleOnly : everyone, guard);
  }
  for (const [k, {listeners}] of running.entries()) {
    const {name} = listeners;
    if (!name) continue;
    guard(owners[k] as Owner, () => {
      for (const cluster of pass.names().clusters) name.call(listeners, cluster);
    });
  }
  for (const [k, {listeners}] of running.entries()) {
    if (listeners.article) guard(owners[k] as Owner, () => listeners.article?.());
  }
}

function visitBlock(
  pass: Pass,
  block: number,
  audience: Audience,
  guard: (owner: Owner, run: () => void) => void,
): void {
  const {text, matchers, fail} = pass;
  const {flags, hashes} = text.tokens;
  const {words, numbers, marks, phrases, wantsTokens} = audience;
  const tell = (listeners: readonly Listener[], n: number): void => {
    for (let k = 0; k < listeners.length; k++) {
      const {owner, call} = listeners[k] as Listener;
      if (owner.dead) continue;
      try {
        call(n);
      } catch (error) {
        owner.dead = true;
        fail(owner.rule, error);
      }
    }
  };
  tell(audience.blocks, block);
  const stop = text.blockFirstSentence[block + 1] as number;
  for (let s = text.blockFirstSentence[block] as number; s < stop; s++) {
    tell(audience.sentences, s);
    const from = text.sentences.first[s] as number;
    const to = text.sentences.last[s] as number;
    if (phrases.length > 0) {
      for (const matcher of matchers) {
        const matches = matcher.matchSentence(text, from, to);
        if (matches === undefined) continue;
        for (const match of matches) {
          for (const {owner, kinds, on} of phrases) {
            if (kinds.includes(match.entry.kind)) guard(owner, () => on(match));
          }
        }
      }
    }
    if (!wantsTokens) continue;
    for (let i = from; i <= to; i++) {
      const f = flags[i] as number;
      if (f & TokenFlag.Word) {
        if (words.length > 0) tell(words, i);
      } else if (f & TokenFlag.Number) {
        if (numbers.length > 0) tell(numbers, i);
      } else {
        const list = marks.get(hashes[i] as number);
        if (list === undefined) continue;
        for (const {owner, on} of list) guard(owner, () => on(i, hashes[i] as number));
      }
    }
  }
}
