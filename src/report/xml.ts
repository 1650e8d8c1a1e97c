import {visible} from './visible.js';

/** Characters that XML 1.0 cannot hold, not even escaped: controls but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;
const special = /[&<>"'\t\n\r\u007f-\u009f\u2028\u2029]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for an XML attribute or element: what XML cannot hold is pictured. */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, (character) => (character >= '\ufffe' ? '\ufffd' : visible(character)))
    .replace(special, (character) => entities[character] ?? `&#${character.charCodeAt(0)};`);
}

/** `name="value" …` with a space before each. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  let out = '';
  for (const [name, value] of Object.entries(values)) out += ` ${name}="${escapeXml(String(value))}"`;
  return out;
}
