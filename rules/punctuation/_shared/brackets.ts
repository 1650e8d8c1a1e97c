import type {RuleContext} from '../../../src/engine/rule.js';
import {blockOf, endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {wordSet} from '../../../src/text/hash.js';
import {notProse, TokenFlag} from '../../../src/text/tokens.js';

/** A bracket without its partner, or a run of them: `))`. */
export interface LoneBracket {
  readonly token: number;
  readonly last: number;
  readonly opens: boolean;
}

/** Who writes with a smile speaks for themselves, or to somebody. */
const speakers = wordSet(
  "i me my we us our you your i'm i've i'll we're we've we'll you're thanks thank please hi hello hope haha",
);
const cries = new Set([...'!?…'].map((c) => c.charCodeAt(0)));

/**
 * Round and square brackets without a partner in their block or, when left open, in one of the next blocks. List
 * numbers as `1)` and emoticons are no brackets.
 */
export function findBrackets({text, article}: Pick<RuleContext, 'text' | 'article'>): LoneBracket[] {
  const {hashes, flags, starts, ends, zones} = text.tokens;
  const out: {token: number; opens: boolean}[] = [];
  const blocks = article.blocks.length;
  /** Brackets left open by earlier blocks. */
  let carried: number[] = [];
  for (let b = 0; b < blocks; b++) {
    const from = firstOfBlock(text, b);
    const to = endOfBlock(text, b);
    const stack: number[] = [];
    /** How many of each kind are on the stack, so that it is searched only for what is there. */
    let round = 0;
    let square = 0;
    for (let i = from; i < to; i++) {
      if (!((flags[i] as number) & TokenFlag.Mark)) continue;
      const code = plain(hashes[i] as number);
      if (code !== 0x28 && code !== 0x29 && code !== 0x5b && code !== 0x5d) continue;
      // A bracket that closes another is no mouth: (`&` and `=`).
      if ((zones[i] as number) & notProse || (!(code === 0x29 && round > 0) && isEmoticon(i, from))) continue;
      if (code === 0x28 || code === 0x5b) {
        stack.push(i);
        if (code === 0x28) round++;
        else square++;
        continue;
      }
      const wanted = code === 0x29 ? 0x28 : 0x5b;
      if (stack.length > 0 && isInterval(stack.at(-1) as number, i)) {
        if (plain(hashes[stack.pop() as number] as number) === 0x28) round--;
        else square--;
        continue;
      }
      let at = (wanted === 0x28 ? round : square) > 0 ? stack.length - 1 : -1;
      while (at >= 0 && plain(hashes[stack[at] as number] as number) !== wanted) at--;
      if (at >= 0) {
        for (const [k, lone] of stack.splice(at).entries()) {
          if (plain(hashes[lone] as number) === 0x28) round--;
          else square--;
          if (k > 0) out.push({token: lone, opens: true});
        }
      } else if (carried.length > 0 && plain(hashes[carried.at(-1) as number] as number) === wanted)
        carried.pop();
      else if (!(code === 0x29 && (isListNumber(i, from) || isSmile(i, from, to))))
        out.push({token: i, opens: false});
    }
    for (const token of carried) if (b - blockOf(text, token) >= 3) out.push({token, opens: true});
    carried = carried.filter((token) => b - blockOf(text, token) < 3);
    carried.push(...stack);
  }
  for (const token of carried) out.push({token, opens: true});
  return joinRuns();

  /** `(0, 100]`: a half-open interval of numbers. */
  function isInterval(open: number, close: number): boolean {
    if (close - open > 8 || plain(hashes[open] as number) + 1 === plain(hashes[close] as number))
      return false;
    if (plain(hashes[open] as number) === 0x5b && hashes[close] === 0x5d) return false;
    return ((flags[open + 1] as number) & TokenFlag.Number) !== 0;
  }

  function joinRuns(): LoneBracket[] {
    const runs: LoneBracket[] = [];
    for (const {token, opens} of out.sort((a, b) => a.token - b.token)) {
      const run = runs.at(-1);
      if (run && run.opens === opens && run.last === token - 1 && ends[run.last] === starts[token]) {
        runs[runs.length - 1] = {...run, last: token};
      } else runs.push({token, last: token, opens});
    }
    return runs;
  }

  /** `:)`, `;-(`, `=]`: eyes right before, or a nose and eyes. */
  function isEmoticon(i: number, from: number): boolean {
    let eyes = i - 1;
    if (eyes < from || ends[eyes] !== starts[i]) return false;
    if (hashes[eyes] === 0x2d && eyes > from && ends[eyes - 1] === starts[eyes]) eyes--;
    const code = hashes[eyes] as number;
    if (code !== 0x3a && code !== 0x3b && code !== 0x3d) return false;
    if (eyes > from && isCaseless(eyes - 1) && i + 1 >= endOfBlock(text, blockOf(text, i))) return true;
    return ((flags[eyes] as number) & TokenFlag.SpaceBefore) !== 0 || eyes === from;
  }

  /** Behind Chinese and Japanese letters no space stands: `真好:)`. */
  function isCaseless(token: number): boolean {
    return ((flags[token] as number) & TokenFlag.OtherScript) !== 0;
  }

  /** `my friends) We have bought it`: a mouth without eyes, in the place of a stop. */
  function isSmile(i: number, from: number, to: number): boolean {
    const before = i - 1;
    const after = i + 1;
    // A row of mouths is no English, and told.
    if (hashes[before] === 0x29 || hashes[after] === 0x29) return false;
    if (before < from || ends[before] !== starts[i]) return false;
    const f = flags[before] as number;
    const isCry = cries.has(hashes[before] as number);
    if (!isCry && !(f & TokenFlag.Word)) return false;
    if (after < to) {
      const next = flags[after] as number;
      return (
        (next & TokenFlag.SpaceBefore) !== 0 && (next & (TokenFlag.InitialCap | TokenFlag.AllCaps)) !== 0
      );
    }
    if (isCry) return true;
    for (let k = from; k < i; k++) if (speakers.has(hashes[k] as number)) return true;
    return false;
  }

  /** `1)`, `a)`, `iv)` at the start of a block, of a sentence or behind a comma or colon. */
  function isListNumber(i: number, from: number): boolean {
    let label = i - 1;
    if (label > from && hashes[label] === 0x2e) label--;
    if (label < from || (flags[label] as number) & TokenFlag.Mark) return false;
    if (!/^(?:\d{1,3}|[a-z]|[ivx]{1,4})$/i.test(text.token(label))) return false;
    return label === from || ((flags[label] as number) & TokenFlag.SpaceBefore) !== 0;
  }
}

/** Full-width brackets pair with plain ones: machine translation from Chinese and Japanese leaves halves of either. */
function plain(code: number): number {
  if (code === 0xff08) return 0x28;
  return code === 0xff09 ? 0x29 : code;
}
