import {hiddenCharacters} from './visible.js';

/** What `JSON.stringify` escapes (of surrogates those that stand alone), what a terminal obeys, and commands of CI logs. */
const special = new RegExp(`\\\\(?:u(d[89a-f][\\da-f]{2})|.)|[${hiddenCharacters}]|##[a-z]*\\[`, 'gisu');
const anySpecial = new RegExp(`\\\\ud|[${hiddenCharacters}]|##`, 'u');

/**
 * JSON that strict readers take and no terminal or log obeys. A surrogate that stands alone, as broken UTF-16 has them,
 * is no character and becomes U+FFFD, which is as long, so that offsets hold; characters that a terminal would obey are
 * escaped, which means the same.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  return anySpecial.test(text)
    ? text.replace(special, (found, lone: string | undefined) => {
        if (lone !== undefined) return '\ufffd';
        if (found.startsWith('\\')) return found;
        return found.startsWith('##') ? `${found.slice(0, -1)}\\u005b` : escaped(found);
      })
    : text;
}

function escaped(character: string): string {
  let out = '';
  for (let i = 0; i < character.length; i++)
    out += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  return out;
}
