// models/foreign-fragments.json as a module, so that it is compiled in.
import fs from 'node:fs';
import path from 'node:path';

export function generate(root) {
  const {models} = JSON.parse(fs.readFileSync(path.join(root, 'models/foreign-fragments.json'), 'utf8'));
  return {
    path: 'src/generated/foreign-fragments.ts',
    text: `// From models/foreign-fragments.json. Do not edit.\nimport type {Models} from '../lexicon/fragments/model.js';\n\nexport const models: Models = ${JSON.stringify(models)};\n`,
  };
}
