import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, TokenFlag, Zone} from '../../src/text/tokens.js';
import {findQuotations, type Pair} from './_shared/quotations.js';

/** What a company, club, newspaper, ship … is called before its name: English writes “the company Acme”. */
const kinds = wordSet(
  'company companies firm firms plant plants factory club clubs team teams newspaper newspapers agency agencies channel channels portal bank banks holding corporation concern enterprise airline operator ship ships vessel vessels cruiser cruisers submarine submarines frigate corvette battleship destroyer tanker ferry liner train hotel app application magazine publisher party parties fund foundation association institute hospital clinic kindergarten stadium supermarket store chain llc jsc pjsc ojsc cjsc oao ooo zao pao ao fc hc bc uab sia ngo',
);
/** Behind a name, fewer words are safe: “Titanic” film and “Hamlet” theatre are right. */
const kindsBehind = wordSet(
  'company firm plant factory newspaper agency publication bank corporation holding airline app application portal platform channel wechat club store chain llc jsc plc',
);
/** News agencies and newspapers that are quoted as sources everywhere. */
const media = wordSet(
  'reuters interfax tass bloomberg xinhua kyodo yonhap anadolu izvestia kommersant vedomosti ukrinform unian belta delfi novosti spiegel forbes politico axios facebook twitter telegram youtube instagram google gazprom lukoil rosneft naftogaz',
);
/** Short forms of a document’s title, quoted as Chinese and Japanese do: the “Plan” proposes. */
const documents = wordSet(
  'plan notice opinions measures regulations outline agreement decree resolution strategy guidelines charter bulletin circular decision',
);
const determiners = wordSet('the a an its this their');
const joining = wordSet('and or');
const the = hashOf('the');
const smallWords = wordSet('of the and for de la in on at a an to y i und et &');
const mostWords = 9;

export default defineRule({
  meta: {
    id: 'punctuation/quoted-name',
    description:
      'Finds names of companies, clubs, newspapers and ships in quotation marks, as in the company “Acme”',
    mqm: 'punctuation',
    severity: 'info',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.CurlyQuote | Feature.StraightQuote,
    messages: {name: 'English writes {{name}} without quotation marks, like other names of this kind'},
  },
  create(context) {
    const {text} = context;
    const {flags, hashes, zones} = text.tokens;
    const {same} = tokenTests(text, context.shared);

    const isName = ({open, close}: Pair): boolean => {
      let words = 0;
      const first = open.token + open.end - open.start;
      for (let i = first; i < close.token; i++) {
        const f = flags[i] as number;
        if (f & TokenFlag.Mark) {
          const code = hashes[i] as number;
          // A comma or stop may stand before the closing mark; a sentence has others.
          if (code === 0x2d || code === 0x26 || ((code === 0x2c || code === 0x2e) && i + 1 === close.token))
            continue;
          return false;
        }
        if (++words > mostWords) return false;
        if (f & (TokenFlag.InitialCap | TokenFlag.AllCaps | TokenFlag.InnerCap | TokenFlag.Number)) continue;
        if (i === first || !smallWords.has(hashes[i] as number)) return false;
      }
      return words > 0;
    };

    /** Whether a word right before or behind says that a company, club, ship … is named. */
    const hasKind = ({open, close}: Pair): boolean => {
      const before = open.token - 1;
      if (same(open.token, before) && kinds.has(hashes[before] as number)) return true;
      const behind = close.token + close.end - close.start;
      return same(close.token, behind) && kindsBehind.has(hashes[behind] as number);
    };
    const isSingle = ({open, close}: Pair, words: ReadonlySet<number>): boolean => {
      const first = open.token + open.end - open.start;
      return (
        words.has(hashes[first] as number) &&
        (first + 1 === close.token || (first + 2 === close.token && isPoint(first + 1)))
      );
    };
    const isPoint = (i: number): boolean => hashes[i] === 0x2c || hashes[i] === 0x2e;
    /** `the “Clean Air Action Plan”`: a title of three words or more, and its last one says that it is a document’s. */
    const isTitle = ({open, close}: Pair): boolean => {
      const last = isPoint(close.token - 1) ? close.token - 2 : close.token - 1;
      const before = open.token - 1;
      return (
        last - open.token > 2 &&
        documents.has(hashes[last] as number) &&
        ((flags[last] as number) & TokenFlag.InitialCap) !== 0 &&
        same(open.token, before) &&
        determiners.has(hashes[before] as number)
      );
    };
    /** `the “Plan” requires`, but not `(the “Plan”)`, which defines the word. */
    const isDocument = (pair: Pair): boolean =>
      isSingle(pair, documents) &&
      same(pair.open.token, pair.open.token - 1) &&
      hashes[pair.open.token - 1] === the &&
      !((zones[pair.open.token] as number) & Zone.Parenthesis);
    /** `the ships “Minsk” and “Orel”`: only “and” or a comma since the name before. */
    const follows = (earlier: Pair | undefined, {open}: Pair): boolean => {
      if (!earlier || !same(open.token, earlier.close.token)) return false;
      const from = earlier.close.token + earlier.close.end - earlier.close.start;
      if (open.token - from > 3) return false;
      for (let i = from; i < open.token; i++)
        if (hashes[i] !== 0x2c && !joining.has(hashes[i] as number) && hashes[i] !== the) return false;
      return true;
    };
    const written = ({open, close}: Pair): string =>
      text.prose.slice(open.end, close.start).replace(/[,.]$/, '').trim();

    return {
      article() {
        const names = findQuotations(context).pairs.filter(
          (pair) => pair.open.block === pair.close.block && isName(pair),
        );
        /** Names proven at one place are names everywhere. */
        const known = new Set<string>();
        const proven = new Set<Pair>();
        let earlier: Pair | undefined;
        for (const pair of names) {
          const listed = earlier && proven.has(earlier) && follows(earlier, pair);
          if (hasKind(pair) || isSingle(pair, media) || listed) {
            proven.add(pair);
            known.add(written(pair));
          }
          earlier = pair;
        }
        for (const pair of names) {
          if (!known.has(written(pair)) && !isDocument(pair) && !isTitle(pair)) continue;
          const {open, close} = pair;
          context.report({
            messageId: 'name',
            start: open.start,
            end: close.end,
            data: {name: written(pair)},
            suggestions: [
              {
                message: 'Take the marks away',
                edits: [
                  {start: open.start, end: open.end, text: ''},
                  {start: close.start, end: close.end, text: ''},
                ],
              },
            ],
          });
        }
      },
    };
  },
});
