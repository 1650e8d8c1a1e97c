import {findLines, positionAt} from '../../src/engine/lines.js';
import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {type Institution, institutionAt, isHead} from './_shared/institutions.js';
import {headGroup, sameStem, stemKey, synonymGroup} from './_shared/related-words.js';

/** So many places of the other name are shown with a finding. */
const mostRelated = 5;
/** So many places of each name are compared before they are taken for one institution. */
const mostCompared = 50;

/** All places where one way of writing a name stands. */
interface Form {
  readonly words: readonly string[];
  readonly places: Institution[];
}

export default defineRule({
  meta: {
    id: 'terms/inconsistent-institution',
    description: 'One institution under two names that differ in a related word or in word order',
    mqm: 'term-inconsistency',
    severity: 'warning',
    basis: 'article',
    mqmSeverity: 'major',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      word: '“{{text}}” is also called “{{other}}” here (line {{line}}): one institution, two names',
      order: '“{{text}}” is also written “{{other}}” here (line {{line}}): one institution, two names',
    },
  },
  create(context) {
    const {text, article} = context;
    const {first, last} = text.sentences;
    const forms = new Map<string, Form>();
    const lexicon = () => context.resource('lexicon-en.bin', parseLexicon);
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = first[s] as number; i <= end; i++) if (isHead(text, i)) see(i, s);
      },
      article() {
        if (forms.size < 2) return;
        for (const [a, b, messageId] of pairs([...forms.values()])) tell(a, b, messageId);
      },
    };

    function see(i: number, s: number): void {
      const found = institutionAt(text, i, s, lexicon());
      if (!found) return;
      const key = found.words.join(' ');
      const form = forms.get(key);
      if (form) form.places.push(found);
      else forms.set(key, {words: found.words, places: [found]});
    }

    function tell(a: Form, b: Form, messageId: 'word' | 'order'): void {
      if (areTwo(a, b)) return;
      // The rarer one is marked; of two that are as frequent, the later.
      const [kept, other] = a.places.length >= b.places.length ? [a, b] : [b, a];
      const first = kept.places[0] as Institution;
      const keptText = written(first);
      const related = kept.places
        .slice(0, mostRelated)
        .map((p) => ({message: `“${written(p)}” here`, ...span(p)}));
      for (const place of other.places) {
        context.report({
          messageId,
          ...span(place),
          data: {text: written(place), other: keptText, line: lineOf(first)},
          facts: {variants: [keptText, written(place)], counts: [kept.places.length, other.places.length]},
          related,
          suggestions: [{message: `Write “${keptText}”`, edits: [{...span(place), text: keptText}]}],
        });
      }
    }

    function span(place: Institution): {start: number; end: number} {
      const {starts, ends, flags} = text.tokens;
      const end = ends[place.lastToken] as number;
      const possessive = ((flags[place.lastToken] as number) & TokenFlag.Possessive) !== 0;
      return {start: starts[place.firstToken] as number, end: possessive ? end - 2 : end};
    }

    function written(place: Institution): string {
      const {start, end} = span(place);
      return text.prose.slice(start, end).replace(/\s+/g, ' ');
    }

    function lineOf(place: Institution): number {
      const {start, end} = span(place);
      const lines = context.shared('line-starts', () => findLines(article.source));
      return positionAt(lines, article.map.toSource(start, end).start).line;
    }
  },
});

/** Different owners, different places after “of”, or both in one sentence: two institutions. */
function areTwo(a: Form, b: Form): boolean {
  for (const p of a.places.slice(0, mostCompared)) {
    for (const q of b.places.slice(0, mostCompared)) {
      if (p.sentence === q.sentence) return true;
      if (p.owner && q.owner && p.owner !== q.owner && !sameStem(p.owner, q.owner)) return true;
      if (p.after !== q.after && p.after && q.after) return true;
    }
  }
  return false;
}

/** Pairs of forms that differ in one related word, or in nothing but the order of three words or more. */
function pairs(forms: readonly Form[]): [Form, Form, 'word' | 'order'][] {
  const out: [Form, Form, 'word' | 'order'][] = [];
  const groups = new Map<string, {form: Form; at: number}[]>();
  const into = (key: string, form: Form, at: number): void => {
    const group = groups.get(key);
    if (group) group.push({form, at});
    else groups.set(key, [{form, at}]);
  };
  for (const form of forms) {
    const {words} = form;
    const head = words.length - 1;
    for (let at = 0; at <= head; at++) {
      const word = words[at] as string;
      const group = at === head ? headGroup.get(word) : synonymGroup.get(word);
      const rest = (mark: string): string => words.map((w, i) => (i === at ? mark : w)).join(' ');
      // A synonym says little alone: another word beside the head must be shared.
      if (group && words.length >= 3) into(rest(group), form, at);
      if (at < head) into(rest(`~${stemKey(word)}`), form, at);
    }
    if (words.length >= 3) into(`${[...words].sort().join(' ')} %`, form, -1);
  }
  for (const [key, group] of groups) {
    if (group.length < 2) continue;
    const first = group[0] as {form: Form; at: number};
    for (const {form, at} of group.slice(1, 10)) {
      const [x, y] = [first.form.words[at], form.words[at]] as [string, string];
      const related = key.endsWith(' %') || !key.includes('~') || sameStem(x, y);
      if (related) out.push([first.form, form, key.endsWith(' %') ? 'order' : 'word']);
    }
  }
  return out;
}
