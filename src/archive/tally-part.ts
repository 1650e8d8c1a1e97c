import {articleHash} from './article-hash.js';
import {Postings} from './postings.js';
import {kept, readTail, scanMentions} from './scan-mentions.js';
import {addSampled, count, FormTally, type Sampled} from './tally.js';

/** What one part of the mention records adds up to. */
export interface PartTally {
  /** In the order of their code units. */
  readonly forms: readonly FormTally[];
  /** Which articles have which forms, as indexes of `forms`. */
  readonly postings: Postings;
  /** Lines that are no mention records. */
  readonly broken: number;
  /** Error records. */
  readonly errors: number;
}

/** Mentions whose line has the same end: the same form with the same facts. */
interface Facts {
  readonly index: number;
  articles: number;
  mentions: number;
  first: string;
  last: string;
  readonly languages: Map<string, number>;
  readonly sample: Sampled[];
}

/** Adds up mention records. What is said of a form in the same words is counted, and read but once. */
export function tallyPart(bytes: Uint8Array): PartTally {
  const facts = new Map<string, Facts>();
  const postings = new Postings();
  let broken = 0;
  let errors = 0;
  let article = {id: '', bucket: 0, hash: 0, date: '', language: ''};
  scanMentions(bytes, {
    article(id, date, language) {
      article = {id, date, language, ...articleHash(id)};
    },
    mention(tail, n) {
      let fact = facts.get(tail);
      if (fact === undefined) {
        fact = {
          index: facts.size,
          articles: 0,
          mentions: 0,
          first: '',
          last: '',
          languages: new Map(),
          sample: [],
        };
        facts.set(kept(tail), fact);
      }
      fact.articles++;
      fact.mentions += n;
      const {id, date, language, hash, bucket} = article;
      if (date !== '') {
        if (fact.first === '' || date < fact.first) fact.first = date;
        if (date > fact.last) fact.last = date;
      }
      if (language !== '') count(fact.languages, language, 1);
      const {sample} = fact;
      if (sample.length < 5 || hash <= (sample[4] as Sampled)[0]) addSampled(sample, [hash, id]);
      postings.add(bucket, hash, fact.index);
    },
    broken: () => broken++,
    failure: () => errors++,
  });
  const finished = finish(facts, postings, () => broken++);
  return {...finished, broken, errors};
}

/** Joins what was said of each form, and sorts the forms. */
function finish(
  facts: ReadonlyMap<string, Facts>,
  postings: Postings,
  fail: () => void,
): {forms: FormTally[]; postings: Postings} {
  const byForm = new Map<string, FormTally>();
  const formOf: (FormTally | undefined)[] = [];
  for (const [tail, fact] of facts) {
    const record = readTail(tail);
    if (record === undefined) {
      for (let i = 0; i < fact.articles; i++) fail();
      formOf.push(undefined);
      continue;
    }
    const form = record.form.normalize('NFC');
    let tally = byForm.get(form);
    if (tally === undefined) {
      tally = new FormTally(form);
      byForm.set(form, tally);
    }
    formOf.push(tally);
    const {articles} = fact;
    tally.articles += articles;
    tally.mentions += fact.mentions;
    tally.addDates(fact.first, fact.last);
    for (const [language, n] of fact.languages) count(tally.languages, language, n);
    for (const one of fact.sample) addSampled(tally.sample, one);
    count(tally.kinds, record.kind ?? 'unknown', articles);
    if (record.given !== undefined) count(tally.given, record.given, articles);
    if (record.full !== undefined) count(tally.full, record.full, articles);
    for (const cue of record.cues ?? []) count(tally.cues, cue, articles);
    for (const other of record.with ?? []) count(tally.with, other, articles);
    if (record.source_form !== undefined) count(tally.sources, record.source_form, articles);
  }
  const forms = [...byForm.values()].sort((a, b) => (a.form < b.form ? -1 : 1));
  const indexes = new Map(forms.map((tally, i) => [tally, i]));
  postings.rename(formOf.map((tally) => (tally === undefined ? -1 : (indexes.get(tally) as number))));
  return {forms, postings};
}
