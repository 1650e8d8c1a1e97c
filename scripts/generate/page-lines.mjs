// models/page-lines.json as a module, for where there are no files.
import fs from 'node:fs';
import path from 'node:path';

export function generate(root) {
  const {model} = JSON.parse(fs.readFileSync(path.join(root, 'models/page-lines.json'), 'utf8'));
  const array = (name) => `  ${name}: bytesOf(${JSON.stringify(model[name])}),\n`;
  return {
    path: 'src/generated/page-lines.ts',
    text: `// From models/page-lines.json. Do not edit.
import {bytesOf} from '../text/base64.js';

/** Little-endian arrays: what each feature of a line says (\`models/page-lines.md\`). */
export interface LineModel {
  readonly families: readonly string[];
  /** Uint32, sorted. */
  readonly keys: Uint8Array<ArrayBuffer>;
  /** Int8, a key each. */
  readonly pages: Uint8Array<ArrayBuffer>;
  /** Uint8, a key each. */
  readonly voteCounts: Uint8Array<ArrayBuffer>;
  /** Uint8 of a family and Int8 of a weight in turn. */
  readonly votes: Uint8Array<ArrayBuffer>;
  /** Uint32: keys of words that have a class. */
  readonly classKeys: Uint8Array<ArrayBuffer>;
  /** Uint8, a class each. */
  readonly classes: Uint8Array<ArrayBuffer>;
}

/** Where there are files, the build puts \`src/config/page-lines-file.ts\` in the place of this module. */
export const pageLines = (): LineModel => ({
  families: ${JSON.stringify(model.families)},
${['keys', 'pages', 'voteCounts', 'votes', 'classKeys', 'classes'].map(array).join('')}});
`,
  };
}
