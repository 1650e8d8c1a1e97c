import type {Lexicon} from '../../lexicon/lexicon.js';
import {hashOf} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {isOrdinary} from '../evidence/contexts.js';
import type {NameCluster, NameEntry} from '../name-table.js';
import type {Places} from '../places/places.js';
import {isJoined, joinBodies} from './bodies.js';
import {calendar} from './calendar.js';
import {EntryKinds, isNoun} from './entry-kinds.js';
import {isDemonym, organisationNouns, personRoles, placeNouns} from './kinds.js';
import type {NameWord, NameWords, WordMention} from './name-words.js';
import {isRegion} from './regions.js';
import {isTitleWord, type Segment, segmentsOf, Wholes} from './segments.js';

/** A segment that is a mention, and the keys of its words: spellings of one cluster have one. */
interface Draft extends Segment {
  readonly keys: readonly string[];
  readonly gloss: string | undefined;
}

interface Entity {
  keys: readonly string[];
  words: readonly WordMention[];
  readonly drafts: Draft[];
}

/**
 * All names of an article. A part of a run of name words, titles left out, is a mention; a single word, or an initial
 * with a surname, goes to the full name that has it, when only one does.
 */
export function lazyEntries(
  text: TextIndex,
  names: NameWords,
  clusters: readonly NameCluster[],
  places: Places,
): NameEntry[] {
  const keyOf = clusterKeys(clusters);
  const kinds = new EntryKinds(text, places);
  const wholes = new Wholes(names);
  const runs = names.runs.flatMap((run) => segmentsOf(run, wholes, text));
  runs.sort((a, b) => a.words[0]!.start - b.words[0]!.start);
  const drafts = joinBodies(runs, text)
    .map((segment) => toDraft(text, names, segment, keyOf))
    .filter((draft) => draft !== undefined);
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
    if (!hasShortForm(entity, kinds)) continue;
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
    const {word} = draft.words[0]!;
    const isOwn = isDemonym(word) || isRegion(word.folded);
    const full = [...(isOwn ? [] : (owners.get(key) ?? []))].filter(
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

/** Whether one word of a name may stand for it: of a person, or of `Wagner Group`, not of `Munich Treaty`. */
function hasShortForm({words}: Entity, kinds: EntryKinds): boolean {
  const kind = kinds.ofWords(words);
  if (kind === 'unknown') return words.every(({word}) => word.tier < 2 || word.known);
  const own = words.filter(({word}) => !isOrdinary(word));
  return kind === 'organisation' && own.length === 1 && !kinds.isTown(own[0]!.word);
}

/** Spellings of one cluster have one key. */
function clusterKeys(clusters: readonly NameCluster[]): (word: NameWord) => string {
  const keys = new Map<string, string>();
  for (const cluster of clusters)
    for (const form of cluster.forms) keys.set(form.text, cluster.forms[0]!.text);
  return (word) => keys.get(word.text) ?? word.text;
}

function toDraft(
  text: TextIndex,
  {lexicon}: NameWords,
  segment: Segment,
  keyOf: (word: NameWord) => string,
): Draft | undefined {
  const roles = [...segment.roles];
  const {before} = segment;
  if (
    roles.length === 0 &&
    before >= 0 &&
    text.tokens.flags[before]! & TokenFlag.Word &&
    personRoles.has(text.tokens.hashes[before]!)
  )
    roles.push(text.token(before));
  const words = withoutDays(segment.words, before, text);
  if (words.length === 0 || !isName(words, roles)) return undefined;
  if (words.length === 1 && isNoun(words[0]!.word)) return undefined;
  if (words.length === 1 && lexicon !== undefined && isCompound(words[0]!.word, lexicon)) return undefined;
  const from = segment.words.indexOf(words[0]!);
  return {
    ...segment,
    words,
    keys: words.map(({word}) => keyOf(word)),
    initials: segment.initials.slice(from, from + words.length),
    roles,
    gloss: glossAfter(text, segment.after),
  };
}

/** A run of ordinary words is a name only where something says that it is one. */
function isName(words: readonly WordMention[], roles: readonly string[]): boolean {
  if (words.some(({word}) => !isOrdinary(word) && word.tier < 2)) return true;
  const {word, capitalByPlace} = words[0]!;
  const isLong = words.length > 1;
  if (isLong) {
    // `Central Election Commission`, `Black Sea`, `Ministry of Defence`.
    const last = words.at(-1)!.word;
    if (words.some((one) => organisationNouns.has(one.word.hash)) || isJoined(words)) return true;
    if (placeNouns.has(last.hash) && !words.at(-1)!.capitalByPlace) return true;
    return isRegion(words.map((one) => one.word.folded).join(' '));
  }
  // `Turkey`, `Mr Brown`.
  if (isRegion(word.folded) && !capitalByPlace) return true;
  return (
    roles.some((role) => honorifics.test(role)) && !organisationNouns.has(word.hash) && !isTitleWord(word)
  );
}

/** `High-speed`, `Commander-in-Chief`: English words joined by hyphens. */
const isCompound = ({text, tier}: NameWord, lexicon: Lexicon): boolean =>
  tier === 0 &&
  /^\p{Lu}\p{Ll}+-\p{Ll}/u.test(text) &&
  text
    .toLowerCase()
    .split('-')
    .every((part) => (lexicon.get(hashOf(part)) & 3) > 0);

/** Titles that stand before nothing but a person’s name. */
const honorifics =
  /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|dame|senator|sen|baroness|judge|justice|sergeant|lieutenant)$/i;

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
function glossAfter(text: TextIndex, open: number): string | undefined {
  const {hashes, starts, ends, count, flags} = text.tokens;
  if (open >= count || hashes[open] !== 0x28) return undefined;
  for (let i = open + 1; i < count && i <= open + 6; i++) {
    if (hashes[i] === 0x29)
      return i === open + 1 ? undefined : text.prose.slice(starts[open + 1]!, ends[i - 1]!);
    if (flags[i]! & TokenFlag.Number) return undefined;
  }
  return undefined;
}

function toEntry(text: TextIndex, kinds: EntryKinds, entity: Entity): NameEntry {
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
  const entry: NameEntry = {
    text: text.prose.slice(entity.words[0]!.start, entity.words.at(-1)!.end),
    kind: kinds.of(entity.words, entity.drafts, roles.length > 0),
    mentions,
    roles,
  };
  return gloss === undefined ? entry : {...entry, gloss};
}
