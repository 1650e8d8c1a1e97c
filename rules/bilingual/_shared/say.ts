import type {Bitext} from '../../../src/bitext/bitext.js';
import type {Quantity} from '../../../src/quantities/quantity.js';

/** How a number is written in English: `16,000`, `20.4`. */
export function inFigures(value: number): string {
  const [whole = '', fraction] = String(Math.round(value * 1e6) / 1e6).split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** What the source says: its words, and where those are no figures of ours, what they mean. */
export function saidInSource(bitext: Bitext, {start, end, values, year}: Quantity): string {
  const words = bitext.source.prose.slice(start, end);
  if (/^[\d.,\s\u00a0\u202f]+$/.test(words)) return words;
  const meant = values.slice(0, 2).map((v) => (year ? String(v) : inFigures(v)));
  return `${words} (${meant.join(' to ')})`;
}
