import {defineRule} from '../../src/engine/rule.js';
import {vote} from '../../src/engine/vote.js';
import {wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, Zone} from '../../src/text/tokens.js';
import {converted, difference, type Kind, type Measure, measureAt} from './_shared/measures.js';

/** Behind a measure: a race or an event has the length in its name. */
const races = wordSet(
  'race races run runs runner walk ride relay dash sprint swim trek hike hurdles freestyle butterfly backstroke breaststroke medley marathon individual stage time event events final heat heats course putt circuit track record',
);
/** In an article on such races, all distances are theirs. */
const running = wordSet(
  'marathon marathons triathlon ironman biathlon decathlon cyclist cyclists cycling peloton athletics sprinter',
);
/** Aviation measures heights in feet everywhere. */
const flying = wordSet(
  'altitude aircraft airliner airplane aeroplane plane planes jet jets pilot pilots helicopter helicopters airspace aviation cockpit',
);
/** Golf, basketball and American football measure in feet and yards everywhere. */
const feetSports = wordSet('putt putts birdie golf golfer nba nfl touchdown');
/** A second measure so many tokens on is the first one’s conversion if it stands in brackets or is about as much. */
const beside = 12;
const about = 0.25;
const most = 5;

export default defineRule({
  meta: {
    id: 'locale/mixed-units',
    description: 'Finds miles among kilometres, pounds among kilograms and the like, without a conversion',
    mqm: 'measurement-format',
    severity: 'info',
    basis: 'article',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    messages: {
      mixed: '“{{text}}” here, but “{{other}}” elsewhere: one system of units, or both side by side',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, starts, ends, zones, blocks, count} = text.tokens;
    const {same, isNumber} = tokenTests(text, context.shared);
    const found = new Map<Kind, Measure[]>();
    let previous: Measure | undefined;

    const areOne = (a: Measure, b: Measure): boolean =>
      a.unit.kind === b.unit.kind &&
      a.unit.metric !== b.unit.metric &&
      blocks[a.last] === blocks[b.first] &&
      b.first - a.last <= beside &&
      ((difference(a, b) ?? 0) <= about || bracketBetween(a.last, b.first));
    const bracketBetween = (from: number, to: number): boolean => {
      for (let k = from + 1; k < to; k++) if (hashes[k] === 0x28 || hashes[k] === 0x5b) return true;
      return false;
    };
    const isRace = ({last}: Measure): boolean => {
      for (let k = last + 1; k <= last + 3 && k < count && blocks[k] === blocks[last]; k++)
        if (races.has(hashes[k] as number)) return true;
      return false;
    };
    const written = ({first, last}: Measure): string => text.prose.slice(starts[first], ends[last]);
    const mentions = (words: ReadonlySet<number>): boolean => {
      for (let i = 0; i < count; i++) if (words.has(hashes[i] as number)) return true;
      return false;
    };

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const measure = measureAt(text, i);
        if (!measure) return;
        const list = found.get(measure.unit.kind) ?? [];
        if (previous && areOne(previous, measure)) {
          // Both are told: neither counts.
          if (list.at(-1) === previous) list.pop();
          previous = measure;
          return;
        }
        previous = measure;
        if ((zones[i] as number) & (Zone.Quotation | Zone.Title) || isRace(measure)) return;
        list.push(measure);
        found.set(measure.unit.kind, list);
      },
      article() {
        for (const [kind, list] of found) {
          const metric = list.filter((m) => m.unit.metric);
          const imperial = list.filter((m) => !m.unit.metric);
          const voted = vote(imperial, metric);
          if (voted === undefined) continue;
          if (kind === 'length' && (mentions(flying) || mentions(feetSports))) continue;
          if ((kind === 'distance' || kind === 'length') && mentions(running)) continue;
          const kept = voted.many[0] as Measure;
          for (const measure of voted.few.slice(0, most)) tell(measure, kept);
        }
      },
    };

    function tell(measure: Measure, other: Measure): void {
      const start = starts[measure.first] as number;
      const end = ends[measure.last] as number;
      const value = isRange(measure) || measure.hyphen ? undefined : converted(measure, other.unit);
      const space = other.unit.sign.startsWith('°') ? '' : ' ';
      const both = value === undefined ? undefined : ` (${value}${space}${other.unit.sign})`;
      context.report({
        messageId: 'mixed',
        start,
        end,
        data: {text: written(measure), other: written(other)},
        related: [
          {
            message: `“${written(other)}” here`,
            start: starts[other.first] as number,
            end: ends[other.last] as number,
          },
        ],
        suggestions: both ? [{message: `Add “${both.trim()}”`, edits: [{start: end, end, text: both}]}] : [],
      });
    }

    /** `5 to 10 miles`, `5–10 miles`: the number before belongs to it. */
    function isRange({first}: Measure): boolean {
      return same(first, first - 2) && isNumber(first - 2);
    }
  },
});
