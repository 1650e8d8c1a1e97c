import type {RuleContext} from '../../../src/engine/rule.js';
import {notProse, TokenFlag} from '../../../src/text/tokens.js';

/** A bracket without its partner, or a run of them: `))`. */
export interface LoneBracket {
  readonly token: number;
  readonly last: number;
  readonly opens: boolean;
}

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
    const from = text.blockFirst[b] as number;
    const to = text.blockFirst[b + 1] as number;
    const stack: number[] = [];
    for (let i = from; i < to; i++) {
      if (!((flags[i] as number) & TokenFlag.Mark)) continue;
      const code = plain(hashes[i] as number);
      if (code !== 0x28 && code !== 0x29 && code !== 0x5b && code !== 0x5d) continue;
      if ((zones[i] as number) & notProse || isEmoticon(i, from)) continue;
      if (code === 0x28 || code === 0x5b) {
        stack.push(i);
        continue;
      }
      const wanted = code === 0x29 ? 0x28 : 0x5b;
      let at = stack.length - 1;
      while (at >= 0 && plain(hashes[stack[at] as number] as number) !== wanted) at--;
      if (at >= 0) {
        for (const lone of stack.splice(at).slice(1)) out.push({token: lone, opens: true});
      } else if (carried.length > 0 && plain(hashes[carried.at(-1) as number] as number) === wanted)
        carried.pop();
      else if (!(code === 0x29 && isListNumber(i, from))) out.push({token: i, opens: false});
    }
    for (const token of carried)
      if (b - (text.tokens.blocks[token] as number) >= 3) out.push({token, opens: true});
    carried = carried.filter((token) => b - (text.tokens.blocks[token] as number) < 3);
    carried.push(...stack);
  }
  for (const token of carried) out.push({token, opens: true});
  return joinRuns();

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
    return ((flags[eyes] as number) & TokenFlag.SpaceBefore) !== 0 || eyes === from;
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
