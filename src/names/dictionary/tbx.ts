import {SaxesParser} from 'saxes';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {type ImportProblem, type ImportResult, spellingsOf, toEntry} from './entries.js';

interface Term {
  text: string;
  status: string;
}

/**
 * Reads TBX (ISO 30042), both the 2008 element names (`termEntry`, `langSet`, `tig`) and those of 2019 (`conceptEntry`,
 * `langSec`, `termSec`). Only sections of the language are read. The preferred term (else the first) is canonical.
 */
export function importTbx(text: string, origin: string, language = 'en'): ImportResult {
  const problems: ImportProblem[] = [];
  const entries: DictionaryEntry[] = [];
  const parser = new SaxesParser({position: true});
  let terms: Term[] | undefined;
  let inLanguage = false;
  let line = 0;
  let note = '';
  let field: {name: string; text: string} | undefined;
  parser.on('error', (error) => problems.push({message: error.message, line: parser.line}));
  parser.on('opentag', ({name, attributes}) => {
    const local = name.replace(/^.*:/, '');
    if (local === 'termEntry' || local === 'conceptEntry') {
      terms = [];
      note = '';
      line = parser.line;
    } else if (local === 'langSet' || local === 'langSec') {
      const tag = String(attributes['xml:lang'] ?? attributes.lang ?? '').toLowerCase();
      inLanguage = tag === language || tag.startsWith(`${language}-`);
    } else if (
      local === 'term' ||
      local === 'note' ||
      local === 'termNote' ||
      local === 'administrativeStatus'
    ) {
      const status = local === 'administrativeStatus' || attributes.type === 'administrativeStatus';
      field = {name: status ? 'status' : local, text: ''};
    }
  });
  parser.on('text', (piece) => {
    if (field) field.text += piece;
  });
  parser.on('closetag', ({name}) => {
    const local = name.replace(/^.*:/, '');
    if (
      field &&
      (local === 'term' || local === 'note' || local === 'termNote' || local === 'administrativeStatus')
    ) {
      const value = field.text.trim();
      if (terms && inLanguage && field.name === 'term' && value) terms.push({text: value, status: ''});
      else if (terms && inLanguage && field.name === 'status') {
        const last = terms.at(-1);
        if (last) last.status = value;
      } else if (field.name === 'note' && !note) note = value;
      field = undefined;
    } else if (local === 'langSet' || local === 'langSec') inLanguage = false;
    else if ((local === 'termEntry' || local === 'conceptEntry') && terms) {
      const canonical = terms.find((term) => /^preferredTerm|^preferred/.test(term.status)) ?? terms[0];
      if (canonical) {
        const variants = terms
          .filter((term) => term !== canonical && !/^admitted/.test(term.status))
          .map((term) => term.text);
        entries.push(
          toEntry({canonical: canonical.text, variants, ...(note ? {note} : {})}, `${origin}:${line}`),
        );
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

export function exportTbx(entries: readonly DictionaryEntry[]): string {
  const term = (text: string, status: string): string =>
    `          <termSec><term>${escapeXml(text)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`;
  const concepts = entries.map((entry, i) => {
    const {canonical, variants} = spellingsOf(entry);
    return [
      `      <conceptEntry id="c${i + 1}">`,
      ...(entry.note ? [`        <note>${escapeXml(entry.note)}</note>`] : []),
      '        <langSec xml:lang="en">',
      term(canonical, 'preferredTerm-admn-sts'),
      ...variants.map((variant) => term(variant, 'deprecatedTerm-admn-sts')),
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
