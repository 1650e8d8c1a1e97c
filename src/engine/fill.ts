/** Chooses among the forms of a word by a count. */
export type PluralOf = (count: number) => string;

const slot = /\{\{\s*(\w+)\s*(?::([^{}]*))?\}\}/g;

/**
 * Fills a template: `{{name}}` becomes the value of that name, `{{count: one=# Zeile | other=# Zeilen}}` the form for
 * it, with the count in the place of `#`. What has no value stays as it is.
 *
 * @param lookUp what stands for a name; `undefined` for none
 * @param pluralOf the category of Unicode CLDR for a count; needed where a template has forms
 */
export function fillTemplate(
  template: string,
  lookUp: (name: string) => string | undefined,
  pluralOf?: PluralOf,
): string {
  if (template.indexOf('{{') < 0) return template;
  return template.replace(slot, (whole, name: string, forms: string | undefined) => {
    const value = lookUp(name);
    if (value === undefined) return whole;
    return forms === undefined || pluralOf === undefined ? value : formOf(forms, value, pluralOf);
  });
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function formOf(forms: string, value: string, pluralOf: PluralOf): string {
  const word = numbers.indexOf(value);
  const count = word < 0 ? Number(value) : word;
  const category = Number.isNaN(count) ? 'other' : pluralOf(count);
  let other = value;
  for (const form of forms.split('|')) {
    const [key, ...rest] = form.split('=');
    const text = rest.join('=').trim();
    if (key?.trim() === category) return text.replace('#', word < 0 ? value : String(count));
    if (key?.trim() === 'other') other = text.replace('#', word < 0 ? value : String(count));
  }
  return other;
}
