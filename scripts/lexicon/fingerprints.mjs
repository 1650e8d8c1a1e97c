// Writes the table of fingerprints that src/lexicon/lexicon.ts reads; the layout is described there.

/**
 * @param {Map<number, number>} entries bits of `Entry` by the hash of the word
 * @returns {Uint8Array}
 */
export function fingerprintTable(entries) {
  let bits = 10;
  // At most two thirds full: an unknown word then costs some four probes.
  while (entries.size > ((1 << bits) * 2) / 3) bits++;
  // A slot needs no bit of the hash that is in neither its place nor its fingerprint.
  if (bits > 19) throw new Error(`${entries.size} words are too many for one lexicon`);
  const slots = new Uint16Array(1 << bits);
  const mask = slots.length - 1;
  // In the order of the hashes, so that the file does not depend on the order of the sources.
  for (const [hash, entry] of [...entries].sort((a, b) => a[0] - b[0])) {
    const slot = ((hash >>> 19) << 3) | entry;
    let at = hash & mask;
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  const out = new Uint8Array(16 + slots.byteLength);
  const header = new DataView(out.buffer);
  header.setUint32(0, 0x314c5143, true);
  header.setUint32(4, bits, true);
  header.setUint32(8, entries.size, true);
  for (let i = 0; i < slots.length; i++) header.setUint16(16 + 2 * i, slots[i], true);
  return out;
}
