const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/** Writes text as the character data of HTML or XML that reads back as it is. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>]/g, (mark) => escapes[mark] as string);
