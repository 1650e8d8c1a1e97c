/** Units by dimension, in the first unit of each: what may be converted into what. */
const scales: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  time: {
    second: 1,
    minute: 60,
    hour: 3600,
    day: 86400,
    week: 604800,
    month: 2629746,
    year: 31556952,
    decade: 315569520,
    century: 3155695200,
  },
  length: {
    m: 1,
    km: 1000,
    cm: 0.01,
    mm: 0.001,
    mile: 1609.344,
    yard: 0.9144,
    foot: 0.3048,
    inch: 0.0254,
    nmi: 1852,
    ly: 9.46e15,
  },
  area: {m2: 1, km2: 1e6, ha: 1e4, acre: 4046.86, mile2: 2589988, foot2: 0.092903},
  mass: {kg: 1, g: 0.001, mg: 1e-6, tonne: 1000, lb: 0.45359, oz: 0.02835},
  volume: {l: 1, ml: 0.001, m3: 1000, gal: 3.78541, bbl: 158.987},
  speed: {'km/h': 1, mph: 1.609344, 'm/s': 3.6, knot: 1.852},
  power: {W: 1, kW: 1e3, MW: 1e6, GW: 1e9, hp: 745.7},
  share: {percent: 1, permille: 0.1},
};

const dimensions = new Map<string, {dimension: string; factor: number}>();
for (const [dimension, units] of Object.entries(scales))
  for (const [unit, factor] of Object.entries(units)) dimensions.set(unit, {dimension, factor});

/** The value in another unit of the same dimension, or undefined. */
export function convertUnit(value: number, from: string, to: string): number | undefined {
  if (from === 'degree' && to === 'degree') return undefined;
  const a = dimensions.get(from);
  const b = dimensions.get(to);
  return a && b && a.dimension === b.dimension ? (value * a.factor) / b.factor : undefined;
}

const speeds: Readonly<Record<string, string>> = {mph: 'mile', 'km/h': 'km', 'm/s': 'm', knot: 'nmi'};

/** Whether two units are one: speeds are named by their length, too (“85 miles an hour”). */
export const isSameUnit = (a: string, b: string): boolean => (speeds[a] ?? a) === (speeds[b] ?? b);
