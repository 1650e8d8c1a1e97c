// src/generated/language-names.ts: English names of the languages that a text may be written in or come from, from
// Unicode CLDR (npm cldr-localenames-full, licence Unicode-3.0). `Intl.DisplayNames` has them too, but takes 10 ms to
// make.
import fs from 'node:fs';
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

export function generate() {
  const file = require.resolve('cldr-localenames-full/main/en/languages.json');
  const {languages} = JSON.parse(fs.readFileSync(file, 'utf8')).main.en.localeDisplayNames;
  const names = Object.entries(languages)
    .filter(([code]) => /^[a-z]{2}$/.test(code))
    .map(([code, name]) => `  ${code}: ${JSON.stringify(name).replace(/^"|"$/g, "'")},`);
  return {
    path: 'src/generated/language-names.ts',
    text: `// Made by \`npm run generate\` from Unicode CLDR.\nexport const languageNames: Readonly<Record<string, string>> = {\n${names.join('\n')}\n};\n`,
  };
}
