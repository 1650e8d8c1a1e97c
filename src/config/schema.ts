import {formats} from '../article/format.js';
import {catalogueLocales} from '../engine/catalogue.js';
import type {RuleMeta} from '../engine/rule.js';
import {languageTagPattern} from './language-tag.js';

const severities = ['off', 'info', 'warning', 'error'] as const;
const severity = {enum: severities};
const languageTag = {
  type: 'string',
  pattern: languageTagPattern,
  description: 'a language tag such as “en” or “pt-BR”',
};
const texts = {type: 'array', items: {type: 'string', minLength: 1}};

const ruleSetting = {
  anyOf: [
    severity,
    {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      prefixItems: [severity, {type: 'object'}],
      description: 'severity and options',
    },
  ],
};

function fileProperties(rules: object) {
  return {
    rules: {
      type: 'object',
      description: 'Severity of each rule, or a list of severity and options.',
      ...rules,
    },
    language: {...languageTag, description: 'a language tag such as “en” or “pt-BR”'},
    sourceLanguage: languageTag,
    locale: {
      type: 'string',
      pattern: `^(?:en|${catalogueLocales.join('|')})(?:[-_][A-Za-z0-9]{1,8})*$`,
      description: 'a language that findings can be told in: “en”, “de”, “es”, “lt”, “ru” or “uk”',
    },
    source: {
      type: 'string',
      minLength: 1,
      pattern: '^(?:[^{}]|\\{(?:path|dir|name|stem|ext)\\})+$',
      description:
        'the file of each article’s source text, such as “originals/{path}.ru{ext}”; {path}, {dir}, {name}, {stem} and {ext} are the article’s own',
    },
    fields: {
      ...texts,
      description:
        'fields of JSON and CSV files that hold the text, such as “body” or “article.title”; by default those of common names',
    },
    dictionaries: {...texts, description: 'Dictionary files, or folders of them, relative to this file.'},
    ignoreText: {
      ...texts,
      description: 'Text to leave out: as it stands, or a regular expression as “/pattern/flags”.',
    },
  };
}

function configSchemaWith(rules: object) {
  const common = fileProperties(rules);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'calque configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: {type: 'string'},
      extends: {
        anyOf: [{type: 'string', minLength: 1}, texts],
        description: 'Presets (recommended, strict, off), paths and packages; the later over the earlier.',
      },
      ...common,
      ignore: {
        ...texts,
        description: 'Files to leave out, in the syntax of .gitignore, relative to this file.',
      },
      gitignore: {
        type: 'boolean',
        description: 'Whether what .gitignore names is left out when folders are searched; true by default.',
      },
      overrides: {
        type: 'array',
        description: 'Settings for some of the files, in order: the later over the earlier.',
        items: {
          type: 'object',
          required: ['files'],
          additionalProperties: false,
          properties: {
            files: {
              anyOf: [
                {type: 'string', minLength: 1},
                {...texts, minItems: 1},
              ],
              description: 'Glob patterns, relative to this file.',
            },
            format: {
              enum: [...formats],
              description: 'Reads the files as this format, whatever their extension.',
            },
            ...common,
          },
        },
      },
      maxFileSize: {type: 'integer', minimum: 1, description: 'Largest file to read, in bytes.'},
      reportUnusedDirectives: {
        anyOf: [{type: 'boolean'}, severity],
        description: 'Whether directives that hide nothing are reported, and how.',
      },
      baseline: {type: 'string', minLength: 1, description: 'File of the baseline, relative to this file.'},
    },
  };
}

/** What a configuration must look like; ids and options of rules are checked apart, with the rules at hand. */
export const configSchema = configSchemaWith({});

/** The schema to publish, for completion and checks in editors: every rule with its description and options. */
export function publishedConfigSchema(metas: readonly RuleMeta[]): object {
  const properties = Object.fromEntries(
    metas.map((meta) => [
      meta.id,
      {
        description: meta.description,
        anyOf: [
          severity,
          {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            prefixItems: [severity, meta.schema ?? {type: 'object', maxProperties: 0}],
          },
        ],
      },
    ]),
  );
  return configSchemaWith({
    properties,
    patternProperties: {
      '^[a-z-]+/\\*$': severity,
      '^directives/(unused|unknown-rule)$': severity,
      '^reading/unread$': severity,
    },
    additionalProperties: ruleSetting,
  });
}
