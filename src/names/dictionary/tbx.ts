import {SaxesParser} from 'saxes';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {hasSyntax, type ImportProblem, type ImportResult, plainText, toEntry, typeOf} from './entries.js';
import {allowed, listFields, type SideField, sideFields} from './fields.js';

interface Term {
  text: string;
  status: string;
}

/** Data categories of `admin` elements in which calque keeps what TBX has no place for. */
const own = 'calque:';

/**
 * Reads TBX (ISO 30042), both the 2008 element names (`termEntry`, `langSet`, `tig`) and those of 2019 (`conceptEntry`,
 * `langSec`, `termSec`). Only sections of the language are read. The preferred term (else the first) is canonical. What
 * is found is terms; a part of speech `properNoun` makes a name of one.
 */
export function importTbx(text: string, origin: string, language = 'en'): ImportResult {
  const problems: ImportProblem[] = [];
  const entries: DictionaryEntry[] = [];
  const parser = new SaxesParser({position: true});
  let terms: Term[] | undefined;
  let inLanguage = false;
  let line = 0;
  let note = '';
  let isName = false;
  let side: Record<string, string[]> = {};
  let field: {name: string; text: string} | undefined;
  parser.on('error', (error) => problems.push({message: error.message, line: parser.line}));
  parser.on('opentag', ({name, attributes}) => {
    const local = name.replace(/^.*:/, '');
    if (local === 'termEntry' || local === 'conceptEntry') {
      terms = [];
      note = '';
      isName = false;
      side = {};
      line = parser.line;
    } else if (local === 'langSet' || local === 'langSec') {
      const tag = String(attributes['xml:lang'] ?? attributes.lang ?? '').toLowerCase();
      inLanguage = tag === language || tag.startsWith(`${language}-`);
    } else if (
      local === 'term' ||
      local === 'note' ||
      local === 'termNote' ||
      local === 'partOfSpeech' ||
      local === 'admin' ||
      local === 'administrativeStatus'
    ) {
      const type = local === 'termNote' || local === 'admin' ? String(attributes.type ?? '') : local;
      field = {name: type === 'administrativeStatus' ? 'status' : type || local, text: ''};
    }
  });
  parser.on('text', (piece) => {
    if (field) field.text += piece;
  });
  parser.on('closetag', ({name}) => {
    const local = name.replace(/^.*:/, '');
    if (field && /^(?:term|note|termNote|partOfSpeech|admin|administrativeStatus)$/.test(local)) {
      const value = field.text.trim();
      if (terms && inLanguage && field.name === 'term' && value) terms.push({text: value, status: ''});
      else if (terms && inLanguage && field.name === 'status') {
        const last = terms.at(-1);
        if (last) last.status = value;
      } else if (field.name === 'partOfSpeech') isName ||= inLanguage && value === 'properNoun';
      else if (field.name.startsWith(own)) {
        const key = field.name.slice(own.length);
        side[key] = [...(side[key] ?? []), value];
      } else if (field.name === 'note' && !note) note = value;
      field = undefined;
    } else if (local === 'langSet' || local === 'langSec') inLanguage = false;
    else if ((local === 'termEntry' || local === 'conceptEntry') && terms) {
      const canonical = terms.find((term) => /^preferredTerm|^preferred/.test(term.status)) ?? terms[0];
      if (canonical) {
        const variants = terms
          .filter((term) => term !== canonical && !/^admitted/.test(term.status))
          .map((term) => term.text);
        const {fields, wrong} = sideOf(side);
        for (const message of wrong) problems.push({message, line});
        const draft = {
          kind: isName ? 'name' : 'term',
          canonical: canonical.text,
          variants,
          hasSyntax: side.syntax?.[0] === 'phrase',
          ...(note ? {note} : {}),
          // Capitals of a term begin sentences, and count for nothing.
          ...(isName ? {} : {case: 'fold' as const}),
          ...fields,
        };
        entries.push(toEntry(draft, `${origin}:${line}`));
      } else problems.push({message: `no term in “${language}”`, line});
      terms = undefined;
    }
  });
  try {
    parser.write(text).close();
  } catch (error) {
    problems.push({message: error instanceof Error ? error.message : String(error), line: parser.line});
  }
  return {entries, problems};
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function sideOf(side: Readonly<Record<string, readonly string[]>>): {fields: object; wrong: string[]} {
  const fields: Partial<Record<SideField, unknown>> = {};
  const wrong: string[] = [];
  for (const field of sideFields) {
    const [value] = side[field] ?? [];
    if (value === undefined) continue;
    const right = field === 'type' ? typeOf(value) !== undefined : (allowed[field]?.includes(value) ?? true);
    if (!right) wrong.push(`unknown ${field} “${value}”`);
    else fields[field] = listFields.has(field) ? side[field] : value;
  }
  return {fields, wrong};
}

export function exportTbx(entries: readonly DictionaryEntry[]): string {
  const concepts = entries.map((entry, i) => {
    const isPlain = !hasSyntax(entry);
    const text = (phrase: string): string => escapeXml(isPlain ? plainText(phrase) : phrase);
    const speech = entry.kind === 'name' ? 'properNoun' : 'noun';
    const term = (phrase: string, status: string): string =>
      `          <termSec><term>${text(phrase)}</term><termNote type="partOfSpeech">${speech}</termNote><termNote type="administrativeStatus">${status}</termNote></termSec>`;
    const admin = (key: string, value: string): string =>
      `        <admin type="${own}${key}">${escapeXml(value)}</admin>`;
    const more = sideFields.flatMap((field): string[] => {
      const value: unknown = entry[field];
      if (field === 'note' || (field === 'kind' && (value === 'name' || value === 'term'))) return [];
      if (field === 'case') {
        const usual = entry.kind === 'name' ? 'exact' : 'fold';
        return (entry.case ?? 'fold') === usual ? [] : [admin('case', entry.case ?? 'fold')];
      }
      if (field === 'except')
        return (entry.except ?? []).map((one) => admin('except', isPlain ? plainText(one) : one));
      if (Array.isArray(value)) return (value as string[]).map((one) => admin(field, one));
      return typeof value === 'string' ? [admin(field, value)] : [];
    });
    return [
      `      <conceptEntry id="c${i + 1}">`,
      ...(isPlain ? [] : [admin('syntax', 'phrase')]),
      ...more,
      ...(entry.note ? [`        <note>${escapeXml(entry.note)}</note>`] : []),
      '        <langSec xml:lang="en">',
      term(entry.phrase, 'preferredTerm-admn-sts'),
      ...(entry.variants ?? []).map((variant) => term(variant, 'deprecatedTerm-admn-sts')),
      '        </langSec>',
      '      </conceptEntry>',
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>calque</p></sourceDesc></fileDesc></tbxHeader>
  <text>
    <body>
${concepts.join('\n')}
    </body>
  </text>
</tbx>
`;
}
