// Reads the articles of the quality benchmark. A file holds articles of one language of origin, each behind a line
// `=== ID GENRE`. A defect is planted as `{{kind|damaged text|clean text}}`, so that both twins come from one source;
// either text may be empty and may go over lines. `\|` is a bar.

/** @typedef {{start: number, end: number, kind: string, clean: string}} Label a planted defect; UTF-16 offsets into `text` */
/** @typedef {{id: string, origin: string, genre: string, text: string, clean: string, labels: Label[]}} Article */

/** Families of rules; the first part of a kind, as in `names:spelling`. */
export const families = ['names', 'foreign', 'residue', 'punctuation', 'locale', 'terms', 'fluency'];

/**
 * @param {string} source text of a file
 * @param {string} file its name, which begins with the language of origin
 * @returns {Article[]}
 * @throws Error that names file and line and says what to do
 */
export function readArticles(source, file) {
  const origin = /^[a-z]+/.exec(file)?.[0] ?? '';
  const articles = [];
  const heads = [...source.matchAll(/^=== (\S+) (\S+)\n/gm)];
  heads.forEach((head, i) => {
    const from = head.index + head[0].length;
    const body = source.slice(from, heads[i + 1]?.index ?? source.length).trimEnd();
    articles.push({id: head[1], origin, genre: head[2], ...readBody(body, source, from, file)});
  });
  return articles;
}

/** Turns the body of an article into its twins and the labels. */
function readBody(body, source, from, file) {
  const fail = (at, what) => {
    const line = source.slice(0, from + at).split('\n').length;
    throw new Error(`${file}:${line}: ${what}`);
  };
  const labels = [];
  let text = '';
  let clean = '';
  let at = 0;
  for (;;) {
    const open = body.indexOf('{{', at);
    const plain = body.slice(at, open < 0 ? undefined : open);
    if (plain.includes('}}'))
      fail(at + plain.indexOf('}}'), 'closes a mark that is not open; write {{ before it');
    text += plain;
    clean += plain;
    if (open < 0) break;
    const close = body.indexOf('}}', open);
    if (close < 0) fail(open, 'the mark is not closed; write }} behind it');
    const parts = body
      .slice(open + 2, close)
      .split(/(?<!\\)\|/)
      .map((part) => part.replaceAll('\\|', '|'));
    if (parts.length !== 3)
      fail(open, 'a mark has three parts: {{kind|damaged text|clean text}}; a bar is \\|');
    const [kind, damaged, right] = parts;
    if (!families.includes(kind.split(':')[0]))
      fail(open, `no family ${kind.split(':')[0]}; write one of ${families.join(', ')}`);
    if (damaged === right) fail(open, 'both texts are the same; plant a defect or take the mark away');
    labels.push(labelOf(kind, damaged, right, text.length));
    text += damaged;
    clean += right;
    at = close + 2;
  }
  const odd = / {2}| [,.;:!?]/.exec(clean);
  if (odd)
    fail(
      0,
      `the clean twin has “${clean.slice(Math.max(0, odd.index - 20), odd.index + 10)}”; move the space into the mark`,
    );
  return {text: text.trimEnd(), clean: clean.trimEnd(), labels};
}

/** A label without what both texts have in common at their ends, and without white space around it. */
function labelOf(kind, damaged, clean, offset) {
  const wordsEnd = (text, i) =>
    i === 0 || i === text.length || !/[\p{L}\p{N}]/u.test(text[i]) || !/[\p{L}\p{N}]/u.test(text[i - 1]);
  let head = 0;
  while (head < damaged.length && head < clean.length && damaged[head] === clean[head]) head++;
  while (head > 0 && !(wordsEnd(damaged, head) && wordsEnd(clean, head))) head--;
  let tail = 0;
  const most = Math.min(damaged.length, clean.length) - head;
  while (tail < most && damaged.at(-1 - tail) === clean.at(-1 - tail)) tail++;
  while (tail > 0 && !(wordsEnd(damaged, damaged.length - tail) && wordsEnd(clean, clean.length - tail)))
    tail--;
  let start = head;
  let end = damaged.length - tail;
  if (damaged.slice(start, end).trim() !== '') {
    while (/\s/.test(damaged[start])) start++;
    while (/\s/.test(damaged[end - 1])) end--;
  }
  return {start: offset + start, end: offset + end, kind, clean};
}
