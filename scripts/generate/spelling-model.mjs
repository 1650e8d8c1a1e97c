// models/spelling.json as a module, so that it is compiled in.
import fs from 'node:fs';
import path from 'node:path';

export function generate(root) {
  const {costs, judgement} = JSON.parse(fs.readFileSync(path.join(root, 'models/spelling.json'), 'utf8'));
  return {
    path: 'src/generated/spelling-model.ts',
    text: `// From models/spelling.json. Do not edit.
import type {Judge} from '../names/spelling/judge.js';
import type {Weights} from '../names/spelling/operations.js';

export const judgement: Judge = ${JSON.stringify(judgement)};
export const costs: Weights = ${JSON.stringify(costs)};
`,
  };
}
