/** What is wrong with a glob pattern; the message is a reason after the pattern. */
export class GlobError extends Error {
  override readonly name = 'GlobError';
}

/** A glob pattern, ready to match paths with `/` between their parts. */
export interface Glob {
  matches(path: string): boolean;
  /** The folder that every match lies in, as far as the pattern says it without wildcards; empty: anywhere. */
  readonly base: string;
}

export interface GlobOptions {
  /** Whether wildcards match names that begin with a dot. */
  readonly dot?: boolean;
  /** Whether a pattern without a slash matches the file name in any folder. */
  readonly anyFolder?: boolean;
}

/** One character of a name as a pattern has it: `*` is any number of any. */
type Token = {readonly star: true} | {readonly star?: false; readonly fits: (char: string) => boolean};

/** One part of a path; `plain` where it has no wildcards. */
interface Segment {
  readonly tokens: readonly Token[];
  /** The same with its brackets as letters: folders are called `[slug]`. */
  readonly literal: readonly Token[] | undefined;
  readonly plain: string | undefined;
  /** Whether its first character is a dot that is written as such. */
  readonly opensWithDot: boolean;
}

/** `**`: any number of folders. */
const anyFolders = null;
type Part = Segment | typeof anyFolders;

/** Most patterns that the braces of one may stand for. */
const mostAlternatives = 1000;

/**
 * Compiles a pattern with `*`, `?`, `**`, `[a-z]`, `[!a-z]` and `{a,b}`; a backslash takes the next character as it is.
 *
 * Matching never takes longer than the length of the pattern times that of the path: wildcards are tried from the left,
 * and only the last one is ever tried again. Regular expressions, which others make of such patterns, can take years.
 *
 * @throws GlobError for brackets and braces that are not closed, and what is not understood
 */
export function compileGlob(pattern: string, {dot = false, anyFolder = false}: GlobOptions = {}): Glob {
  const alternatives = expandBraces(pattern.replace(/^(?:\.\/)+/, '')).map((plain) => {
    const parts = partsOf(plain);
    return anyFolder && parts.length === 1 ? [anyFolders, ...parts] : parts;
  });
  return {
    base: commonBase(alternatives),
    matches: (path) => {
      const names = path.split('/');
      return alternatives.some((parts) => matchParts(parts, names, dot));
    },
  };
}

/** Whether an operand that is no file can be meant as a pattern. */
export const isGlob = (operand: string): boolean => /[*?[\]{}]|^!/.test(operand);

/** `a{b,c{d,e}}` as `ab`, `acd`, `ace`. Braces without a comma are braces. */
function expandBraces(pattern: string): string[] {
  let done = [''];
  for (let at = 0; at < pattern.length; ) {
    const char = pattern[at] as string;
    if (char === '{') {
      const {options, end} = optionsAt(pattern, at);
      const inner = options ? options.flatMap(expandBraces) : [`\\{${pattern.slice(at + 1, end)}\\}`];
      if (done.length * inner.length > mostAlternatives)
        throw new GlobError(`its braces stand for more than ${mostAlternatives} patterns`);
      done = done.flatMap((before) => inner.map((option) => before + option));
      at = end + 1;
      continue;
    }
    const length = char === '\\' ? 2 : char === '[' ? classEnd(pattern, at) + 1 - at : 1;
    const text = pattern.slice(at, at + length);
    done = done.map((before) => before + text);
    at += length;
  }
  return done;
}

/** What stands between the commas of the braces that open at a place; undefined where there is no comma. */
function optionsAt(pattern: string, open: number): {options: string[] | undefined; end: number} {
  const options: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (char === '[') at = classEnd(pattern, at);
    else if (char === '{') depth++;
    else if (char === ',' && depth === 1) {
      options.push(pattern.slice(from, at));
      from = at + 1;
    } else if (char === '}' && --depth === 0) {
      if (options.length === 0) return {options: undefined, end: at};
      return {options: [...options, pattern.slice(from, at)], end: at};
    }
  }
  throw new GlobError('“{” is not closed');
}

