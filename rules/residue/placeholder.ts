import {defineRule} from '../../src/engine/rule.js';
import {Feature, Zone} from '../../src/text/tokens.js';

/** Placeholders and tags that software puts for what must not be translated, by the mark they begin with; sticky. */
const shapes: Readonly<Record<string, RegExp>> = {
  // In capitals with a number it may stick to the next word; otherwise `__main__x` is a name in a program.
  _: /__ ?[A-Z]{1,20}_?\d{1,6} ?__|__ ?[A-Za-z]{0,20}_?\d{0,6} ?__(?![\p{L}\p{N}])/uy,
  '⟦': /⟦ ?\/?[\w ]{1,20}⟧/y,
  '<': /<\s?\/?\s?(?:[xg]|bx|ex|bpt|ept|ph|it|mrk)\s+(?:id|ctype|type)\s?=\s?["“”'][^<>\n]{0,80}>|<\/?[a-z]?\d{1,3} ?\/?>|<\/(?:g|mrk|bpt|ept)>/iy,
  '{': /\{\{\s?[\w.|'" -]{1,60}\s?\}\}|\{%[^%{}\n]{1,80}%\}|\{ ?\d{1,2} ?\}|\{[a-z]+(?:_[a-z]+|[A-Z][a-z]+)*\}|\$\{[\w.]{1,40}\}/y,
  '%': /%%[A-Z_]{2,30}%%|%\d\$[sdf]|%[sd](?![\p{Script=Latin}\p{N}])|%\([a-z_]{1,30}\)[sd]/uy,
  '[': /\[\[\d{1,4}\]\]|\[(?:IMAGE|IMG|PICTURE|PHOTO|VIDEO|NAME|PERSON|LOCATION|PLACE|ORG|ORGANIZATION|DATE|NUMBER|URL|LINK|EMAIL|PHONE|TAG|EMBED|QUOTE|MASK|PLACEHOLDER|ENTITY|TERM)[_ ]\d{1,4}\]|\[(?:MASK|PLACEHOLDER|UNK|PAD|CLS|SEP)\]/y,
  '#': /#(?:URL|EMAIL|NAME|NUMBER|DATE|TAG|LINK|USER)#/y,
};
/** Words in capitals that stand for what was masked. */
const words = /\b(?:PLACEHOLDER|NOTRANSLATE|DONOTTRANSLATE|NO_TRANSLATE)(?:_\d{1,4})?\b/g;

export default defineRule({
  meta: {
    id: 'residue/placeholder',
    description:
      'Placeholders and tags of translation and template software: __TAG1__, <x id="1"/>, {0}, %s, {{name}}',
    mqm: 'markup',
    severity: 'error',
    passage: 'gone',
    recommended: true,
    readsDebris: true,
    messages: {
      placeholder:
        '“{{text}}” is a placeholder that software should have filled again: a name, a number or a link is missing here',
    },
    needs:
      Feature.Underscore |
      Feature.Angle |
      Feature.Brace |
      Feature.Percent |
      Feature.SquareBracket |
      Feature.Hash |
      Feature.TranslationMark,
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    let done = 0;
    const report = (start: number, found: string): void => {
      done = start + found.length;
      context.report({messageId: 'placeholder', start, end: done, data: {text: found}});
    };
    return {
      mark: {
        chars: Object.keys(shapes).join(''),
        on(token, code) {
          const start = text.tokens.starts[token]!;
          if (start < done || text.tokens.zones[token]! & (Zone.Code | Zone.Url | Zone.Handle)) return;
          const pattern = shapes[String.fromCodePoint(code)]!;
          pattern.lastIndex = start;
          const found = pattern.exec(prose)?.[0];
          if (found === undefined) return;
          // “50%s” and “5 %d” may be slips of the keyboard; a fill-in line is made of underscores alone.
          if (code === 0x25 && /[\d%]\s?$/.test(prose.slice(Math.max(0, start - 2), start))) return;
          if (
            code === 0x5f &&
            (/^_+$/.test(found.replaceAll(' ', '')) || /[\p{L}\p{N}_]/u.test(prose[start - 1] ?? ''))
          )
            return;
          report(start, found);
        },
      },
      article() {
        if (!prose.includes('PLACEHOLDER') && !prose.includes('TRANSLATE')) return;
        done = 0;
        for (const match of prose.matchAll(words)) report(match.index, match[0]);
      },
    };
  },
});
