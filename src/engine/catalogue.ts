import {languageNames} from '../generated/language-names.js';
import {fillTemplate} from './fill.js';
import type {Finding} from './finding.js';

/** What calque says, in another language than English: a file of `catalogues/`. */
export interface Catalogue {
  /** BCP 47 tag. */
  readonly locale: string;
  /** Templates by rule and message id, with the placeholders of the English ones. */
  readonly messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * What is said beside the messages, by the English of it: suggestions, related places, evidence, values of
   * placeholders. `{}` of the English is `{{1}}`, `{{2}}` … in the translation.
   */
  readonly phrases: Readonly<Record<string, string>>;
  /** Words of reports; the keys are those of `report/frame.ts`. */
  readonly frame: Readonly<Record<string, string>>;
  /** How several languages are named together: what stands before the last, and what round a name (`{} kalba`). */
  readonly languages: {readonly or: string; readonly name: string};
}

/** Locales that there is a catalogue of. English needs none. */
export const catalogueLocales = ['de', 'es', 'lt', 'ru', 'uk'] as const;

/** The catalogue that speaks a language: `de` for `de-AT`; `undefined` for English and for what there is none of. */
export function catalogueFor(tag: string): string | undefined {
  const primary = tag.split(/[-_.]/)[0]?.toLowerCase();
  return catalogueLocales.find((locale) => locale === primary);
}

/** Name of the resource that a catalogue is read from. */
export const catalogueFile = (locale: string): string => `catalogue-${locale}.json`;

export function parseCatalogue(bytes: Uint8Array): Catalogue {
  return JSON.parse(new TextDecoder().decode(bytes)) as Catalogue;
}

/** Placeholders whose values are English words, not words of the article. */
const spoken = new Set(
  'which sure kind number why more what side how language target script name few many char note reason counts'.split(
    ' ',
  ),
);

interface Pattern {
  /** What stands before, between and behind the slots. */
  readonly parts: readonly string[];
  readonly translation: string;
  /** Which slots hold words of an article: those in quotation marks. */
  readonly raw: readonly boolean[];
}

/** Says findings in the language of a catalogue. */
export class Translator {
  private readonly plural: Intl.PluralRules;
  private readonly names: Intl.DisplayNames;
  private readonly patterns: readonly Pattern[];
  private codes: Map<string, string> | undefined;

  constructor(private readonly catalogue: Catalogue) {
    this.plural = new Intl.PluralRules(catalogue.locale);
    this.names = new Intl.DisplayNames(catalogue.locale, {type: 'language', fallback: 'code'});
    this.patterns = Object.entries(catalogue.phrases)
      .filter(([english]) => english.includes('{}'))
      .sort(([a], [b]) => b.length - a.length)
      .map(([english, translation]) => toPattern(english, translation));
  }

  /** A finding with everything that people read of it translated; places, ids and data are as they were. */
  finding<F extends Finding>(finding: F): F {
    const {related, suggestions} = finding;
    return {
      ...finding,
      message: this.message(finding),
      suggestions: suggestions.map((one) => ({...one, message: this.phrase(one.message)})),
      related: related.map((one) => ({...one, message: this.phrase(one.message)})),
    };
  }

  private message({rule, messageId, message, data}: Finding): string {
    const template = this.catalogue.messages[rule]?.[messageId];
    if (template === undefined) return this.phrase(message);
    return fillTemplate(
      template,
      (name) => {
        const value = data[name];
        if (value === undefined) return undefined;
        // Facts of the same name stand in the way of what was said.
        if (typeof value === 'object') return '';
        return spoken.has(name) ? this.phrase(String(value)) : String(value);
      },
      this.pluralOf,
    );
  }

  private readonly pluralOf = (count: number): string => this.plural.select(count);

  /** A phrase that calque says, by what it is in English; what is no such phrase stays as it is. */
  phrase(english: string): string {
    return this.translated(english) ?? english;
  }

  /** Words of a report, by their key in `report/frame.ts`. */
  frame(key: string, values: Readonly<Record<string, string | number>>): string | undefined {
    const template = this.catalogue.frame[key];
    return template === undefined
      ? undefined
      : fillTemplate(template, (name) => (name in values ? String(values[name]) : undefined), this.pluralOf);
  }

  private translated(english: string): string | undefined {
    const {phrases} = this.catalogue;
    const known = Object.hasOwn(phrases, english) ? phrases[english] : undefined;
    if (known !== undefined) return known;
    const languages = this.languages(english);
    if (languages !== undefined) return languages;
    for (const {parts, translation, raw} of this.patterns) {
      const found = slotsOf(english, parts);
      if (!found) continue;
      const lookUp = (name: string): string | undefined => {
        const value = found[Number(name) - 1];
        return value === undefined || raw[Number(name) - 1] ? value : this.list(value);
      };
      return fillTemplate(translation, lookUp, this.pluralOf);
    }
    return english.includes('; ') ? this.list(english) : undefined;
  }

  /** Several phrases in a row, or in brackets. */
  private list(english: string): string {
    const bracket = /^ \((.+)\)$/s.exec(english);
    if (bracket) return ` (${this.list(bracket[1] as string)})`;
    const whole = english.includes('; ') ? undefined : this.translated(english);
    if (whole !== undefined) return whole;
    const mark = english.includes('; ') ? '; ' : ', ';
    const parts = english.split(mark);
    return parts.length === 1 ? english : parts.map((part) => this.translated(part) ?? part).join(mark);
  }

  /** `Lithuanian`, `Croatian, Bosnian or Serbian`. */
  private languages(english: string): string | undefined {
    this.codes ??= new Map(Object.entries(languageNames).map(([code, name]) => [name, code]));
    const names: string[] = [];
    for (const name of english.split(/, | or /)) {
      const code = this.codes.get(name);
      if (code === undefined) return undefined;
      names.push(this.names.of(code) ?? name);
    }
    const last = names.pop() as string;
    const {or, name} = this.catalogue.languages;
    return name.replace('{}', names.length === 0 ? last : `${names.join(', ')}${or}${last}`);
  }
}

function toPattern(english: string, translation: string): Pattern {
  const parts = english.split('{}');
  const raw = parts.slice(1).map((after, i) => parts[i]!.endsWith('“') && after.startsWith('”'));
  return {parts, translation, raw};
}

/** What stands in the slots of a pattern, each as short as it can be; `undefined` where the text is none of it. */
function slotsOf(text: string, parts: readonly string[]): string[] | undefined {
  const first = parts[0] as string;
  if (!text.startsWith(first)) return undefined;
  const slots: string[] = [];
  let from = first.length;
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i] as string;
    const at = i === parts.length - 1 ? text.length - part.length : text.indexOf(part, from);
    if (at < from || !text.startsWith(part, at)) return undefined;
    slots.push(text.slice(from, at));
    from = at + part.length;
  }
  return slots;
}
