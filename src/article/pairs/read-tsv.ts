import type {Fault, ReadArticle} from '../article.js';
import {linesOf} from '../lines.js';
import {PairBuilder} from './pair-builder.js';

const sourceNames = /^(?:source|src|original|origin|[a-z]{2,3}[_ -]?source)$/i;
const targetNames = /^(?:target|tgt|trg|translation|text|mt|hyp)$/i;

/**
 * Reads tab-separated pairs: the source in the first column and its translation in the second, or in the columns that the
 * first line names (`source`, `target`). Each line is a paragraph.
 */
export const readTsv: ReadArticle = (text) => {
  const pairs = new PairBuilder(text);
  const markup: string[] = [];
  let columns = [0, 1];
  let fault: Fault | undefined;
  let isFirst = true;
  for (const {start, end} of linesOf(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    if (start === end) continue;
    const cells = text.slice(start, end).split('\t');
    if (isFirst) {
      isFirst = false;
      const source = cells.findIndex((cell) => sourceNames.test(cell.trim()));
      const target = cells.findIndex((cell) => targetNames.test(cell.trim()));
      if (source >= 0 && target >= 0) {
        columns = [source, target];
        markup.push(...cells);
        continue;
      }
    }
    const at = columns.map((column): [number, number] => {
      const from = start + cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
      return [from, from + (cells[column]?.length ?? 0)];
    });
    const [s, t] = at as [[number, number], [number, number]];
    if (cells[columns[0] as number] === undefined || cells[columns[1] as number] === undefined) {
      fault = {
        message: `This is no file of tab-separated pairs: a line must hold the source, a tab and the translation`,
        start,
        end,
      };
      break;
    }
    markup.push(...cells.filter((_, i) => i !== columns[1]));
    if (text.slice(s[0], s[1]).trim() === '' || text.slice(t[0], t[1]).trim() === '') continue;
    pairs.openUnit();
    pairs.source.exact(s[0], s[1]);
    pairs.target.exact(t[0], t[1]);
    pairs.closeUnit();
    pairs.link(s, t);
  }
  return pairs.finish('tsv', escapeTsv, () => markup, fault ? {fault} : {});
};

const escapeTsv = (prose: string): string => prose.replace(/[\t\r\n]+/g, ' ');
