import {hashOf} from '../../../src/text/hash.js';
import {type TextIndex, Zone} from '../../../src/text/tokens.js';

/** What a word does in a notice, as bits; `Ask` and `Not` count only beside another word. */
const Role = {Forbid: 1, Modal: 2, Not: 4, Use: 8, Thing: 16, Consent: 32, Ask: 64} as const;
const roles = new Map<number, number>();
const add = (role: number, words: string): void => {
  for (const word of words.split(' ')) roles.set(hashOf(word), (roles.get(hashOf(word)) ?? 0) | role);
};

add(Role.Forbid, 'allowed permitted prohibited forbidden unauthorized unauthorised without unless');
add(Role.Modal, 'may can must shall');
add(Role.Not, 'not only');
/** Stand before a word of consent when it is asked for: `without the written consent`, `prior permission`. */
add(Role.Ask, 'without written prior express explicit unless');
add(
  Role.Use,
  'publish published publishing publication quote quoted quoting quotation reproduce reproduced reproducing reproduction copy copied copying copies reprint reprinted reprinting reprints rebroadcast broadcast broadcasting rewrite rewritten rewriting redistribute redistributed redistributing redistribution republish republished republishing republication distribute distributed distributing distribution disseminate disseminated disseminating dissemination use used using cite cited citing repost reposted reposting',
);
add(
  Role.Thing,
  'information material materials content contents text texts article articles news website websites site portal page pages photo photos photographs images data agency publication report reports',
);
const consent = 'consent permission authorisation authorization approval agreement licence license';
add(Role.Consent, consent);
/** Words of which every notice has one. */
export const wordsOfNotices = consent.split(' ');

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
  let found = 0;
  let quoted = 0;
  let before = 0;
  let lastAsk = -longest;
  for (let i = first; i <= last; i++) {
    if (zones[i]! & Zone.Quotation) quoted++;
    const role = roles.get(hashes[i]!) ?? 0;
    // Consent counts where it is asked for: `without the written consent`, `prior permission`.
    if (role & Role.Ask) lastAsk = i;
    if (role & Role.Consent && i - lastAsk <= 5) found |= Role.Consent;
    if (role & Role.Not && before & Role.Modal) found |= Role.Forbid;
    found |= role & (Role.Forbid | Role.Use | Role.Thing);
    before = role;
  }
  const all = Role.Forbid | Role.Use | Role.Thing | Role.Consent;
  return (found & all) === all && quoted * 2 < last - first;
}
