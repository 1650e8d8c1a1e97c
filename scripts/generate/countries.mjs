// English names of all countries, small letters without diacritics, from Unicode CLDR as Intl has it.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);
const fold = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

export function generate() {
  const {territories} = require('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames;
  const names = new Set();
  for (const [code, name] of Object.entries(territories)) {
    if (!/^[A-Z]{2}(?:-alt-(?:short|variant))?$/.test(code) || /^(?:ZZ|XA|XB|EU|EZ|UN|QO)/.test(code))
      continue;
    if (/^[\p{L}-]+$/u.test(name)) names.add(fold(name));
  }
  const list = [...names].sort();
  return {
    path: 'src/generated/countries.ts',
    text: `// From Unicode CLDR by scripts/generate/countries.mjs. Do not edit.\nexport const countries: ReadonlySet<string> = new Set('${list.join(' ')}'.split(' '));\n`,
  };
}
