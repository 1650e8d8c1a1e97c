import {wordSet} from './hash.js';
import {type TextIndex, TokenFlag} from './tokens.js';

/** Abbreviations longer than those that their length alone gives away. */
const long = wordSet(
  'approx assoc assocs assoc’n messrs admin univ govt depts secs bros calif colo mich minn penn tenn wash conn corps supts supt sergt lieut brig maj-gen prof profs acad elect attys mtns mfrs',
);

/** Whether the full stop at a token may belong to an abbreviation, an initial or a number. */
export function mayBeAbbreviated(text: TextIndex, stop: number): boolean {
  const {flags, hashes, starts, ends} = text.tokens;
  const i = stop - 1;
  if (i < 0 || ends[i] !== starts[stop]) return false;
  const f = flags[i] as number;
  if (f & TokenFlag.Number) return true;
  if (!(f & TokenFlag.Word)) return false;
  const length = (ends[i] as number) - (starts[i] as number);
  if (length <= 4 || f & (TokenFlag.AllCaps | TokenFlag.InnerCap | TokenFlag.Alphanumeric)) return true;
  if (f & TokenFlag.InitialCap && length <= 5) return true;
  if (i > 0 && hashes[i - 1] === 0x2e && ends[i - 1] === starts[i]) return true;
  return long.has(hashes[i] as number);
}
