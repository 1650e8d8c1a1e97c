import {hashOf, wordSet} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {scales} from './units.js';

export type Kind = 'distance' | 'length' | 'mass' | 'area' | 'temperature' | 'speed' | 'volume';

/** A unit of one of two systems. `size` is how many of the kind’s metric base unit it holds. */
export interface Unit {
  readonly kind: Kind;
  readonly metric: boolean;
  readonly size: number;
  /** How a converted value in the same system is written in brackets. */
  readonly sign: string;
}

/** A number with its unit. */
export interface Measure {
  readonly unit: Unit;
  /** `undefined` behind a word of scale, or for a number that cannot be read. */
  readonly value: number | undefined;
  /** Significant digits of the number as written. */
  readonly digits: number;
  /** Tokens. */
  readonly first: number;
  readonly last: number;
  /** `a 5-mile walk`. */
  readonly hyphen: boolean;
}

const metric = (kind: Kind, size: number, sign: string): Unit => ({kind, metric: true, size, sign});
const imperial = (kind: Kind, size: number, sign: string): Unit => ({kind, metric: false, size, sign});

const table = (rows: readonly (readonly [string, Unit])[]): ReadonlyMap<number, Unit> =>
  new Map(rows.flatMap(([words, unit]) => words.split(' ').map((word) => [hashOf(word), unit] as const)));

const kilometre = metric('distance', 1, 'km');
const mile = imperial('distance', 1.609344, 'miles');
const perHour = {km: metric('speed', 1, 'km/h'), mile: imperial('speed', 1.609344, 'mph')};

/** Units by the word or sign behind the number. Yards, inches and pints are left out: sport, screens and beer. */
const simple = table([
  ['km kms kilometer kilometers kilometre kilometres', kilometre],
  ['mile miles', mile],
  ['meter meters metre metres', metric('length', 1, 'm')],
  ['cm centimeter centimeters centimetre centimetres', metric('length', 0.01, 'cm')],
  ['ft foot feet', imperial('length', 0.3048, 'feet')],
  ['kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes', metric('mass', 1, 'kg')],
  ['lb lbs pound pounds', imperial('mass', 0.45359237, 'lb')],
  ['ounce ounces oz', imperial('mass', 0.028349523, 'oz')],
  ['ha hectare hectares', metric('area', 10_000, 'hectares')],
  ['acre acres', imperial('area', 4046.8564, 'acres')],
  ['kph kmh kmph', perHour.km],
  ['mph', perHour.mile],
  ['liter liters litre litres', metric('volume', 1, 'liters')],
  ['gallon gallons', imperial('volume', 3.7854118, 'gallons')],
]);
const squares = table([
  ['m meter meters metre metres', metric('area', 1, 'sq m')],
  ['km kilometer kilometers kilometre kilometres', metric('area', 1_000_000, 'sq km')],
  ['ft foot feet', imperial('area', 0.09290304, 'sq ft')],
  ['mile miles', imperial('area', 2_589_988.1, 'sq miles')],
]);
const degrees = table([
  ['c celsius centigrade', metric('temperature', 1, '°C')],
  ['f fahrenheit', imperial('temperature', 1, '°F')],
]);
const glued = /^([\d.,]+)(km|kms|cm|kg|kgs|mph|kmh|kph|ft|lb|lbs|ha)$/i;
const square = new Set(['square', 'sq'].map(hashOf));
const degree = new Set(['degree', 'degrees'].map(hashOf));
const [h, hour, per, an, a] = ['h', 'hour', 'per', 'an', 'a'].map(hashOf) as [
  number,
  number,
  number,
  number,
  number,
];
const pounds = new Set(['pound', 'pounds'].map(hashOf));
const hyphen = 0x2d;
const stop = 0x2e;
const slash = 0x2f;
const degreeSign = 0xb0;
const minuses = new Set([0x2d, 0x2212, 0x2013]);

