import {defineRule} from '../../src/engine/rule.js';
import {languageName} from '../../src/lexicon/language-name.js';
import {type Locale, localeCodes, localeOf} from '../../src/locale/locale.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** `1,250,000` and `1,250.50`: no decimal comma has another behind it, or a point. */
const surelyGrouped = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?$|^\d{1,3},\d{3}\.\d{1,2}$/;
/** `12,000`: nobody writes a decimal fraction of three noughts. */
const roundThousands = /^[1-9]\d{0,2},000$/;
/** `18,500`: hardly anybody writes one with two noughts at its end. */
const likelyThousands = /^[1-9]\d{1,2},\d00$/;
const oneGroup = /^[1-9]\d{0,2},\d{3}$/;
const decimalPoint = /^\d{1,3}\.(?:\d{1,2}|\d{4,})$/;
const decimalComma = /(?<![\d.,])\d{1,3},\d{1,2}(?![\d.,])/;
const signs = '$£€¥₽₴';
/** What makes a code, a score or an address of a number when it is glued to it. */
const glue = '-–/:#@_.=×x';

interface Found {
  readonly token: number;
  readonly text: string;
  readonly kind: 'grouped' | 'round' | 'likely' | 'single' | 'decimal';
}

export default defineRule({
  meta: {
    id: 'locale/english-numbers',
    description: 'Finds thousands parted by commas and decimal points in languages that write them otherwise',
    mqm: 'number-format',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    hasSuggestions: true,
    languages: localeCodes.filter((code) => localeOf(code)?.decimal === ','),
    needs: Feature.Digit,
    messages: {
      groups: '“{{text}}” has its thousands parted as in English: {{language}} writes “{{right}}”',
      decimal: '“{{text}}” has a decimal point as in English: {{language}} writes “{{right}}”',
    },
  },
  create(context) {
    const {text, settings} = context;
    const locale = localeOf(settings.language);
    // Swiss German and the Spanish of Mexico write as English does.
    if (locale?.decimal !== ',') return {};
    const {prose, tokens} = text;
    const found: Found[] = [];

    const kindOf = (i: number, number: string): Found['kind'] | undefined => {
      if (surelyGrouped.test(number)) return 'grouped';
      if (roundThousands.test(number)) return 'round';
      if (likelyThousands.test(number)) return 'likely';
      if (oneGroup.test(number)) return 'single';
      if (!decimalPoint.test(number)) return undefined;
      const end = tokens.ends[i] as number;
      const isPaid = signs.includes(prose.charAt((tokens.starts[i] as number) - 1));
      return isPaid || /^[ \u00a0\u202f]?%/.test(prose.slice(end, end + 2)) ? 'decimal' : undefined;
    };

    return {
      number(i) {
        if ((tokens.flags[i] as number) & TokenFlag.Alphanumeric || (tokens.zones[i] as number) & notProse)
          return;
        const start = tokens.starts[i] as number;
        const end = tokens.ends[i] as number;
        if (end - start < 3 || glue.includes(prose.charAt(start - 1) || ' ')) return;
        const after = prose.charAt(end) || ' ';
        if (glue.includes(after) && after !== '.' && after !== '-') return;
        const number = prose.slice(start, end);
        const kind = kindOf(i, number);
        if (kind) found.push({token: i, text: number, kind});
      },
      article() {
        if (found.length === 0) return;
        const isEnglishStyle = found.some(({kind}) => kind === 'grouped' || kind === 'round');
        // Where no region is told, Spanish with decimal points alone may be that of Mexico.
        const mayBePoint = locale.code === 'es' && !decimalComma.test(prose);
        for (const {token, text: number, kind} of found) {
          if (kind === 'single' && !isEnglishStyle) continue;
          if (kind === 'decimal' && mayBePoint) continue;
          const start = tokens.starts[token] as number;
          const end = tokens.ends[token] as number;
          const right = rewrite(number, locale);
          const edits = [{start, end, text: right}];
          context.report({
            messageId: kind === 'decimal' ? 'decimal' : 'groups',
            start,
            end,
            data: {text: number, language: languageName(locale.code), right},
            ...(kind === 'single' || kind === 'likely'
              ? {suggestions: [{message: `Write “${right}”`, edits}]}
              : {fix: edits}),
          });
        }
      },
    };
  },
});

function rewrite(number: string, {group, decimal}: Locale): string {
  return number.replace(/[.,]/g, (sign) => (sign === ',' ? group : decimal));
}
