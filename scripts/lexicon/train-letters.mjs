// Weights for runs of letters: logistic regression of "a word of this language" against "an English word", by
// stochastic gradient descent in a fixed order, kept as 8-bit integers.

/** Examples seen, in passes over the smaller of the two sides. */
const rounds = 1.2;

/**
 * @param {Int32Array[]} positive runs of letters of the language's words
 * @param {Int32Array[]} negative the same of English words
 * @param {number} size how many weights
 * @returns {{weights: Int8Array, scale: number, bias: number}}
 */
export function trainLetters(positive, negative, size) {
  const weights = new Float32Array(size);
  let bias = 0;
  let state = 12345;
  const random = (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * n);
  };
  const wanted = Math.floor(rounds * 2 * Math.min(positive.length, negative.length));
  const steps = Math.max(wanted, 60000);
  for (let step = 0; step < steps; step++) {
    const truth = step & 1;
    const from = truth ? positive : negative;
    const grams = from[random(from.length)];
    const scale = 1 / Math.sqrt(grams.length);
    let sum = 0;
    for (let i = 0; i < grams.length; i++) sum += weights[grams[i]];
    const error = truth - 1 / (1 + Math.exp(-(bias + sum * scale)));
    const rate = 0.6 * (1 - step / steps) + 0.02;
    const change = rate * error * scale;
    for (let i = 0; i < grams.length; i++) weights[grams[i]] += change;
    bias += 0.02 * error;
  }
  let largest = 0;
  for (const w of weights) largest = Math.max(largest, Math.abs(w));
  const scale = largest / 127;
  return {weights: Int8Array.from(weights, (w) => Math.round(w / scale)), scale, bias};
}
