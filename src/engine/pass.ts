import type {PhraseMatcher} from '../lexicon/phrases/automaton.js';
import type {PhraseMatch} from '../lexicon/phrases/entry.js';
import type {NameTable} from '../names/name-table.js';
import {type TextIndex, TokenFlag} from '../text/tokens.js';
import type {AnyRule, Listeners} from './rule.js';

interface Running {
  readonly rule: AnyRule;
  readonly listeners: Listeners;
}

type Call = (n: number) => void;

/** A listener and the rule it belongs to; `dead` once the rule has thrown. */
class Listener {
  constructor(
    readonly owner: Owner,
    readonly call: Call,
  ) {}
}

class Owner {
  dead = false;
  constructor(readonly rule: AnyRule) {}
}

/**
 * Runs all rules over a text in one pass: blocks, in them sentences with their phrases, in them tokens. A rule that
 * throws is told to `fail` and hears nothing more of this text; the others go on.
 */
export function runPass(
  text: TextIndex,
  matchers: readonly PhraseMatcher[],
  running: readonly Running[],
  names: () => NameTable,
  fail: (rule: AnyRule, error: unknown) => void,
): void {
  const blocks: Listener[] = [];
  const sentences: Listener[] = [];
  const words: Listener[] = [];
  const numbers: Listener[] = [];
  const marks = new Map<number, {owner: Owner; on: (token: number, code: number) => void}[]>();
  const phrases: {owner: Owner; kinds: readonly string[]; on: (match: PhraseMatch) => void}[] = [];
  const owners: Owner[] = [];
  for (const {rule, listeners} of running) {
    const owner = new Owner(rule);
    owners.push(owner);
    if (listeners.block) blocks.push(new Listener(owner, listeners.block.bind(listeners)));
    if (listeners.sentence) sentences.push(new Listener(owner, listeners.sentence.bind(listeners)));
    if (listeners.word) words.push(new Listener(owner, listeners.word.bind(listeners)));
    if (listeners.number) numbers.push(new Listener(owner, listeners.number.bind(listeners)));
    if (listeners.mark) {
      const {mark} = listeners;
      for (const char of mark.chars) {
        const code = char.codePointAt(0) as number;
        const list = marks.get(code);
        const entry = {owner, on: mark.on.bind(mark)};
        if (list) list.push(entry);
        else marks.set(code, [entry]);
      }
    }
    if (listeners.phrase)
      phrases.push({owner, kinds: rule.meta.dictionaries ?? [], on: listeners.phrase.bind(listeners)});
  }
  const guard = (owner: Owner, run: () => void): void => {
    if (owner.dead) return;
    try {
      run();
    } catch (error) {
      owner.dead = true;
      fail(owner.rule, error);
    }
  };
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
  const active = phrases.length > 0 ? matchers.filter((m) => m.isActive) : [];
  const wantTokens = words.length > 0 || numbers.length > 0 || marks.size > 0;
  const {flags, hashes} = text.tokens;
  const {first, last} = text.sentences;
  const blockCount = text.blockFirst.length - 1;
  for (let b = 0; b < blockCount; b++) {
    tell(blocks, b);
    const stop = text.blockFirstSentence[b + 1] as number;
    for (let s = text.blockFirstSentence[b] as number; s < stop; s++) {
      tell(sentences, s);
      const from = first[s] as number;
      const to = last[s] as number;
      for (const matcher of active) {
        const matches = matcher.matchSentence(text, from, to);
        if (matches === undefined) continue;
        for (const match of matches) {
          for (const {owner, kinds, on} of phrases) {
            if (kinds.includes(match.entry.kind)) guard(owner, () => on(match));
          }
        }
      }
      if (!wantTokens) continue;
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
  for (const [k, {listeners}] of running.entries()) {
    const owner = owners[k] as Owner;
    const {name} = listeners;
    if (name) {
      guard(owner, () => {
        for (const cluster of names().clusters) name.call(listeners, cluster);
      });
    }
  }
  for (const [k, {listeners}] of running.entries()) {
    if (listeners.article) guard(owners[k] as Owner, () => listeners.article?.());
  }
}
