import {hashOf} from '../../../src/text/hash.js';
import {type TextIndex, Zone} from '../../../src/text/tokens.js';

const set = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashOf));

const forbids = set('allowed permitted prohibited forbidden unauthorized unauthorised without unless');
const modals = set('may can must shall');
const nots = set('not only');
/** Stand before a word of consent when it is asked for: `without the written consent`, `prior permission`. */
const asks = set('without written prior express explicit unless');
const uses = set(
  'publish published publishing publication quote quoted quoting quotation reproduce reproduced reproducing reproduction copy copied copying copies reprint reprinted reprinting reprints rebroadcast broadcast broadcasting rewrite rewritten rewriting redistribute redistributed redistributing redistribution republish republished republishing republication distribute distributed distributing distribution disseminate disseminated disseminating dissemination use used using cite cited citing repost reposted reposting',
);
const things = set(
  'information material materials content contents text texts article articles news website websites site portal page pages photo photos photographs images data agency publication report reports',
);
const consents = set('consent permission authorisation authorization approval agreement licence license');

const longest = 90;

/**
 * Whether a sentence forbids the use of an agency’s or a site’s material without consent: a word of prohibition, one
 * of use, one of consent, and one for what must not be used. Direct quotations do not count.
 */
export function isRightsNotice(text: TextIndex, sentence: number): boolean {
  const {hashes, zones} = text.tokens;
  const first = text.sentences.first[sentence]!;
  const last = text.sentences.last[sentence]!;
  if (last - first < 8 || last - first > longest) return false;
  let consent = false;
  let use = false;
  let thing = false;
  let forbidden = false;
  let quoted = 0;
  for (let i = first; i <= last; i++) {
    const hash = hashes[i]!;
    if (zones[i]! & Zone.Quotation) quoted++;
    if (consents.has(hash)) consent ||= isAskedFor(hashes, i, first);
    else if (uses.has(hash)) use = true;
    else if (things.has(hash)) thing = true;
    else if (forbids.has(hash) || (modals.has(hash) && i < last && nots.has(hashes[i + 1]!)))
      forbidden = true;
  }
  return consent && use && thing && forbidden && quoted * 2 < last - first;
}

function isAskedFor(hashes: Uint32Array, consent: number, first: number): boolean {
  for (let i = consent - 1; i >= first && i >= consent - 5; i--) if (asks.has(hashes[i]!)) return true;
  return false;
}
