// Names and signs of units, from cldr-units-full.
import {read} from './cldr.mjs';

const units = {
  'duration-century': 'century',
  'duration-decade': 'decade',
  'duration-year': 'year',
  'duration-month': 'month',
  'duration-week': 'week',
  'duration-day': 'day',
  'duration-hour': 'hour',
  'duration-minute': 'minute',
  'duration-second': 'second',
  'length-kilometer': 'km',
  'length-meter': 'm',
  'length-centimeter': 'cm',
  'length-millimeter': 'mm',
  'length-mile': 'mile',
  'length-yard': 'yard',
  'length-foot': 'foot',
  'length-inch': 'inch',
  'length-nautical-mile': 'nmi',
  'length-light-year': 'ly',
  'area-square-kilometer': 'km2',
  'area-square-meter': 'm2',
  'area-hectare': 'ha',
  'area-acre': 'acre',
  'area-square-mile': 'mile2',
  'area-square-foot': 'foot2',
  'mass-kilogram': 'kg',
  'mass-gram': 'g',
  'mass-milligram': 'mg',
  'mass-tonne': 'tonne',
  'mass-ton': 'tonne',
  'mass-pound': 'lb',
  'mass-ounce': 'oz',
  'volume-liter': 'l',
  'volume-milliliter': 'ml',
  'volume-gallon': 'gal',
  'volume-barrel': 'bbl',
  'volume-cubic-meter': 'm3',
  'temperature-celsius': 'degree',
  'temperature-fahrenheit': 'degree',
  'temperature-generic': 'degree',
  'angle-degree': 'degree',
  'speed-kilometer-per-hour': 'km/h',
  'speed-meter-per-second': 'm/s',
  'speed-mile-per-hour': 'mph',
  'speed-knot': 'knot',
  'concentr-percent': 'percent',
  'concentr-permille': 'permille',
  'power-gigawatt': 'GW',
  'power-megawatt': 'MW',
  'power-kilowatt': 'kW',
  'power-watt': 'W',
  'energy-kilowatt-hour': 'kWh',
  'power-horsepower': 'hp',
};

export function measures(language, add) {
  const all = read('cldr-units-full', language, 'units')?.units;
  if (!all) return;
  for (const [key, unit] of Object.entries(units))
    for (const length of ['long', 'short', 'narrow']) {
      const forms = all[length]?.[key];
      if (!forms) continue;
      for (const [name, pattern] of Object.entries(forms)) {
        if (name === 'displayName' && length === 'long') add('u', unit, pattern);
        if (!/count-/.test(name) || !pattern.includes('{0}')) continue;
        const form = pattern.replace('{0}', '').trim();
        // Short signs of time (`t`, `p`, `d.`) are words of their own in some language.
        if (length !== 'long' && (key.startsWith('duration') || form.length < 2) && !/[%‰°]/.test(form))
          continue;
        if (length === 'narrow' && !/[%‰°]/.test(form)) continue;
        add('u', unit, form.replace(/\.$/, ''));
      }
    }
}
