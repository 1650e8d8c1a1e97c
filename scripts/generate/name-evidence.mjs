// models/name-evidence.json as a module, so that it is compiled in.
import fs from 'node:fs';
import path from 'node:path';

export function generate(root) {
  const {threshold, weights} = JSON.parse(
    fs.readFileSync(path.join(root, 'models/name-evidence.json'), 'utf8'),
  );
  return {
    path: 'src/generated/name-evidence.ts',
    text: `// From models/name-evidence.json. Do not edit.\nexport const model = ${JSON.stringify({threshold, weights})};\n`,
  };
}
