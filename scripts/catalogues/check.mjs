// Holds the catalogues against what calque says: every message, phrase and word of reports is in each of them, with the
// placeholders of the English, and nothing else is.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {phrasesSaid} from './said.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** What English says, by the keys of a catalogue. */
async function english() {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-catalogues-'));
  try {
    await build({
      absWorkingDir: root,
      entryPoints: {rules: 'src/generated/rules.ts', frame: 'src/report/frame.ts'},
      bundle: true,
      format: 'esm',
      platform: 'node',
      outdir,
      outExtension: {'.js': '.mjs'},
      logLevel: 'error',
    });
    const load = (name) => import(pathToFileURL(path.join(outdir, name)).href);
    const [{allRules}, {frame}] = await Promise.all([load('rules.mjs'), load('frame.mjs')]);
    const messages = {};
    for (const {meta} of allRules)
      for (const [id, text] of Object.entries(meta.messages)) messages[`${meta.id} ${id}`] = text;
    return {messages, frame, phrases: phrasesSaid(root)};
  } finally {
    fs.rmSync(outdir, {recursive: true, force: true});
  }
}

/** Names of the placeholders of a template, sorted. */
const placeholders = (template) =>
  [...new Set([...template.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name))].sort().join(' ');

/** `{}` of an English phrase, numbered as its translation has them. */
const slots = (phrase) =>
  phrase
    .split('{}')
    .slice(1)
    .map((_, i) => i + 1)
    .join(' ');

/** Faults of one catalogue, each a sentence. */
export function faultsOf(catalogue, said, phrases) {
  const faults = [];
  const messages = {};
  for (const [rule, ofRule] of Object.entries(catalogue.messages))
    for (const [id, text] of Object.entries(ofRule)) messages[`${rule} ${id}`] = text;
  compare('message', messages, said.messages, (text) => placeholders(text));
  compare('word of reports', catalogue.frame, said.frame, (text) => placeholders(text));
  for (const phrase of phrases)
    if (!(phrase in catalogue.phrases)) faults.push(`lacks the phrase “${phrase}”`);
  for (const [phrase, text] of Object.entries(catalogue.phrases)) {
    if (!phrases.has(phrase)) faults.push(`has a phrase that nothing says: “${phrase}”`);
    if (placeholders(text) !== slots(phrase))
      faults.push(`has other placeholders in “${text}” than “${phrase}”`);
  }
  const needed = new Intl.PluralRules(catalogue.locale).resolvedOptions().pluralCategories;
  for (const text of [
    ...Object.values(messages),
    ...Object.values(catalogue.phrases),
    ...Object.values(catalogue.frame),
  ])
    for (const [, forms] of text.matchAll(/\{\{\s*\w+\s*:([^}]*)\}\}/g)) {
      const has = new Set(forms.split('|').map((form) => form.split('=')[0].trim()));
      // A form that is left out is that of `other`: some templates have one for `one` alone.
      if (!has.has('other')) faults.push(`lacks the form “other” in “${text}”`);
      for (const category of has)
        if (!needed.includes(category))
          faults.push(`has a form “${category}” that the language lacks in “${text}”`);
    }
  return faults;

  function compare(what, own, wanted, shape) {
    for (const [key, text] of Object.entries(wanted)) {
      const translated = own[key];
      if (translated === undefined) faults.push(`lacks the ${what} “${key}”`);
      else if (shape(translated) !== shape(text))
        faults.push(`has other placeholders in “${key}”: “${shape(translated)}” for “${shape(text)}”`);
    }
    for (const key of Object.keys(own))
      if (!(key in wanted)) faults.push(`has a ${what} that there is not: “${key}”`);
  }
}

/** Faults of all catalogues. What fills placeholders is listed in `values.json`, since no source says it as a phrase of its own. */
export async function checkCatalogues() {
  const said = await english();
  const folder = path.join(root, 'catalogues');
  const values = JSON.parse(fs.readFileSync(path.join(root, 'scripts/catalogues/values.json'), 'utf8'));
  const phrases = new Set([...said.phrases, ...values]);
  const faults = [];
  for (const name of fs.readdirSync(folder)) {
    const catalogue = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    for (const fault of faultsOf(catalogue, said, phrases)) faults.push(`catalogues/${name} ${fault}`);
  }
  return faults;
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const faults = await checkCatalogues();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
