import {countries} from '../../generated/countries.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {isOrdinary} from '../evidence/contexts.js';
import type {NameCluster, NameEntry} from '../name-table.js';
import {calendar} from './calendar.js';
import {type Kinds, organisationNouns, peopleAdjectives, personRoles, placeNouns} from './kinds.js';
import type {NameWord, NameWords, Run, WordMention} from './name-words.js';

interface Draft {
  readonly words: readonly WordMention[];
  readonly keys: readonly string[];
  readonly initials: readonly string[];
  readonly roles: readonly string[];
  readonly gloss: string | undefined;
}

interface Entity {
  keys: readonly string[];
  words: readonly WordMention[];
  readonly drafts: Draft[];
}

/**
 * All names of an article. A run of name words, titles left out, is a mention; a single word, or an initial with a
 * surname, goes to the full name that has it, when only one does.
 */
export function lazyEntries(
  text: TextIndex,
  names: NameWords,
  clusters: readonly NameCluster[],
  kinds: Kinds,
): NameEntry[] {
  const keyOf = clusterKeys(clusters);
  const drafts = names.runs.map((run) => toDraft(text, run, keyOf)).filter((draft) => draft !== undefined);
  const entities: Entity[] = [];
  const byKeys = new Map<string, Entity>();
  for (const draft of drafts) {
    if (draft.words.length < 2) continue;
    const id = draft.keys.join(' ');
    let entity = byKeys.get(id);
    if (entity === undefined) {
      entity = {keys: draft.keys, words: draft.words, drafts: []};
      byKeys.set(id, entity);
      entities.push(entity);
    }
    entity.drafts.push(draft);
  }
  const owners = new Map<string, Set<Entity>>();
  for (const entity of entities) {
    for (const key of [entity.keys[0]!, entity.keys.at(-1)!]) {
      const set = owners.get(key) ?? new Set();
      set.add(entity);
      owners.set(key, set);
    }
  }
  for (const draft of drafts) {
    if (draft.words.length > 1 || calendar.has(draft.words[0]!.word.folded)) continue;
    const key = draft.keys[0]!;
    const initial = draft.initials[0]!;
    const full = [...(owners.get(key) ?? [])].filter(
      (entity) =>
        initial === '' || (entity.keys.at(-1) === key && entity.words[0]!.word.text.startsWith(initial)),
    );
    if (full.length === 1) {
      full[0]!.drafts.push(draft);
      continue;
    }
    let entity = byKeys.get(key);
    if (entity === undefined) {
      entity = {keys: [key], words: draft.words, drafts: []};
      byKeys.set(key, entity);
      entities.push(entity);
    }
    entity.drafts.push(draft);
  }
  return entities
    .map((entity) => toEntry(text, kinds, entity))
    .sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}

/** Spellings of one cluster have one key. */
function clusterKeys(clusters: readonly NameCluster[]): (word: NameWord) => string {
  const keys = new Map<string, string>();
  for (const cluster of clusters)
    for (const form of cluster.forms) keys.set(form.text, cluster.forms[0]!.text);
  return (word) => keys.get(word.text) ?? word.text;
}

function toDraft(text: TextIndex, run: Run, keyOf: (word: NameWord) => string): Draft | undefined {
  const roles: string[] = [];
  let from = 0;
  while (from < run.words.length && (personRoles.has(run.words[from]!.word.hash) || isTitle(run, from))) {
    roles.push(run.words[from]!.word.text);
    from++;
  }
  const words = withoutDays(run.words.slice(from), run.before, text);
  if (words.length === 0) return undefined;
  // A run of ordinary words is a name only when it names an institution: `Central Election Commission`.
  if (
    words.every(({word}) => isOrdinary(word) || word.tier >= 2) &&
    !(words.length > 1 && words.some(({word}) => organisationNouns.has(word.hash)))
  ) {
    return undefined;
  }
  const {before} = run;
  if (
    roles.length === 0 &&
    before >= 0 &&
    text.tokens.flags[before]! & TokenFlag.Word &&
    personRoles.has(text.tokens.hashes[before]!)
  ) {
    roles.push(text.token(before));
  }
  return {
    words,
    keys: words.map(({word}) => keyOf(word)),
    initials: run.initials.slice(from),
    roles,
    gloss: glossAfter(text, run),
  };
}

