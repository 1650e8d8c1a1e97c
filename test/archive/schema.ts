import fs from 'node:fs';
import path from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {root} from '../support/resources.js';

const validate = new Ajv2020({strict: false}).compile(
  JSON.parse(fs.readFileSync(path.join(root, 'docs/schema/archive.schema.json'), 'utf8')) as object,
);

/** What the published schema says against records. */
export function schemaProblems(records: readonly unknown[]): string[] {
  return records.filter((record) => !validate(record)).map((record) => JSON.stringify(record).slice(0, 200));
}
