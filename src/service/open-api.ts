import {version} from '../config/version.js';

type Json = {readonly [key: string]: unknown};

const record = {
  type: 'object',
  required: ['text'],
  properties: {
    id: {description: 'Anything; the answer has it again.'},
    text: {type: 'string', description: 'The article.'},
    format: {enum: ['text', 'markdown', 'html'], default: 'text'},
    language: {type: 'string', description: 'BCP 47 tag of the language that the text is written in.'},
    source_language: {type: 'string', description: 'BCP 47 tag of the language that it was translated from.'},
    source: {type: 'string', description: 'The original of the text, in the same format.'},
    segments: {
      type: 'array',
      items: {type: 'array', items: {type: 'integer', minimum: 0}, minItems: 4, maxItems: 4},
      description:
        'What answers what, where that is known: [s0, s1, t0, t1], UTF-16 offsets into source and text.',
    },
  },
};

const score = {$ref: '#/components/schemas/score'};
const findings = {type: 'array', items: {$ref: '#/components/schemas/finding'}};

const answers: Readonly<Record<string, {summary: string; properties: Json}>> = {
  lint: {
    summary: 'What calque finds in a text. Offsets are UTF-16 offsets into it.',
    properties: {id: {}, findings, score},
  },
  fix: {
    summary: 'The text after all safe fixes, how many were made, and what is left to find in it.',
    properties: {id: {}, text: {type: 'string'}, fixed: {type: 'integer', minimum: 0}, findings, score},
  },
  names: {
    summary: 'The names of a text, with their spellings and lines.',
    properties: {
      id: {},
      names: {
        type: 'array',
        items: {
          type: 'object',
          required: ['name', 'kind', 'spellings', 'variants'],
          properties: {
            name: {type: 'string'},
            kind: {type: 'string'},
            spellings: {type: 'array', items: {type: 'object'}},
            variants: {type: 'array', items: {type: 'object'}},
          },
        },
      },
    },
  },
};

const errors = {
  400: 'The record cannot be read; `error` says why.',
  401: 'The token is missing or wrong.',
  403: 'The host or the page that asks is not allowed.',
  413: 'The request is too long.',
  415: 'The request is not JSON.',
  503: 'Too many texts wait: try again.',
  504: 'The text takes too long and was given up.',
};

const json = (schema: Json): Json => ({'application/json': {schema}});

/** The OpenAPI description of the server; `report` is the JSON Schema of reports, whose findings these are. */
export function openApi(report: Json): Json {
  const {$defs = {}} = report as {$defs?: Json};
  return {
    openapi: '3.1.0',
    info: {
      title: 'calque',
      version,
      description: 'Finds what translation engines leave behind in news. Errors are `{"error": "…"}`.',
    },
    paths: {
      '/healthz': {
        get: {
          summary: 'Whether the server runs.',
          responses: {
            200: {
              description: 'It does.',
              content: json({
                type: 'object',
                required: ['status', 'version'],
                properties: {status: {const: 'ok'}, version: {type: 'string'}},
              }),
            },
          },
        },
      },
      ...Object.fromEntries(
        Object.entries(answers).map(([task, {summary, properties}]) => [
          `/v1/${task}`,
          {
            post: {
              operationId: task,
              summary,
              requestBody: {required: true, content: json(record)},
              responses: {
                200: {
                  description: 'The answer.',
                  content: json({type: 'object', required: Object.keys(properties), properties}),
                },
                ...Object.fromEntries(
                  Object.entries(errors).map(([status, description]) => [
                    status,
                    {description, content: json({$ref: '#/components/schemas/error'})},
                  ]),
                ),
              },
            },
          },
        ]),
      ),
    },
    components: {
      schemas: {
        error: {type: 'object', required: ['error'], properties: {id: {}, error: {type: 'string'}}},
        ...(JSON.parse(JSON.stringify($defs).replaceAll('#/$defs/', '#/components/schemas/')) as Json),
      },
      securitySchemes: {token: {type: 'http', scheme: 'bearer'}},
    },
  };
}
