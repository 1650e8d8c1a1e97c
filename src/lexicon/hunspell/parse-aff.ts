/** A prefix or a suffix. */
export interface Affix {
  readonly flag: string;
  readonly strip: string;
  readonly add: string;
  /** Whether it combines with an affix of the other side. */
  readonly cross: boolean;
  /** What the stem must end (suffix) or begin (prefix) with; `undefined` for anything. */
  readonly condition: RegExp | undefined;
  /** Flags that the affixed form has in turn. */
  readonly more: ReadonlySet<string>;
}

/** Flags that stems and affixes may have, by what they mean. */
export interface Options {
  needAffix?: string;
  onlyInCompound?: string;
  forbidden?: string;
  compound?: string;
  compoundBegin?: string;
  compoundMiddle?: string;
  compoundEnd?: string;
  compoundMin: number;
}

const none: ReadonlySet<string> = new Set();

/** An .aff file: affixes by the letters that they add. */
export interface ParsedAff {
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>;
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>;
  readonly options: Options;
  readonly readFlags: (text: string) => ReadonlySet<string>;
}

/** Reads an .aff file. Lines that make no sense are passed over. */
export function parseAff(text: string): ParsedAff {
  const lines = text.split('\n').map((line) => line.trim());
  const kind = /^FLAG\s+(\S+)/m.exec(text)?.[1] ?? 'char';
  const aliases: string[] = [];
  const readFlags = flagReader(kind, aliases);
  const options: Options = {compoundMin: 3};
  const suffixes = new Map<string, Affix[]>();
  const prefixes = new Map<string, Affix[]>();
  const crosses = new Map<string, boolean>();
  let aliasCountSeen = false;
  for (const line of lines) {
    const [name, ...rest] = line.split(/\s+/);
    const value = rest[0];
    if (value === undefined) continue;
    switch (name) {
      case 'AF':
        if (aliasCountSeen) aliases.push(value);
        aliasCountSeen = true;
        break;
      case 'NEEDAFFIX':
      case 'PSEUDOROOT':
        options.needAffix = value;
        break;
      case 'ONLYINCOMPOUND':
        options.onlyInCompound = value;
        break;
      case 'FORBIDDENWORD':
        options.forbidden = value;
        break;
      case 'COMPOUNDFLAG':
        options.compound = value;
        break;
      case 'COMPOUNDBEGIN':
        options.compoundBegin = value;
        break;
      case 'COMPOUNDMIDDLE':
        options.compoundMiddle = value;
        break;
      case 'COMPOUNDEND':
      case 'COMPOUNDLAST':
        options.compoundEnd = value;
        break;
      case 'COMPOUNDMIN':
        options.compoundMin = Math.max(1, Number(value) || 3);
        break;
      case 'SFX':
      case 'PFX': {
        const key = `${name} ${value}`;
        const cross = crosses.get(key);
        if (cross === undefined) {
          crosses.set(key, rest[1] === 'Y');
          break;
        }
        const affix = parseAffix(name === 'SFX', rest, cross, readFlags);
        if (!affix) break;
        const table = name === 'SFX' ? suffixes : prefixes;
        const list = table.get(affix.add);
        if (list) list.push(affix);
        else table.set(affix.add, [affix]);
        break;
      }
    }
  }
  return {suffixes, prefixes, options, readFlags};
}

function parseAffix(
  isSuffix: boolean,
  [flag, strip, added, pattern = '.']: readonly string[],
  cross: boolean,
  readFlags: (text: string) => ReadonlySet<string>,
): Affix | undefined {
  if (flag === undefined || strip === undefined || added === undefined) return undefined;
  const slash = added.indexOf('/');
  const add = slash < 0 ? added : added.slice(0, slash);
  return {
    flag,
    strip: strip === '0' ? '' : strip,
    add: add === '0' ? '' : add,
    cross,
    condition: pattern === '.' ? undefined : toRegExp(pattern, isSuffix),
    more: slash < 0 ? none : readFlags(added.slice(slash + 1)),
  };
}

/** Conditions are letters, dots and classes: nothing that could run long. */
function toRegExp(pattern: string, isSuffix: boolean): RegExp | undefined {
  let safe = '';
  let inClass = false;
  for (const letter of pattern) {
    if (letter === '[') inClass = true;
    else if (letter === ']') inClass = false;
    const isSyntax = '\\$*+?(){}|/'.includes(letter) || (letter === '-' && inClass);
    safe += isSyntax ? `\\${letter}` : letter;
  }
  try {
    return new RegExp(isSuffix ? `${safe}$` : `^${safe}`, 'u');
  } catch {
    return undefined;
  }
}

function flagReader(kind: string, aliases: readonly string[]): (text: string) => ReadonlySet<string> {
  const cache = new Map<string, ReadonlySet<string>>();
  const split = (text: string): string[] => {
    if (kind === 'num') return text.split(',');
    if (kind === 'long') return text.match(/../gsu) ?? [];
    return [...text];
  };
  return (text) => {
    if (text === '') return none;
    let flags = cache.get(text);
    if (!flags) {
      const alias = aliases.length > 0 && /^\d+$/.test(text) ? aliases[Number(text) - 1] : undefined;
      flags = new Set(split(alias ?? text));
      cache.set(text, flags);
    }
    return flags;
  };
}
