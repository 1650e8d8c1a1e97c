// models/page-lines.json as a module, so that it is compiled in.
import fs from 'node:fs';
import path from 'node:path';

export function generate(root) {
  const {model} = JSON.parse(fs.readFileSync(path.join(root, 'models/page-lines.json'), 'utf8'));
  return {
    path: 'src/generated/page-lines.ts',
    text: `// From models/page-lines.json. Do not edit.

/** Little-endian arrays in base64: what each feature of a line says (\`models/page-lines.md\`). */
export interface LineModel {
  readonly families: readonly string[];
  /** Uint32, sorted. */
  readonly keys: string;
  /** Int8, a key each. */
  readonly pages: string;
  /** Uint8, a key each. */
  readonly voteCounts: string;
  /** Uint8 of a family and Int8 of a weight in turn. */
  readonly votes: string;
}

export const pageLines: LineModel = ${JSON.stringify(model)};
`,
  };
}
