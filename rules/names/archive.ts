import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {
  type ArchiveForm,
  type ArchiveName,
  type ArchiveNames,
  listedArchiveNames,
  readArchiveNames,
} from '../../src/names/archive-names.js';
import type {NameEntry, WrittenMention} from '../../src/names/name-table.js';

/** Other spellings that are offered. */
const mostOffered = 3;
/** Articles with more names than that are lists, and not read to the end. */
const mostNames = 300;

export default defineRule({
  meta: {
    id: 'names/archive',
    description: 'A name that the other articles of an archive spell in another way',
    mqm: 'transliteration',
    severity: 'warning',
    basis: 'article',
    recommended: false,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      spelt: 'The archive spells “{{text}}” as “{{other}}” too{{counts}}{{why}}',
    },
    schema: {
      type: 'object',
      properties: {
        archive: {
          type: 'string',
          description:
            'what `calque archive names` wrote; its path counts from the folder where calque runs. Without it the rule says nothing',
        },
        names: {
          type: 'array',
          items: {type: 'array', items: {type: 'string'}},
          description: 'names as lists of their spellings, the one to keep first, where there are few',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {archive: '', names: [] as string[][]},
  },
  create(context) {
    const {archive: file, names} = context.options;
    const tables: ArchiveNames[] = names.length > 0 ? [listedArchiveNames(names)] : [];
    const archive =
      file === ''
        ? undefined
        : context.opened(file, (source) =>
            readArchiveNames(new TextDecoder().decode(source.read(0, source.size))),
          );
    if (archive !== undefined) tables.push(archive);
    if (tables.length === 0) return {};
    const nameOf = (spelling: string): ArchiveName | undefined => {
      for (const table of tables) {
        const name = table.of(spelling);
        if (name !== undefined) return name;
      }
      return undefined;
    };
    return {
      article() {
        for (const entry of context.names().entries.slice(0, mostNames)) {
          for (const [text, mentions] of byText(entry)) {
            const name = nameOf(text);
            if (name === undefined || name.forms[0]?.text === text || !fits(text, name, entry)) continue;
            tell(text, mentions, name);
          }
        }
      },
    };

    function tell(text: string, mentions: readonly WrittenMention[], {forms, evidence}: ArchiveName): void {
      const own = forms.find((form) => form.text === text) as ArchiveForm;
      const keep = forms[0] as ArchiveForm;
      const [first, ...rest] = mentions as [WrittenMention, ...WrittenMention[]];
      const counted = keep.articles > 0;
      const everywhere = (spelling: string): Edit[] =>
        mentions.map(({start, end}) => ({start, end, text: spelling}));
      context.report({
        messageId: 'spelt',
        start: first.start,
        end: first.end,
        data: {
          text,
          other: keep.text,
          counts: counted ? `, in ${inArticles(keep.articles)}; so in ${inArticles(own.articles)}` : '',
          why: evidence.length > 0 ? ` (${evidence.slice(0, 2).join('; ')})` : '',
        },
        facts: {
          forms: forms.map((form) => form.text),
          ...(counted ? {counts: forms.map(({articles}) => articles)} : {}),
        },
        related: rest.map(({start, end}) => ({start, end, message: 'spelt so here too'})),
        suggestions: forms
          .filter((form) => form !== own)
          .slice(0, mostOffered)
          .map(({text: spelling, reasons}) => ({
            message: `Write “${spelling}”${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
            edits: everywhere(spelling),
          })),
      });
    }
  },
});

const inArticles = (n: number): string => (n === 1 ? 'one article' : `${n} articles`);

function byText({mentions}: NameEntry): Map<string, WrittenMention[]> {
  const found = new Map<string, WrittenMention[]>();
  for (const mention of mentions) {
    const text = mention.text.replace(/\s+/g, ' ');
    const list = found.get(text);
    if (list === undefined) found.set(text, [mention]);
    else list.push(mention);
  }
  return found;
}

/** A surname of somebody whose first name none of the archive’s has is another’s. */
function fits(text: string, {forms}: ArchiveName, entry: NameEntry): boolean {
  const words = entry.text.split(/\s+/);
  if (text.includes(' ') || words.length === 1) return true;
  const given = words.slice(0, -1).join(' ');
  const known = forms.flatMap((form) => form.given);
  return known.length === 0 || known.includes(given);
}