/** The measure whose number is token `i`. `undefined` for a number without a unit that the table knows. */
export function measureAt(text: TextIndex, i: number): Measure | undefined {
  const {hashes, flags, blocks, count} = text.tokens;
  const same = (j: number): boolean => j < count && blocks[j] === blocks[i];
  const spaced = (j: number): boolean => ((flags[j] as number) & TokenFlag.SpaceBefore) !== 0;
  let written = '';
  let unit: Unit | undefined;
  let last = i;
  let hyphenated = false;
  let scaled = false;
  if ((flags[i] as number) & TokenFlag.Alphanumeric) {
    const match = glued.exec(text.token(i));
    if (!match) return undefined;
    written = match[1] as string;
    unit = simple.get(hashOf((match[2] as string).toLowerCase()));
  } else {
    let j = i + 1;
    if (!same(j)) return undefined;
    if (hashes[j] === hyphen && !spaced(j) && same(j + 1) && !spaced(j + 1)) {
      hyphenated = true;
      j++;
    } else if (scales.has(hashes[j] as number)) {
      scaled = true;
      j++;
    }
    if (!same(j)) return undefined;
    const word = hashes[j] as number;
    if (square.has(word)) {
      j++;
      if (same(j) && hashes[j] === stop) j++;
      if (same(j)) unit = squares.get(hashes[j] as number);
    } else if (word === degreeSign || degree.has(word)) {
      j++;
      if (same(j)) unit = degrees.get(hashes[j] as number);
    } else unit = simple.get(word);
    if (!unit) return undefined;
    // “£5 pounds of it”, “5 pounds”: money more often than weight.
    if (pounds.has(word) && !isWeight(text, i, j)) return undefined;
    // `8 Mile`, `3 Mile Island`: a name.
    if ((flags[j] as number) & TokenFlag.InitialCap && unit.kind !== 'temperature') return undefined;
    last = j;
    written = text.token(i);
  }
  if (!unit) return undefined;
  // What is behind may turn a distance into a speed, or into something that is not compared.
  const next = last + 1;
  if (
    same(next + 1) &&
    (hashes[next] === slash || hashes[next] === per || hashes[next] === an || hashes[next] === a)
  ) {
    const over = hashes[next + 1] as number;
    if (unit.kind === 'distance' && (over === h || over === hour)) {
      unit = unit.metric ? perHour.km : perHour.mile;
      last = next + 1;
    } else if (hashes[next] === slash || hashes[next] === per || simple.get(over)?.kind === 'volume')
      return undefined;
  }
  const number = readNumber(written, scaled);
  // `-40`, where a range or a compound has no space before the hyphen.
  const before = i - 1;
  if (number.value !== undefined && before >= 0 && minuses.has(hashes[before] as number)) {
    if (spaced(before) && !spaced(i) && blocks[before] === blocks[i]) number.value *= -1;
  }
  return {unit, ...number, first: i, last, hyphen: hyphenated};
}

const weighing = wordSet('weigh weighs weighed weighing weight heavy lost lose losing gained lift lifted');
const of = hashOf('of');
const heavy = hashOf('heavy');

/** `weighs 200 pounds`, `30 pounds of flour`: no money. */
function isWeight({tokens}: TextIndex, number: number, unit: number): boolean {
  const {hashes} = tokens;
  if (hashes[unit + 1] === of || hashes[unit + 1] === heavy) return true;
  for (let k = number - 1; k >= 0 && k > number - 5; k--) if (weighing.has(hashes[k] as number)) return true;
  return false;
}

function readNumber(written: string, scaled: boolean): {value: number | undefined; digits: number} {
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(written) ? written.replaceAll(',', '') : written;
  const value = scaled ? Number.NaN : Number(plain);
  return {value: Number.isFinite(value) ? value : undefined, digits: significant(plain)};
}

/** Digits between the first and the last that is no zero. */
function significant(written: string): number {
  let digits = 0;
  let sure = 0;
  for (const c of written) {
    if (c === '.' || c === ',' || (c === '0' && digits === 0)) continue;
    digits++;
    if (c !== '0') sure = digits;
  }
  return sure;
}

/** A measure’s value in another unit of its kind, in as many digits as the measure has, but at least two. */
export function converted(measure: Measure, to: Unit): string | undefined {
  const exact = exactly(measure, to);
  if (exact === undefined || (exact === 0 && to.kind !== 'temperature')) return undefined;
  if (to.kind === 'temperature') return String(Math.round(exact));
  const rounded = Number(exact.toPrecision(Math.max(2, measure.digits)));
  return rounded.toLocaleString('en-US', {maximumFractionDigits: 3});
}

/** A conversion of degrees is off by rounding alone: ten of them Celsius count as all. */
const allDegrees = 10;

/** How far two measures of one kind are apart, as a share of the greater; `undefined` where a value is not known. */
export function difference(a: Measure, b: Measure): number | undefined {
  const value = exactly(a, b.unit);
  if (value === undefined || b.value === undefined) return undefined;
  const apart = Math.abs(value - b.value);
  if (b.unit.kind === 'temperature') return (b.unit.metric ? apart : (apart * 5) / 9) / allDegrees;
  const greater = Math.max(Math.abs(value), Math.abs(b.value));
  return greater === 0 ? 0 : apart / greater;
}

function exactly({unit, value}: Measure, to: Unit): number | undefined {
  if (value === undefined || unit.kind !== to.kind) return undefined;
  if (unit.kind !== 'temperature' || unit.metric === to.metric) return (value * unit.size) / to.size;
  return to.metric ? ((value - 32) * 5) / 9 : (value * 9) / 5 + 32;
}
