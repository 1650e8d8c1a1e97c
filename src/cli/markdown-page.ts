import type {Code, List, Nodes, PhrasingContent, RootContent, Table} from 'mdast';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table';
import {gfmTable} from 'micromark-extension-gfm-table';
import picocolors from 'picocolors';
import {printable} from '../report/visible.js';
import {wrapped} from '../report/wrap.js';
import {table} from './table.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Lines longer than this are hard to read, however wide the terminal is. */
const widest = 100;

/**
 * A page of Markdown as text for a terminal: headings, lists, tables in columns, code indented, no marks of Markdown.
 *
 * @param width columns of the terminal
 */
export function layOutMarkdown(markdown: string, width: number, color: boolean): string {
  const tree = fromMarkdown(markdown, {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]});
  const page = new Page(Math.min(width, widest), picocolors.createColors(color));
  return `${tree.children.flatMap((node) => page.block(node, 0)).join('\n\n')}\n`;
}

class Page {
  constructor(
    private readonly width: number,
    private readonly colors: Colors,
  ) {}

  /** @returns one text, or none for what does not show */
  block(node: RootContent, indent: number): string[] {
    const margin = ' '.repeat(indent);
    switch (node.type) {
      case 'heading':
        return [margin + this.colors.bold(this.inline(node.children))];
      case 'paragraph':
        return [margin + this.fit(this.inline(node.children), indent)];
      case 'code':
        return [this.code(node, indent)];
      case 'list':
        return [this.list(node, indent)];
      case 'table':
        return [this.table(node, margin)];
      case 'blockquote':
        return node.children.flatMap((child) => this.block(child, indent + 2));
      case 'thematicBreak':
        return [margin + '─'.repeat(Math.max(1, this.width - indent - 1))];
      default:
        return [];
    }
  }

  private fit(text: string, indent: number): string {
    return text
      .split('\n')
      .map((line) => wrapped(line, indent, this.width))
      .join(`\n${' '.repeat(indent)}`);
  }

  /** An example of a rule says before it what it is: `bad`, `fixed`, `good`. */
  private code({lang, meta, value}: Code, indent: number): string {
    const about = printable([lang === 'text' ? undefined : lang, meta].filter(Boolean).join(' '));
    const margin = ' '.repeat(indent + 4);
    const lines = value
      .split('\n')
      .map((line) => (line === '' ? '' : margin + wrapped(printable(line), margin.length, this.width)));
    return [...(about === '' ? [] : [' '.repeat(indent + 2) + this.colors.dim(about)]), ...lines].join('\n');
  }

  private list({children, ordered, start}: List, indent: number): string {
    return children
      .map((item, i) => {
        const bullet = ordered ? `${(start ?? 1) + i}. ` : '- ';
        const inner = indent + bullet.length;
        const text = item.children.flatMap((child) => this.block(child, inner)).join('\n');
        return ' '.repeat(indent) + bullet + text.trimStart();
      })
      .join('\n');
  }

  private table({children}: Table, margin: string): string {
    const rows = children.map((row) => row.children.map((cell) => plainText(cell)));
    const filled = rows.filter((row) => row.some((cell) => cell !== ''));
    return table(filled, this.width - margin.length)
      .trimEnd()
      .replace(/^/gm, margin);
  }

  private inline(nodes: readonly PhrasingContent[]): string {
    return nodes.map((node) => this.phrase(node)).join('');
  }

  private phrase(node: PhrasingContent): string {
    switch (node.type) {
      case 'text':
        return printable(onOneLine(node.value));
      case 'inlineCode':
        return this.colors.cyan(printable(node.value));
      case 'strong':
        return this.colors.bold(this.inline(node.children));
      case 'emphasis':
        return this.colors.italic(this.inline(node.children));
      case 'break':
        return '\n';
      case 'link': {
        const text = this.inline(node.children);
        return /^https?:/.test(node.url) && plainText(node) !== node.url
          ? `${text} (${printable(node.url)})`
          : text;
      }
      default:
        return printable(plainText(node));
    }
  }
}

function plainText(node: Nodes): string {
  if ('value' in node && node.type !== 'html') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** The lines of a text as one, with one space where a line ended. */
function onOneLine(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  return lines
    .map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim()))
    .filter((line, i) => line !== '' || i === 0 || i === last)
    .join(' ');
}
