import {mqmCategories} from '../../mqm/categories.js';

const strings = {type: 'array', items: {type: 'string', minLength: 1}, minItems: 1} as const;

/** Properties of an entry that a file may also set once for all its entries. */
const shared = {
  kind: {
    enum: [
      'calque',
      'term',
      'name',
      'residue',
      'boilerplate',
      'locale',
      'residue/ad-label',
      'residue/caption-marker',
      'residue/comment-prompt',
      'residue/company-form',
      'residue/cookie-notice',
      'residue/follow-share',
      'residue/html-debris',
      'residue/llm-leak',
      'residue/llm-trace',
      'residue/newsletter',
      'residue/page-furniture',
      'residue/page-label',
      'residue/photo-credit',
      'residue/read-more',
      'residue/repost-tail',
      'residue/site-name',
      'residue/social-embed',
      'residue/tag-list',
      'residue/time-line',
      'residue/wire-mark',
      'structure/byline',
      'fluency/word-form',
    ],
    description: 'Which rules read the entry; `family/name` is that one rule.',
  },
  language: {type: 'string', description: 'BCP 47 tag of the language of the text.'},
  source: {
    anyOf: [{type: 'string'}, strings],
    description: 'Source languages in whose translations the phrase is left.',
  },
  risk: {
    enum: ['safe', 'context'],
    description: 'safe: may be said with the source language unknown. context: only with it known.',
  },
  case: {
    enum: ['exact', 'fold'],
    description: 'exact: capitals must be as written. fold (default): they do not matter.',
  },
  apply: {
    enum: ['fix', 'suggest'],
    description: 'fix: the first replacement is applied by --fix. suggest (default): a person decides.',
  },
  position: {enum: ['sentence-start', 'block-start', 'whole-block']},
  severity: {enum: ['error', 'warning', 'info']},
  mqm: {enum: Object.keys(mqmCategories), description: 'MQM error type.'},
  type: {enum: ['person', 'place', 'organisation', 'work', 'other'], description: 'Names: what is named.'},
  see: {type: 'string', description: 'Where it is said so.'},
} as const;

/** JSON Schema of a dictionary file. */
export const dictionarySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'calque dictionary',
  type: 'object',
  required: ['entries'],
  additionalProperties: false,
  properties: {
    $schema: {type: 'string'},
    note: {type: 'string'},
    ...shared,
    entries: {
      type: 'array',
      items: {
        type: 'object',
        required: ['phrase'],
        additionalProperties: false,
        properties: {
          ...shared,
          phrase: {
            type: 'string',
            minLength: 1,
            description: 'Literal words and marks; see docs/dictionaries.md for the operators.',
          },
          variants: strings,
          replace: {
            anyOf: [{type: 'string', minLength: 1}, strings],
            description: 'Replacements, best first.',
          },
          except: {...strings, description: 'Longer phrases in which this one is right.'},
          near: {...strings, description: 'One of these words must stand in the same block.'},
          note: {type: 'string'},
        },
      },
    },
  },
} as const;
