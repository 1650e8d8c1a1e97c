/** How every page begins that calque makes. */
export const pageHead =
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="calque">';

/** Whether a text is a page that calque made: reports lie among articles, and are none. */
export function isOwnPage(text: string): boolean {
  return text.startsWith(pageHead);
}

/** The line that closes a report for terminals: how it begins, and what it says behind that. */
const closing = /^\S? ?(?:No findings|\d{1,15} findings?)\b/;
const inFiles = / in \d{1,15} files?\b/;
/** How the reports of other formats begin: XML, Markdown, workflow commands, one finding a line. */
const opening = /^(?:<\?xml|### calque: |::(?:error|warning|notice|group)\b)/;
const findingLine = /:\d{1,15}:\d{1,15}: (?:error|warning|info)\b/;

/** Whether a text is a report of calque, as far as one can tell: what is none is not overwritten with one. */
export function isReport(text: string): boolean {
  if (text === '' || isOwnPage(text) || opening.test(text)) return true;
  if (findingLine.test(text.slice(0, 4000).split('\n', 1)[0]!)) return true;
  return (
    text
      .slice(-4000)
      .split('\n')
      .some((line) => closing.test(line) && inFiles.test(line)) ||
    isJson(text) ||
    isJson(text.slice(0, text.indexOf('\n')))
  );
}

/** An article can begin with a bracket too. */
function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
