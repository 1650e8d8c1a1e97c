/**
 * JSON with its comments made spaces, so that every place stays where it was. Editors and compilers read such
 * configurations, and people expect it of others.
 */
export function withoutComments(json: string): string {
  let out = '';
  let copied = 0;
  for (let at = 0; at < json.length; ) {
    const end = json[at] === '"' ? endOfText(json, at) : json[at] === '/' ? endOfComment(json, at) : at + 1;
    if (json[at] === '/' && end > at + 1) {
      out += json.slice(copied, at) + json.slice(at, end).replace(/[^\n\r]/g, ' ');
      copied = end;
    }
    at = end;
  }
  return out + json.slice(copied);
}

/** The end of a text in quotation marks; of its line where it is not closed, so that the parser can say so. */
function endOfText(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    if (json[at] === '"') return at + 1;
    if (json[at] === '\n') return at;
    if (json[at] === '\\' && json[at + 1] !== '\n') at++;
  }
  return json.length;
}

/** The end of a comment that begins at a stroke; the place behind the stroke where none does. */
function endOfComment(json: string, start: number): number {
  if (json[start + 1] === '/') {
    let at = start;
    while (at < json.length && json[at] !== '\n' && json[at] !== '\r') at++;
    return at;
  }
  if (json[start + 1] !== '*') return start + 1;
  const close = json.indexOf('*/', start + 2);
  // What is not closed stays, so that the parser tells it; nothing behind it is a comment of its own.
  return close < 0 ? start + 1 : close + 2;
}
