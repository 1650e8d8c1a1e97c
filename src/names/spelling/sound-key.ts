/** Coarse classes of Latin consonants; vowels, h and glides are 0. */
const classes: Readonly<Record<string, number>> = {
  b: 1,
  p: 1,
  f: 2,
  v: 2,
  w: 2,
  k: 3,
  g: 3,
  q: 3,
  c: 4,
  s: 4,
  z: 4,
  j: 4,
  x: 4,
  t: 5,
  d: 5,
  l: 6,
  r: 6,
  m: 7,
  n: 7,
};

/**
 * Keys of a folded word (small ASCII letters) under which its other spellings are looked for: spellings of one name
 * share a key, as a rule. Kinds: the first two consonants by coarse class, with the readings of `c ch j g h w x`; the
 * first three letters; the last four.
 */
export function soundKeys(folded: string): string[] {
  const keys = new Set<string>();
  const skeletons: string[] = [''];
  for (let i = 0; i < folded.length; i++) {
    const letter = folded.charAt(i);
    const next = folded.charAt(i + 1);
    const code = classes[letter];
    let options: string;
    if (letter === 'h') options = 'cskptg'.includes(folded.charAt(i - 1)) && i > 0 ? '.' : '3.';
    else if (code === undefined) continue;
    else if (letter === folded.charAt(i - 1)) continue;
    else if (letter === 'c') options = next === 'h' ? '43' : 'eiy'.includes(next) && next !== '' ? '4' : '34';
    else if (letter === 'j') options = '4.3';
    else if (letter === 'p' && next === 'h') options = '21';
    else if (letter === 'g') options = 'eiy'.includes(next) && next !== '' ? '34' : '3';
    else if (letter === 'x') options = '34';
    else if (letter === 'w' || letter === 'v') options = '2.1';
    else if (letter === 't' && (next === 's' || next === 'c' || next === 'z')) options = '54';
    else if (letter === 'd' && (next === 'z' || next === 'j')) options = '54';
    else options = String(code);
    const size = skeletons.length;
    for (let k = 0; k < size; k++) {
      const head = skeletons[k]!;
      if (head.length >= 2) continue;
      for (let o = 0; o < options.length; o++) {
        const tail = options.charAt(o);
        const grown = tail === '.' ? head : head + tail;
        if (o === 0) skeletons[k] = grown;
        else skeletons.push(grown);
      }
    }
    if (skeletons.every((x) => x.length >= 2)) break;
  }
  for (const skeleton of skeletons) keys.add(skeleton);
  if (folded.length > 3) {
    keys.add(`^${folded.slice(0, 3)}`);
    keys.add(`${folded.slice(-4)}$`);
  }
  return [...keys];
}
