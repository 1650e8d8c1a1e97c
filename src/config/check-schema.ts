import {type Schema, Validator} from '@cfworker/json-schema';
import {didYouMean} from './did-you-mean.js';
import {hintAtTag, languageTagPattern} from './language-tag.js';

/** One place where a value does not fit a schema. */
export interface Misfit {
  /** Keys and indexes from the top of the value. */
  readonly path: readonly string[];
  readonly message: string;
  /** The key itself is wrong, not what it holds. */
  readonly atKey: boolean;
}

interface Unit {
  readonly keyword: string;
  readonly keywordLocation: string;
  readonly instanceLocation: string;
  readonly error: string;
}

/** A misfit as a sentence that names the place in the value: `rules["a/b"]: …`, `entries[7].kind: …`. */
export function misfitInWords({path, message, atKey}: Misfit): string {
  const named = atKey ? path.slice(0, -1) : path;
  return named.length > 0 ? `${keyName(named)}: ${message}` : message;
}

/** `overrides[0].files`. */
export function keyName(path: readonly string[]): string {
  return path.reduce(
    (name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`),
    '',
  );
}

/** Longest list of allowed values that is told whole. */
const mostAllowed = 12;

/** Keywords that only say that something beneath them does not fit. */
const wrappers = new Set([
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  '$ref',
  'propertyNames',
]);

/** Everything in which a value does not fit a JSON Schema, each mistake once, in plain words. */
export function checkSchema(schema: object, value: unknown): Misfit[] {
  const units: readonly Unit[] = new Validator(schema as Schema, '2020-12', false).validate(value).errors;
  const misfits: Misfit[] = [];
  const silenced: string[] = [];
  for (const unit of units) {
    if (silenced.some((location) => unit.keywordLocation.startsWith(`${location}/`))) continue;
    // A schema `false` is told by the keyword that holds it; its own unit lacks the place in the schema.
    if (wrappers.has(unit.keyword) || unit.keyword === 'false') continue;
    const path = pointerParts(unit.instanceLocation);
    const here = at(value, path);
    const owner = at(schema, pointerParts(unit.keywordLocation).slice(0, -1)) as Schema;
    if (unit.keyword === 'additionalProperties') {
      if (owner.additionalProperties === false) misfits.push(unknownKey(unit, owner, path));
      continue;
    }
    if (unit.keyword === 'anyOf' || unit.keyword === 'oneOf') {
      const alternatives = at(schema, pointerParts(unit.keywordLocation)) as readonly Schema[];
      const fitting = alternatives.findIndex(
        (alternative) => typesOf(alternative).includes(typeOf(here)) && !alternative.enum,
      );
      for (const i of alternatives.keys()) if (i !== fitting) silenced.push(`${unit.keywordLocation}/${i}`);
      if (fitting < 0)
        misfits.push({
          path,
          message: `is ${shown(here)}, but must be ${expected({anyOf: [...alternatives]})}`,
          atKey: false,
        });
      continue;
    }
    misfits.push(describe(unit, owner, here, path));
  }
  return dedupe(misfits);
}

function describe(unit: Unit, owner: Schema, here: unknown, path: readonly string[]): Misfit {
  const misfit = (message: string): Misfit => ({path, message, atKey: false});
  switch (unit.keyword) {
    case 'required': {
      const missing = (owner.required ?? []).filter(
        (key) => typeof here === 'object' && here !== null && !(key in here),
      );
      return misfit(`lacks ${missing.map((key) => `“${key}”`).join(' and ')}`);
    }
    case 'enum': {
      const allowed = (owner.enum ?? []).map(String);
      const guess = typeof here === 'string' ? didYouMean(here, allowed) : '';
      return misfit(
        guess !== '' && allowed.length > mostAllowed
          ? `is ${shown(here)}, which is none of the ${allowed.length} that there are${guess}`
          : `is ${shown(here)}, but must be ${expected(owner)}${guess}`,
      );
    }
    case 'type':
    case 'const':
      return misfit(`is ${shown(here)}, but must be ${expected(owner)}`);
    case 'minimum':
      return misfit(`is ${shown(here)}, but must be at least ${owner.minimum}`);
    case 'maximum':
      return misfit(`is ${shown(here)}, but must be at most ${owner.maximum}`);
    case 'minLength':
    case 'minItems':
      return misfit('must not be empty');
    case 'pattern':
      return misfit(
        `is ${shown(here)}, but must be ${owner.description ?? `written as ${owner.pattern}`}${owner.pattern === languageTagPattern ? hintAtTag(String(here)) : ''}`,
      );
    case 'uniqueItems':
      return misfit('names something twice');
    default:
      return misfit(unit.error.charAt(0).toLowerCase() + unit.error.slice(1).replace(/\.$/, ''));
  }
}

function unknownKey(unit: Unit, owner: Schema, path: readonly string[]): Misfit {
  const key = /^Property "(.*)" does not match/s.exec(unit.error)?.[1] ?? '';
  const known = Object.keys(owner.properties ?? {});
  const list = known.length > 0 && known.length <= mostAllowed ? `; there are: ${known.join(', ')}` : '';
  return {
    path: [...path, key],
    message: `there is no key “${key}”${didYouMean(key, known)}${list}`,
    atKey: true,
  };
}

/** What a schema asks for, in words. */
function expected(schema: Schema): string {
  if (schema.enum)
    return schema.enum
      .map((v) => JSON.stringify(v))
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return alternatives.map(expected).join(', or ');
  const types = typesOf(schema).map((type) => names[type] ?? type);
  const items = schema.items as Schema | undefined;
  if (types.length === 1 && typesOf(schema)[0] === 'array' && items?.type === 'string')
    return 'a list of texts';
  return types.join(' or ') || 'something else';
}

const names: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'a map of keys to values',
  string: 'a text',
};

function typesOf(schema: Schema): string[] {
  if (schema.type === undefined) return [];
  return Array.isArray(schema.type) ? schema.type : [schema.type];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value.slice(0, 60)}”`;
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a map' : String(value);
}

function pointerParts(pointer: string): string[] {
  return pointer
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function at(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const part of path)
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[part] : undefined;
  return here;
}

function dedupe(misfits: readonly Misfit[]): Misfit[] {
  const seen = new Set<string>();
  return misfits.filter(({path, message}) => {
    const key = JSON.stringify([path, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
