import {defineRule} from '../../src/engine/rule.js';
import {foldWord} from '../../src/text/hash.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {CommonTerms} from './_shared/common-terms.js';
import {isTermHead, type NamedTerm, namedTermAt} from './_shared/named-terms.js';
import {sameStem, synonymGroup} from './_shared/related-words.js';

/** Words that say nothing: the Ministry of Emergency Situations is that of Emergencies. */
const empty = new Set(
  'situations situation affairs affair issues issue matters matter questions question cases case relations activities'.split(
    ' ',
  ),
);
/** Owned by their members: a council of rectors is a rectors’ council. Not so a house, a court or a bank. */
const memberships = new Set(
  'council union league association federation committee congress assembly board society alliance'.split(' '),
);
const mostRelated = 5;
/** So many places of each name are compared before they are taken for one thing. */
const mostCompared = 50;
/** So many ways of naming one head are compared with each other. */
const mostForms = 12;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** All places where a term is written in one way. */
interface Form {
  readonly term: NamedTerm;
  readonly places: Place[];
}

export default defineRule({
  meta: {
    id: 'terms/inconsistent-term',
    description: 'One term of several words under two names that differ in a link, a word or the order',
    mqm: 'term-inconsistency',
    severity: 'warning',
    basis: 'article',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        common: {
          type: 'boolean',
          description:
            'Compare terms in small letters too (the electoral commission, the election commission).',
        },
      },
    },
    defaultOptions: {common: false},
    strictOptions: {common: true},
    messages: {
      term: '“{{text}}” is also called “{{other}}” in this text: one thing, two names',
    },
  },
  create(context) {
    const {text, options} = context;
    const {first, last} = text.sentences;
    const byHead = new Map<string, Map<string, Form>>();
    const common = options.common ? new CommonTerms(text) : undefined;
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = first[s] as number; i <= end; i++) {
          if (isTermHead(text, i)) see(i, s);
          else common?.see(i, s);
        }
      },
      article() {
        for (const forms of byHead.values()) {
          if (forms.size > 1) compare([...forms.values()].slice(0, mostForms));
        }
        for (const [a, b] of common?.pairs() ?? []) tell(a, b);
      },
    };

    function see(i: number, sentence: number): void {
      const term = namedTermAt(text, i, sentence);
      if (!term) return;
      const forms = byHead.get(term.head) ?? new Map<string, Form>();
      byHead.set(term.head, forms);
      const {starts, ends, flags} = text.tokens;
      const possessive = ((flags[term.lastToken] as number) & TokenFlag.Possessive) !== 0;
      const end = ends[term.lastToken] as number;
      const start = starts[term.firstToken] as number;
      const place = {start, end: possessive ? bare(start, end) : end, sentence};
      const key = `${foldWord(text.prose.slice(place.start, place.end))}|${term.place}`;
      const form = forms.get(key);
      if (form) form.places.push(place);
      else forms.set(key, {term, places: [place]});
    }

    function bare(start: number, end: number): number {
      const written = text.prose.slice(start, end);
      return end - (/['’]$/.test(written) ? 1 : 2);
    }

    function compare(forms: readonly Form[]): void {
      for (let b = 1; b < forms.length; b++) {
        for (let a = 0; a < b; a++) {
          const [x, y] = [forms[a] as Form, forms[b] as Form];
          if (differInOneThing(x.term, y.term) && !together(x.places, y.places)) tell(x.places, y.places);
        }
      }
    }

    function tell(a: readonly Place[], b: readonly Place[]): void {
      // The rarer one is marked; of two that are as frequent, the later.
      const [kept, other] = a.length >= b.length ? [a, b] : [b, a];
      const better = written(kept[0] as Place);
      for (const place of other) {
        const {start, end} = place;
        context.report({
          messageId: 'term',
          start,
          end,
          data: {text: written(place), other: better},
          facts: {variants: [better, written(place)], counts: [kept.length, other.length]},
          related: kept
            .slice(0, mostRelated)
            .map((k) => ({message: `“${written(k)}” here`, start: k.start, end: k.end})),
          suggestions: [{message: `Write “${better}”`, edits: [{start, end, text: better}]}],
        });
      }
    }

    function written({start, end}: Place): string {
      return text.prose.slice(start, end).replace(/\s+/g, ' ');
    }
  },
});

/** Named in one sentence, two things are meant. */
function together(a: readonly Place[], b: readonly Place[]): boolean {
  const sentences = new Set(a.slice(0, mostCompared).map((p) => p.sentence));
  return b.slice(0, mostCompared).some((p) => sentences.has(p.sentence));
}

function differInOneThing(a: NamedTerm, b: NamedTerm): boolean {
  if (a.place && b.place && a.place !== b.place) return false;
  if (a.owner || b.owner) return differInOrder(a, b) || differInOrder(b, a);
  if (a.after.length > 0 && b.after.length > 0) {
    return a.before.join(' ') === b.before.join(' ') && differBehind(a, b);
  }
  if (a.after.length > 0 || b.after.length > 0) return false;
  return differBefore(a, b);
}

/** `Council of Rectors` and `Rectors’ Council`. */
function differInOrder(a: NamedTerm, b: NamedTerm): boolean {
  return (
    memberships.has(a.head) &&
    a.owner === '' &&
    a.link === 'of' &&
    a.after.length === 1 &&
    b.owner !== '' &&
    b.after.length === 0 &&
    singular(a.after[0] as string) === singular(b.owner) &&
    a.before.join(' ') === b.before.join(' ')
  );
}

/** `Group for Border Issues` and `Group on Border Issues`; `Ministry of Emergency Situations` and `of Emergencies`. */
function differBehind(a: NamedTerm, b: NamedTerm): boolean {
  const x = core(a.after);
  const y = core(b.after);
  if (x.length === 0 || x.length !== y.length) return false;
  let other = 0;
  for (let i = 0; i < x.length; i++) {
    const [u, v] = [x[i] as string, y[i] as string];
    if (u !== v) {
      if (!related(u, v)) return false;
      other++;
    }
  }
  const same = a.link === b.link && a.after.join(' ') === b.after.join(' ');
  if (same || other > 1) return false;
  // House Committee on Foreign Affairs, Senate Committee on Foreign Relations.
  const emptied = a.after.length > x.length && b.after.length > y.length;
  return !(emptied && other === 0 && a.head === 'committee' && a.after.at(-1) !== b.after.at(-1));
}

/** `Industry and Information Technology Bureau` and `Industrial and …`. */
function differBefore(a: NamedTerm, b: NamedTerm): boolean {
  if (a.joined === 0 || a.joined !== b.joined || a.before.length !== b.before.length) return false;
  let other = -1;
  for (let i = 0; i < a.before.length; i++) {
    const [u, v] = [a.before[i] as string, b.before[i] as string];
    if (u === v) continue;
    if (other >= 0 || !sameStem(u, v)) return false;
    other = i;
  }
  return other >= 0 && other < a.joined;
}

const core = (words: readonly string[]): readonly string[] => words.filter((word) => !empty.has(word));

function related(a: string, b: string): boolean {
  if (singular(a) === singular(b) || sameStem(a, b)) return true;
  const group = synonymGroup.get(a);
  return group !== undefined && group === synonymGroup.get(b);
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
