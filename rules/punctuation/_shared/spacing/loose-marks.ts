import type {RuleContext} from '../../../../src/engine/rule.js';
import {localeOf} from '../../../../src/locale/locale.js';
import {wordSet} from '../../../../src/text/hash.js';
import {tokenTests} from '../../../../src/text/token-tests.js';
import {notProse, TokenFlag} from '../../../../src/text/tokens.js';
import {isHalfLetter} from '../mojibake.js';
import {closers, code, colon, comma, isFace, stop} from './marks.js';

/** Begin sentences, and are no name of a file, a program or a domain. */
const openers = wordSet(
  `the a an this that these those it he she they we you i there here his her their its our my in on at by for from with as if when
  while after before since but and or so yet however also then now not no what who why how where according one two`,
);

/** How far a quotation within another goes, in tokens. */
const quotationReach = 60;
const singleClosers = new Set([..."‘’'"].map(code));

const {Word, Number: Digits, InitialCap, InnerCap, AllCaps, Alphanumeric} = TokenFlag;

/** Reports a space before a mark, as in `open .It`: call the result with each mark that has one. */
export function looseMarks(
  context: RuleContext<'before' | 'side'>,
  {isEnglish, isFrench}: {isEnglish: boolean; isFrench: boolean},
): (i: number, mark: number) => void {
  const {text, article} = context;
  const {prose} = text;
  const hasLowSingle = [...(localeOf(context.settings.language)?.pairs ?? [])].some((pair) =>
    pair.startsWith('‚'),
  );
  const {flags, hashes, starts, ends, zones} = text.tokens;
  const {isMark, spaced: hasSpace, same: sameBlock, touches} = tokenTests(text, context.shared);
  return spaceBefore;

  function spaceBefore(i: number, mark: number): void {
    const previous = i - 1;
    if (!sameBlock(i, previous) || (isFrench && mark !== comma && mark !== stop)) return;
    const pointed = mark === stop || mark === colon || mark === code(';');
    if (touches(i)) {
      const next = hashes[i + 1] as number;
      // ` .5`, ` .NET`, ` ...`, ` :)`, ` ;-)`, ` :smile:` and the commas of a low quotation mark.
      if (mark === stop && beginsSentence(i)) {
        misplacedStop(i);
        return;
      }
      if (pointed && (!isMark(i + 1) || next === mark || next === code('=') || isFace(next))) return;
      if (mark === comma && (next === comma || opensQuotation(i))) return;
      // ` ?ivica`, ` !Kung`: a letter that was lost, or one that looks like a mark.
      if ((mark === code('?') || mark === code('!')) && !isMark(i + 1)) return;
    }
    // `. . .`
    if (mark === stop && sameBlock(i, i + 1) && hashes[i + 1] === stop) return;
    if (isMark(previous) && !closers.has(hashes[previous] as number)) return;
    if (mark === colon && !isMark(previous) && (flags[previous] as number) & Digits && nextIsNumber(i))
      return;
    const start = ends[previous] as number;
    const end = starts[i] as number;
    // Glued to an address, a mark is part of it.
    if (isHalfLetter(prose, start) || (zones[previous] as number) & notProse) return;
    // `2 ,3`: two numbers, or one.
    const beforeNumber = touches(i) && nextIsNumber(i);
    context.report({
      messageId: 'before',
      start,
      end: ends[i] as number,
      data: {mark: prose[end] as string},
      ...(beforeNumber || isTagBetween(start, ends[i] as number) ? {} : {fix: [{start, end, text: ''}]}),
    });
  }

  /** `řekl ,word‘`: a comma for the low mark of an inner quotation, in a language that writes ‚word‘. */
  function opensQuotation(i: number): boolean {
    if (!hasLowSingle || isMark(i + 1)) return false;
    for (let k = i + 2; k < i + quotationReach && sameBlock(i, k); k++)
      if (singleClosers.has(hashes[k] as number) && isMark(k) && !hasSpace(k)) return true;
    return false;
  }

  /** `he didn’t say <why>.`: in Markdown the writer may mean it, though no page shows it. */
  function isTagBetween(from: number, to: number): boolean {
    if (article.format !== 'markdown') return false;
    const {start, end} = article.map.toSource(from, to);
    return article.source.slice(start, end).includes('<');
  }

  /** `is open .It is`: a word that begins sentences, which `.NET` and `.Net` do not. */
  function beginsSentence(i: number): boolean {
    const before = flags[i - 1] as number;
    const next = flags[i + 1] as number;
    return (
      isEnglish &&
      (before & (Word | Alphanumeric | AllCaps)) === Word &&
      (next & (InitialCap | AllCaps | InnerCap)) === InitialCap &&
      openers.has(hashes[i + 1] as number) &&
      sameBlock(i, i + 2) &&
      hasSpace(i + 2)
    );
  }

  function misplacedStop(i: number): void {
    const start = ends[i - 1] as number;
    const end = ends[i] as number;
    context.report({messageId: 'side', start, end, fix: [{start, end, text: '. '}]});
  }

  function nextIsNumber(i: number): boolean {
    return sameBlock(i, i + 1) && ((flags[i + 1] as number) & Digits) !== 0;
  }
}
