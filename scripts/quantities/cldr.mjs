// Reading the npm packages cldr-* (licence Unicode-3.0).
import {createRequire} from 'node:module';

export const require = createRequire(import.meta.url);

/** A file of a locale, or undefined where CLDR has none. */
export const read = (pkg, locale, file) => {
  try {
    return require(`${pkg}/main/${locale}/${file}.json`).main[locale];
  } catch {
    return undefined;
  }
};

/** A form as texts are compared with it. */
export const clean = (form) =>
  form
    .normalize('NFC')
    .replace(/[\u00ad\u200e\u200f\u061c]/g, '')
    .toLowerCase()
    .trim();
