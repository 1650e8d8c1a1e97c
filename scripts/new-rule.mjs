// Lays the two files of a new rule, with examples that pass, and says what comes next.
//
//   npm run new-rule family/name
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from './shared/import-ts.mjs';

/** Why no rule can be laid under this id, as one message; undefined where it can. */
export function problemWith(root, id) {
  if (id === undefined) return 'say which rule: npm run new-rule family/name';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    return `“${id}” is no name of a rule: write family/name in small letters, figures and hyphens, such as punctuation/ellipsis`;
  const [family] = id.split('/');
  const families = familiesIn(root);
  if (!families.includes(family)) return `there is no family ${family}: write one of ${families.join(', ')}`;
  for (const {file} of filesOf(id))
    if (fs.existsSync(path.join(root, file))) return `${file} exists already: choose another name`;
  return undefined;
}

const familiesIn = (root) =>
  fs
    .readdirSync(path.join(root, 'rules'), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .sort();

/** The files of a rule, and what they hold at first: a rule that reports one invented word. */
export function filesOf(id) {
  return [
    {file: `rules/${id}.ts`, text: source(id)},
    {file: `rules/${id}.md`, text: page(id)},
  ];
}

const source = (id) => `import {defineRule} from '../../src/engine/rule.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse} from '../../src/text/tokens.js';

/** TODO: what the rule looks for. Words are compared by their hash, so that no text is cut out. */
const wanted = hashOf('flimmergast');

export default defineRule({
  meta: {
    id: '${id}',
    description: 'TODO: Finds the word “flimmergast”',
    mqm: 'style',
    severity: 'info',
    // Only where a configuration names it, until its noise on honest text is measured.
    recommended: false,
    scope: 'block',
    languages: ['en'],
    // The rule is not created for texts without this word.
    words: ['flimmergast'],
    messages: {
      found: 'TODO: “{{word}}” says nothing to the reader',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, starts, ends, zones} = text.tokens;
    return {
      word(token) {
        if (hashes[token] !== wanted || (zones[token] as number) & notProse) return;
        context.report({
          messageId: 'found',
          start: starts[token] as number,
          end: ends[token] as number,
          data: {word: text.token(token)},
        });
      },
    };
  },
});
`;

const page = (id) => `# ${id}

<!-- generated -->
<!-- /generated -->

TODO: what it finds, in a sentence or two.

## Why translation causes it

TODO: in which languages the source writes it so, and what an engine makes of it.

## Examples

Between ▸ and ◂ stands what is found. These examples are the tests of the rule.

\`\`\`text bad
The minister called the plan a ▸flimmergast◂.
\`\`\`

\`\`\`text bad
▸Flimmergast◂ was heard in the hall twice.
\`\`\`

\`\`\`text good
The minister called the plan a mistake.
\`\`\`

\`\`\`text good
The word is quoted in code, as \`flimmergasts\`, and in no other form.
\`\`\`

## Limits

TODO: what it does not find, and where it may be wrong.

## Measured

TODO: findings on texts that nobody chose for it; docs/contributing.md says how.
`;

const next = (id) => `Laid rules/${id}.ts and rules/${id}.md. What comes next:

  1. npm run generate                          the rule is known, its page gets its head
  2. npx vitest run test/rules -t ${id}        its examples pass
  3. write what it looks for in the .ts file, good and bad examples in the .md file: at least two of each, from
     several languages; what must stay silent is worth more than what must be told
  4. npm run build && npm run bench:quality    how much it tells, and what it says of clean texts
  5. npm run check

docs/contributing.md tells more.
`;

async function main() {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
  const [id, ...more] = process.argv.slice(2);
  const problem =
    more.length > 0 ? 'one rule at a time: npm run new-rule family/name' : problemWith(root, id);
  if (problem !== undefined) {
    const [family = '', name] = (id ?? '').split('/');
    const {didYouMean} = await importTs(root, 'src/config/did-you-mean.ts');
    const hint =
      name !== undefined && problem.startsWith('there is no') ? didYouMean(family, familiesIn(root)) : '';
    console.error(`new-rule: ${problem}${hint}`);
    process.exitCode = 2;
    return;
  }
  for (const {file, text} of filesOf(id)) fs.writeFileSync(path.join(root, file), text, {flag: 'wx'});
  console.log(next(id));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