/** `Foreign Minister Lavrov`, `French Prime Minister Dubois`: ordinary words and a people before a title go with it. */
function isTitle(run: Run, at: number): boolean {
  for (let i = at; i < run.words.length - 1; i++) {
    const {word} = run.words[i]!;
    if (i > at && personRoles.has(word.hash)) return true;
    if (!isOrdinary(word) && !(i === at && peopleAdjectives.has(word.hash))) return false;
  }
  return false;
}

/** `Monday Ivan Dorkov`, `Ivan Dorkov Monday`: days, and months behind a preposition, are no part of a name. */
function withoutDays(words: readonly WordMention[], before: number, text: TextIndex): readonly WordMention[] {
  const isDay = ({word}: WordMention): boolean => calendar.has(word.folded);
  if (!words.some(isDay) || words.length < 2) return words;
  const {flags} = text.tokens;
  // `April Ludgate` is a woman; `In April Ludgate` is not.
  const isBehindWord = before >= 0 && (flags[before]! & TokenFlag.Word) !== 0;
  let from = 0;
  while (
    from < words.length &&
    isDay(words[from]!) &&
    (isBehindWord || words[from]!.word.folded.endsWith('day'))
  )
    from++;
  const end = words.findIndex((word, i) => i > from && isDay(word));
  return words.slice(from, end < 0 ? undefined : end);
}

/** Up to four words in round brackets right behind a name. */
function glossAfter(text: TextIndex, run: Run): string | undefined {
  const {hashes, starts, ends, count, flags} = text.tokens;
  const open = run.after;
  if (open >= count || hashes[open] !== 0x28) return undefined;
  for (let i = open + 1; i < count && i <= open + 6; i++) {
    if (hashes[i] === 0x29)
      return i === open + 1 ? undefined : text.prose.slice(starts[open + 1]!, ends[i - 1]!);
    if (flags[i]! & TokenFlag.Number) return undefined;
  }
  return undefined;
}

/** A ministry is an organisation and a district a place, whoever stands beside. */
function headKind({words}: Entity): NameEntry['kind'] | undefined {
  const isOf = (nouns: ReadonlySet<number>, mention: WordMention | undefined): boolean =>
    mention !== undefined && nouns.has(mention.word.hash);
  const ends = [words.at(-1), words.length > 1 ? words[0] : undefined];
  if (ends.some((end) => isOf(organisationNouns, end))) return 'organisation';
  if (words.length > 1 && ends.some((end) => isOf(placeNouns, end))) return 'place';
  if (words.length === 1 && countries.has(words[0]!.word.folded)) return 'place';
  return undefined;
}

function toEntry(text: TextIndex, kinds: Kinds, entity: Entity): NameEntry {
  const mentions = entity.drafts
    .map(({words}) => {
      const first = words[0]!;
      const last = words.at(-1)!;
      return {
        start: first.start,
        end: last.end,
        firstToken: first.firstToken,
        lastToken: last.lastToken,
        text: text.prose.slice(first.start, last.end),
      };
    })
    .sort((a, b) => a.start - b.start);
  const roles = [...new Set(entity.drafts.flatMap((draft) => draft.roles))];
  const gloss = entity.drafts.find((draft) => draft.gloss !== undefined)?.gloss;
  const words = [...new Set(entity.drafts.flatMap((draft) => draft.words.map(({word}) => word)))];
  const entry: NameEntry = {
    text: text.prose.slice(entity.words[0]!.start, entity.words.at(-1)!.end),
    kind: headKind(entity) ?? (roles.length > 0 ? 'person' : kinds.of(words)),
    mentions,
    roles,
  };
  return gloss === undefined ? entry : {...entry, gloss};
}