/** Where the class of characters that opens at a place closes. `]` first in it is one of them. */
function classEnd(pattern: string, open: number): number {
  let at = open + 1;
  if (pattern[at] === '!' || pattern[at] === '^') at++;
  if (pattern[at] === ']') at++;
  for (; at < pattern.length; at++) {
    if (pattern[at] === '\\') at++;
    else if (pattern[at] === ']') return at;
  }
  throw new GlobError('“[” is not closed');
}

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  let tokens: Token[] = [];
  let literal: Token[] = [];
  let hasClass = false;
  let plain: string | undefined = '';
  let raw = '';
  const close = (): void => {
    if (raw === '**') {
      if (parts.at(-1) !== anyFolders) parts.push(anyFolders);
    } else
      parts.push({
        tokens,
        literal: hasClass ? literal : undefined,
        plain,
        opensWithDot: /^\\?\./.test(raw),
      });
    tokens = [];
    literal = [];
    hasClass = false;
    plain = '';
    raw = '';
  };
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] as string;
    if (char === '/') {
      close();
      continue;
    }
    const start = at;
    const add = (token: Token): void => {
      tokens.push(token);
      literal.push(token);
    };
    if (char === '*') {
      plain = undefined;
      if (!literal.at(-1)?.star) add({star: true});
    } else if (char === '?') {
      plain = undefined;
      add({fits: () => true});
    } else if (char === '[') {
      plain = undefined;
      hasClass = true;
      const end = classEnd(pattern, at);
      tokens.push({fits: classOf(pattern.slice(at + 1, end))});
      for (const letter of pattern.slice(at, end + 1)) literal.push({fits: (c) => c === letter});
      at = end;
    } else {
      if (/[@+!*?]/.test(char) && pattern[at + 1] === '(')
        throw new GlobError(`“${char}(…)” is not understood; there are *, ?, **, [a-z] and {a,b}`);
      const letter = char === '\\' ? pattern[++at] : char;
      if (letter === undefined) throw new GlobError('it ends in a backslash');
      // By UTF-16 units, as names are compared.
      add({fits: (c) => c === letter});
      if (plain !== undefined) plain += letter;
    }
    raw += pattern.slice(start, at + 1);
  }
  // A slash at the end means what lies in that folder.
  if (raw === '' && parts.length > 0) raw = '**';
  close();
  return parts;
}

function classOf(body: string): (char: string) => boolean {
  const negated = /^[!^]/.test(body);
  const text = negated ? body.slice(1) : body;
  const singles = new Set<string>();
  const ranges: [string, string][] = [];
  for (let at = 0; at < text.length; at++) {
    const char = (text[at] === '\\' && at + 1 < text.length ? text[++at] : text[at]) as string;
    const last = text[at + 2];
    if (text[at + 1] === '-' && last !== undefined) {
      ranges.push([char, last]);
      at += 2;
    } else singles.add(char);
  }
  return (char) =>
    (singles.has(char) || ranges.some(([first, last]) => char >= first && char <= last)) !== negated;
}

/** Tries wildcards from the left, and again only the last one: no earlier one can do better than it did. */
function matchParts(parts: readonly Part[], names: readonly string[], dot: boolean): boolean {
  let part = 0;
  let name = 0;
  let open = -1;
  let resumed = 0;
  while (name < names.length) {
    const here = parts[part];
    if (part < parts.length && here === anyFolders) {
      open = part++;
      resumed = name;
      // At the end, it stands for what lies in a folder, not for the folder.
      if (part === parts.length) return names.slice(name).every((n) => dot || !n.startsWith('.'));
    } else if (here && matchName(here, names[name] as string, dot)) {
      part++;
      name++;
    } else if (open >= 0 && (dot || !(names[resumed] as string).startsWith('.'))) {
      part = open + 1;
      name = ++resumed;
    } else return false;
  }
  return part === parts.length;
}

function matchName({tokens, literal, plain, opensWithDot}: Segment, name: string, dot: boolean): boolean {
  if (plain !== undefined) return name === plain;
  if (!dot && !opensWithDot && name.startsWith('.')) return false;
  return matchTokens(tokens, name) || (literal !== undefined && matchTokens(literal, name));
}

function matchTokens(tokens: readonly Token[], name: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let resumed = 0;
  while (at < name.length) {
    const here = tokens[token];
    if (here?.star) {
      star = token++;
      resumed = at;
    } else if (here && !here.star && here.fits(name[at] as string)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++resumed;
    } else return false;
  }
  while (tokens[token]?.star) token++;
  return token === tokens.length;
}

function commonBase(alternatives: readonly (readonly Part[])[]): string {
  const [first = [], ...others] = alternatives;
  const base: string[] = [];
  // The last part is a file.
  for (const [i, part] of first.slice(0, -1).entries()) {
    const {plain} = part ?? {};
    if (plain === undefined) break;
    if (others.some((parts) => i >= parts.length - 1 || parts[i]?.plain !== plain)) break;
    base.push(plain);
  }
  return base.length === 1 && base[0] === '' ? '/' : base.join('/');
}
