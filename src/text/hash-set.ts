/**
 * A set of 32-bit hashes that never grows: open addressing in one typed array. A `Set` of such numbers would allocate
 * one for each, as they do not fit the engine's small integers.
 */
export class HashSet {
  readonly #slots: Uint32Array;
  readonly #mask: number;
  #hasZero = false;

  /** Room for so many different hashes. */
  constructor(room: number) {
    let size = 16;
    while (size < room * 2) size *= 2;
    this.#slots = new Uint32Array(size);
    this.#mask = size - 1;
  }

  add(hash: number): void {
    if (hash === 0) {
      this.#hasZero = true;
      return;
    }
    const slots = this.#slots;
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & this.#mask;
    slots[at] = hash;
  }

  has(hash: number): boolean {
    if (hash === 0) return this.#hasZero;
    const slots = this.#slots;
    let at = (hash ^ (hash >>> 15)) & this.#mask;
    while (slots[at] !== 0) {
      if (slots[at] === hash) return true;
      at = (at + 1) & this.#mask;
    }
    return false;
  }
}
