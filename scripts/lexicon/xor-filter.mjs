// Writes the word tables that src/lexicon/languages.ts reads; the layout is described there.

/**
 * @param {Map<number, number>} values 0..3 by the hash of the word
 * @param {{mix: (n: number) => number, place: (n: number, size: number) => number}} same the program's own functions
 */
export function xorFilter(values, {mix, place}) {
  const hashes = Uint32Array.from(values.keys()).sort();
  const block = Math.ceil((hashes.length * 1.23 + 32) / 3);
  for (let seed = 1; ; seed++) {
    const keys = Uint32Array.from(hashes, (hash) => mix(hash ^ seed));
    const places = new Uint32Array(keys.length * 3);
    keys.forEach((key, k) => {
      places[3 * k] = place(key, block);
      places[3 * k + 1] = place(mix(key + 1), block) + block;
      places[3 * k + 2] = place(mix(key + 2), block) + 2 * block;
    });
    const order = peel(places, keys.length, block * 3);
    if (!order) continue;
    const slots = new Uint16Array(block * 3);
    for (let i = keys.length - 1; i >= 0; i--) {
      const at = order.slots[i];
      const k = order.keys[i];
      const wanted = (mix(keys[k] + 3) & 0x3ff) | (values.get(hashes[k]) << 10);
      slots[at] = 0;
      slots[at] = wanted ^ slots[places[3 * k]] ^ slots[places[3 * k + 1]] ^ slots[places[3 * k + 2]];
    }
    const low = Uint8Array.from(slots, (slot) => slot & 0xff);
    const high = new Uint8Array((slots.length + 1) >> 1);
    for (let i = 0; i < slots.length; i++) high[i >> 1] |= (slots[i] >> 8) << ((i & 1) << 2);
    return {block, seed, low, high};
  }
}

/** The order in which each key owns a slot that no later key needs, or undefined when there is none. */
function peel(places, keyCount, slotCount) {
  const count = new Int32Array(slotCount);
  const xored = new Int32Array(slotCount);
  for (let p = 0; p < places.length; p++) {
    count[places[p]]++;
    xored[places[p]] ^= Math.floor(p / 3);
  }
  const ready = [];
  for (let at = 0; at < slotCount; at++) if (count[at] === 1) ready.push(at);
  const order = {slots: new Uint32Array(keyCount), keys: new Uint32Array(keyCount)};
  let done = 0;
  while (ready.length > 0) {
    const at = ready.pop();
    if (count[at] !== 1) continue;
    const k = xored[at];
    order.slots[done] = at;
    order.keys[done++] = k;
    for (let p = 3 * k; p < 3 * k + 3; p++) {
      const other = places[p];
      count[other]--;
      xored[other] ^= k;
      if (count[other] === 1) ready.push(other);
    }
  }
  return done === keyCount ? order : undefined;
}
