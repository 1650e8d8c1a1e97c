// Compiles dictionaries/romanization/*.yml to src/generated/romanization.ts: every spelling unit with the set of sounds
// that it may stand for, as bits, and the classes of endings.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const places = ['labial', 'coronal', 'postalveolar', 'palatal', 'velar', 'glottal'];
const manners = ['stop', 'affricate', 'fricative', 'nasal', 'lateral', 'rhotic', 'glide', 'sign'];

/** @returns {{path: string, text: string}} */
export function generate() {
  const read = (name) => parse(fs.readFileSync(path.join(root, 'dictionaries/romanization', name), 'utf8'));
  const {systems} = read('systems.yml');
  const sounds = [];
  const units = new Map();
  const readings = new Map();
  const systemBits = new Map(Object.keys(systems).map((system, at) => [system, at]));
  if (systemBits.size > 62) throw new Error('more systems than bits');
  for (const file of ['consonants.yml', 'vowels.yml']) {
    const vowel = file === 'vowels.yml';
    for (const entry of read(file).sounds) {
      const at = sounds.length;
      sounds.push({
        id: entry.sound,
        vowel,
        first: vowel ? entry.front : places.indexOf(entry.place),
        second: vowel ? entry.high : manners.indexOf(entry.manner),
        voiced: vowel || entry.voiced === true,
      });
      if (sounds[at].first < 0 || sounds[at].second < 0)
        throw new Error(`${file}: ${entry.sound}: unknown place or manner`);
      for (const [spelling, by] of Object.entries(entry.written)) {
        for (const system of String(by).split(' ')) {
          if (!(system in systems))
            throw new Error(`${file}: ${entry.sound}: ${spelling}: no system “${system}” in systems.yml`);
        }
        const unit = spelling.normalize('NFC');
        if (!units.has(unit)) units.set(unit, []);
        units.get(unit).push(at);
        if (!vowel) {
          const used = String(by).split(' ');
          // Letters that nearly every system writes so, and spellings of no system, exclude nothing.
          const open =
            used.includes('loose') ||
            used.includes('ascii') ||
            (/^[abd-gi-prstuvz]$/.test(unit) && used.includes('press'));
          if (!open)
            readings.set(
              `${unit} ${at}`,
              used.map((system) => systemBits.get(system)),
            );
        }
      }
    }
  }
  if (sounds.length > 62) throw new Error('more sounds than bits');
  for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789?') if (!units.has(letter)) units.set(letter, []);
  const names = [...units.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const bits = names.map((unit) => {
    let low = 0;
    let high = 0;
    for (const s of units.get(unit)) {
      if (s < 31) low |= 1 << s;
      else high |= 1 << (s - 31);
    }
    return [low, high];
  });
  const classes = read('endings.yml').endings;
  const endings = new Map();
  for (const [at, entry] of classes.entries()) {
    for (const written of entry.written)
      endings.set(written.normalize('NFC'), (endings.get(written.normalize('NFC')) ?? 0) | (1 << at));
  }
  const q = (value) => JSON.stringify(value);
  const text = `// Made by scripts/generate/romanization.mjs from dictionaries/romanization. Do not edit.

/** A class of sounds: of a vowel \`first\` is frontness and \`second\` height, of a consonant place and manner. */
export interface Sound {
  readonly id: string;
  readonly vowel: boolean;
  readonly first: number;
  readonly second: number;
  readonly voiced: boolean;
}

export const sounds: readonly Sound[] = [
${sounds.map((s) => `  {id: ${q(s.id)}, vowel: ${s.vowel}, first: ${s.first}, second: ${s.second}, voiced: ${s.voiced}},`).join('\n')}
];

/** Every spelling unit, short ones first. */
export const units: readonly string[] = ${q(names.join(' '))}.split(' ');

/** For unit \`u\`, bits of sounds 0 to 30 at \`[2 * u]\` and of sounds 31 up at \`[2 * u + 1]\`. */
export const unitSounds: readonly number[] = [${bits.flat().join(', ')}];

/** \`unit sound\` of a consonant to the systems that write it so, as two numbers of 31 bits; left out: any system. */
export const systemsOf: ReadonlyMap<string, readonly [number, number]> = new Map([
${[...readings].map(([key, list]) => `  [${q(key)}, [${list.reduce((m, b) => (b < 31 ? m | (1 << b) : m), 0)}, ${list.reduce((m, b) => (b < 31 ? m : m | (1 << (b - 31))), 0)}]],`).join('\n')}
]);

export const endingClasses: readonly string[] = ${q(classes.map((c) => c.class))};

/** Ending to the bits of the classes that it is in. */
export const endings: ReadonlyMap<string, number> = new Map([
${[...endings].map(([e, mask]) => `  [${q(e)}, ${mask}],`).join('\n')}
]);
`;
  return {path: 'src/generated/romanization.ts', text};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {path: file, text} = generate();
  fs.mkdirSync(path.join(root, path.dirname(file)), {recursive: true});
  fs.writeFileSync(path.join(root, file), text);
}
