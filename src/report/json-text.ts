/** Half of a character, as `JSON.stringify` writes it where the other half is missing; an even number of backslashes before it. */
const half = /(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g;

/**
 * JSON that every reader takes. Half of a character, which a file in UTF-16 or a record can hold, is written as U+FFFD:
 * its escape is allowed in JSON, but strict readers refuse it. Lengths stay as they are.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  // Whole characters are never escaped, so that almost no text holds this.
  return text.includes('\\ud') ? text.replace(half, '$1\ufffd') : text;
}
