import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import {Entry} from '../lexicon.js';
import type {Target} from './target.js';

const latinWord = TokenFlag.Word | TokenFlag.Latin;

/**
 * Words that make a sentence worth a closer look: in small letters, Latin, not known to the target language. On
 * ordinary prose this costs one look into the lexicon a word.
 */
export function findTriggers(text: TextIndex, target: Target): number[] {
  const {count, flags, zones, hashes, starts, ends} = text.tokens;
  const out: number[] = [];
  const wrong = TokenFlag.InitialCap | TokenFlag.AllCaps | TokenFlag.InnerCap | TokenFlag.Alphanumeric;
  for (let i = 0; i < count; i++) {
    const flag = flags[i]!;
    if ((flag & (latinWord | wrong)) !== latinWord || target.isKnown(hashes[i]!)) continue;
    if (zones[i]! & notProse || ends[i]! - starts[i]! < 2) continue;
    if ((target.get(text.prose, starts[i]!, ends[i]!, hashes[i]!) & Entry.Tier) < 2) out.push(i);
  }
  return out;
}
