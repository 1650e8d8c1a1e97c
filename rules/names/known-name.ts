import {defineRule} from '../../src/engine/rule.js';
import {
  type AuthorityMatch,
  AuthorityTable,
  foldName,
  type KnownNames,
  ListedNames,
} from '../../src/names/authority/table.js';
import type {NameEntry} from '../../src/names/name-table.js';

/** Articles with more names than that are lists, and not read against the table to the end. */
const mostNames = 300;

export default defineRule({
  meta: {
    id: 'names/known-name',
    description: 'A full name that is nearly the one of just one known person or organisation',
    mqm: 'transliteration',
    severity: 'info',
    basis: 'article',
    recommended: false,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      near: '“{{text}}” is not in the table of names, and near just one that is: “{{known}}”{{what}}',
    },
    schema: {
      type: 'object',
      properties: {
        table: {
          type: 'string',
          description:
            'the table that `calque authority build` wrote; its path counts from the folder where calque runs. Without one the rule says nothing',
        },
        names: {
          type: 'array',
          items: {type: 'string'},
          description: 'known names as a list, where there are few',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {table: '', names: [] as string[]},
  },
  create(context) {
    const {table: file, names} = context.options;
    const tables: KnownNames[] = names.length > 0 ? [new ListedNames(names)] : [];
    const table = file === '' ? undefined : context.opened(file, (source) => new AuthorityTable(source));
    if (table !== undefined) tables.push(table);
    if (tables.length === 0) return {};
    return {
      article() {
        const entries = context.names().entries.slice(0, mostNames);
        for (const entry of entries) {
          const known = knownNear(tables, entry);
          if (known === undefined) continue;
          const {canonical, description} = known;
          for (const {start, end, text} of entry.mentions) {
            if (text !== entry.text) continue;
            context.report({
              messageId: 'near',
              start,
              end,
              data: {text, known: canonical, what: description === '' ? '' : ` (${description})`},
              facts: {known: canonical, id: known.id, distance: known.distance},
              suggestions: [{message: `Write “${canonical}”`, edits: [{start, end, text: canonical}]}],
            });
          }
        }
      },
    };
  },
});

/** The one known name that a name is near to, where it is none itself and fits what the article says of it. */
function knownNear(
  tables: readonly KnownNames[],
  {text, kind, roles}: NameEntry,
): AuthorityMatch | undefined {
  const words = foldName(text).split(' ');
  if (words.length < 2 || words.some((word) => word.length < 2) || kind === 'place') return undefined;
  const near = tables.flatMap((table) => table.lookup(text, 4)).sort((a, b) => a.distance - b.distance);
  const [first, second] = near;
  if (first === undefined || first.distance === 0) return undefined;
  // As near to two: which of them is meant, nobody can tell. But for one that nobody has heard of.
  if (second !== undefined && second.distance <= first.distance && !isFarBetterKnown(first, second))
    return undefined;
  if (!sharesWord(words, foldName(first.name).split(' '))) return undefined;
  if (kind !== 'unknown' && first.kind !== '' && first.kind !== kind) return undefined;
  // A title that the description has none of speaks against a letter more; without one, one letter may differ.
  const description = first.description.toLowerCase();
  const fits = roles.some((role) => description.includes(role.toLowerCase()));
  return fits || first.distance <= 2 ? first : undefined;
}

const isFarBetterKnown = (a: AuthorityMatch, b: AuthorityMatch): boolean =>
  a.rank > 20 && a.rank >= 5 * b.rank;

/** One of the two words is right, so that what differs is in the other. */
const sharesWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => word.length > 2 && b.includes(word)) ||
  (a[0]!.charAt(0) === b[0]!.charAt(0) && a.at(-1)!.charAt(0) === b.at(-1)!.charAt(0));
