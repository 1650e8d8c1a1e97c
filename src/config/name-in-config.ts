import fs from 'node:fs';
import path from 'node:path';
import {isMap, isSeq, parseDocument} from 'yaml';
import {mostOfSettings, readRegularText} from '../files/read-regular.js';
import {writeWhole} from '../files/write-whole.js';
import {isCode} from './find-config.js';

/** What a configuration is to say of a file that an action wrote. */
export type Mention =
  | {readonly key: 'dictionaries'; readonly value: string}
  | {readonly key: 'baseline'; readonly value: string};

/**
 * Makes a configuration name a file; comments and layout of YAML stay. Returns what the person must write where a
 * program cannot: in a configuration that is code.
 *
 * @throws Error when the configuration is broken
 */
export async function nameInConfig(file: string, {key, value}: Mention): Promise<string | undefined> {
  const name = path.basename(file);
  if (isCode(file))
    return `${name} is code, so add this to it yourself: ${key}: ${key === 'dictionaries' ? `['${value}']` : `'${value}'`}`;
  if (!fs.existsSync(file)) {
    writeWhole(file, `${key}: ${key === 'dictionaries' ? `[${value}]` : value}\n`);
    return undefined;
  }
  const text = readRegularText(file, mostOfSettings);
  writeWhole(
    file,
    name.endsWith('.json')
      ? inJson(text, key, value, name === 'package.json')
      : inYaml(text, key, value, name),
  );
  return undefined;
}

function inYaml(text: string, key: Mention['key'], value: string, name: string): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    throw new Error(`${name} is broken: mend it first`);
  if (key === 'baseline') document.set(key, value);
  else {
    const list = document.get(key);
    if (isSeq(list)) list.add(document.createNode(value));
    else document.set(key, [value]);
  }
  return document.toString({lineWidth: 0});
}

function inJson(text: string, key: Mention['key'], value: string, isPackage: boolean): string {
  const whole = JSON.parse(text) as Record<string, unknown>;
  const config = (isPackage ? whole.calque : whole) as Record<string, unknown>;
  if (key === 'baseline') config.baseline = value;
  else config.dictionaries = [...(Array.isArray(config.dictionaries) ? config.dictionaries : []), value];
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return `${JSON.stringify(whole, null, indent)}\n`;
}
