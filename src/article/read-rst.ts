import type {BlockKind, ReadArticle} from './article.js';
import {composing} from './composed.js';
import {type InlineMark, InlineText} from './inline-text.js';
import {ProseBuilder} from './prose-builder.js';

/** A line of one sign that marks a title. */
const adornment = /^([!-/:-@[-`{-~])\1{2,}\s*$/;
/** Directives whose content is prose. */
const proseDirectives: ReadonlySet<string> = new Set(
  'attention caution danger error hint important note tip warning admonition seealso versionadded versionchanged deprecated topic sidebar epigraph highlights pull-quote compound container rubric centered figure'.split(
    ' ',
  ),
);
/** Of these the words after the name are prose too. */
const titledDirectives: ReadonlySet<string> = new Set([
  'admonition',
  'topic',
  'sidebar',
  'rubric',
  'centered',
]);
const directive = /^\.\.\s+(?:\|[^|]+\|\s+)?([\w][\w:+.-]*)::\s*/;
const footnote = /^\.\.\s+\[(?:#?[\w-]*|\*)\]\s+/;
const listItem = /^(?:[*+\-•‣]|\(?(?:\d{1,4}|[a-zA-Z]|#|[ivxlcdm]{1,6})[.)])\s+(?=\S)/;
const fieldItem = /^:[^:\s][^:]{0,80}:(?:\s+|$)/;
const tableBorder = /^(?:\+[-=+]{2,}\+|={2,}(?:\s+={2,})+)\s*$/;

const marks: readonly InlineMark[] = [
  {open: /\\\s/y, kind: 'attributes'},
  {open: /\\(?=[^\s\w])/y, kind: 'escape'},
  {open: /``[^`\n][^`]*``/y, kind: 'code'},
  {open: /:math:`[^`]+`/y, kind: 'math'},
  {
    open: /:(?:code|file|command|program|option|envvar|samp|kbd|literal|raw|(?:[a-z]+:)?(?:func|class|meth|mod|attr|data|exc|obj|const))(?::[\w-]+)?:`[^`]+`/y,
    kind: 'code',
  },
  {
    open: /:(?:emphasis|strong|sub|sup|subscript|superscript|title-reference|t|abbr|term|dfn|guilabel|menuselection):`/y,
    kind: 'link',
    close: '`',
    target: /\s?<[^<>]*>$|\s?\([^()]*\)$/,
  },
  {open: /:[a-z][\w:+.-]{0,60}:`(?=[^`<>]+<)/y, kind: 'link', close: '`', target: /\s?<[^<>]*>$/},
  {open: /:[a-z][\w:+.-]{0,60}:`[^`]+`/y, kind: 'reference'},
  {open: /\[(?:#?[\w-]{0,40}|\*)\]_(?!\w)/y, kind: 'note'},
  {open: /\|[^\s|](?:[^|\n]{0,100}[^\s|])?\|_{0,2}(?!\w)/y, kind: 'template'},
  {open: /\w[\w-]{0,80}__?(?=[\s.,;:!?)\]]|$)/y, kind: 'named', tail: /__?$/},
  {open: /`[^`<>]+`__?(?!\w)/y, kind: 'named', head: 1, tail: /`__?$/},
  {open: /`(?=[^`]+`__?(?!\w))/y, kind: 'link', close: '`_', target: /\s?<[^<>]*>$/},
  {open: /_`/y, kind: 'link', close: '`'},
  {open: /`/y, kind: 'emphasis'},
  {open: /(?:https?|ftp):\/\/[^\s<>[\]]{1,200}/y, kind: 'code'},
  {open: /__?(?=[\s.,;:!?)]|$)/y, kind: 'attributes'},
  {open: /\*\*/y, kind: 'emphasis'},
  {open: /\*/y, kind: 'emphasis'},
];

interface Line {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  readonly text: string;
}

/** Reads reStructuredText, as docutils and Sphinx define it; tables are left out. */
export const readRst: ReadArticle = composing((source) => new RstReader(source).read());

class RstReader {
  private readonly builder: ProseBuilder;
  private readonly inline: InlineText;
  private readonly markup: string[] = [];
  private readonly lines: Line[] = [];

  constructor(private readonly source: string) {
    this.builder = new ProseBuilder(source);
    this.inline = new InlineText(source, this.builder, marks, (text) => text);
    let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (const whole of source.slice(at).split(/\n|\r\n?/)) {
      const text = whole.trim();
      const indent = whole.length - whole.trimStart().length;
      this.lines.push({start: at + indent, end: at + indent + text.length, indent, text});
      at +=
        whole.length + (source[at + whole.length] === '\r' && source[at + whole.length + 1] === '\n' ? 2 : 1);
    }
  }

  read() {
    const {lines} = this;
    /** The indent of the list item that is open, where there is one. */
    let list = 0;
    for (let i = 0; i < lines.length; ) {
      const line = lines[i] as Line;
      const {text, indent} = line;
      if (text === '') {
        i++;
        continue;
      }
      if (indent < list) list = 0;
      const next = lines[i + 1];
      if (adornment.test(text) && next && next.text !== '' && lines[i + 2]?.text === text && indent === 0) {
        this.keep(text);
        this.title(next);
        i += 3;
      } else if (
        next &&
        indent === 0 &&
        adornment.test(next.text) &&
        next.indent === 0 &&
        !adornment.test(text) &&
        next.text.length + 2 >= Math.min(text.length, 12)
      ) {
        this.keep(next.text);
        this.title(line);
        i += 2;
      } else if (tableBorder.test(text)) i = this.leave(i, (at) => at.text !== '', 'ignored');
      else if (text.startsWith('..') && (text === '..' || /\s/.test(text[2] as string))) i = this.explicit(i);
      else if (adornment.test(text)) {
        this.keep(text);
        i++;
      } else if (text.startsWith('>>> ')) i = this.leave(i, (at) => at.text !== '', 'code');
      else if (fieldItem.test(text)) i = this.leave(i, (at) => at.indent > indent, 'attributes');
      else {
        const mark = listItem.exec(text)?.[0] ?? '';
        const isItem =
          mark !== '' &&
          !(indent === 0 && /^[A-Za-z][.)]/.test(mark) && !/^[a-zA-Z][.)]\s/.test(next?.text ?? ''));
        if (isItem) list = indent + mark.length;
        const kind: BlockKind = isItem
          ? 'list-item'
          : indent > 0 && indent > list && list === 0
            ? 'quote'
            : 'paragraph';
        i = this.paragraph(i, isItem ? mark : '', kind);
      }
    }
    const {markup} = this;
    return this.builder.finish('rst', escapeProse, () => [...markup, ...this.inline.markup]);
  }

  /** A paragraph, and the literal block that it announces; returns the line after it. */
  private paragraph(from: number, mark: string, kind: BlockKind): number {
    const {lines} = this;
    const first = lines[from] as Line;
    if (mark) this.keep(mark);
    const run: number[] = [];
    let i = from;
    for (; i < lines.length && (lines[i] as Line).text !== ''; i++) {
      const line = lines[i] as Line;
      const inside = i === from ? first.indent : first.indent + mark.length;
      if (
        i > from &&
        (line.indent < inside ||
          (mark === '' && line.indent > first.indent + 1) ||
          (listItem.test(line.text) && line.indent === first.indent))
      )
        break;
      run.push(line.start + (i === from ? mark.length : 0), line.end);
    }
    const last = run.at(-1) ?? 0;
    const announces = this.source.slice(last - 2, last) === '::';
    if (announces)
      run[run.length - 1] = last - (this.source[last - 3] === ' ' || last - 2 === run.at(-2) ? 2 : 1);
    this.builder.open(kind);
    this.inline.write(run);
    this.builder.close();
    if (!announces) return i;
    const base = first.indent;
    return this.leave(i, (at) => at.text === '' || at.indent > base, 'code');
  }

  /** A directive, a target, a footnote or a comment. */
  private explicit(from: number): number {
    const {lines, builder} = this;
    const line = lines[from] as Line;
    const belongs = (at: Line): boolean => at.text === '' || at.indent > line.indent;
    const note = footnote.exec(line.text)?.[0];
    if (note !== undefined) {
      this.keep(note);
      return this.paragraph(from, note, 'paragraph');
    }
    const match = directive.exec(line.text);
    const name = match?.[1]?.replace(/^\w+:/, '').toLowerCase();
    if (!match || name === undefined || !proseDirectives.has(name)) {
      if (!match && !line.text.startsWith('.. _')) builder.comment(line.text.slice(2), line.start, line.end);
      return this.leave(from, belongs, name === 'image' ? 'image' : 'code');
    }
    this.keep(match[0]);
    const argument = line.start + match[0].length;
    if (titledDirectives.has(name) && argument < line.end) {
      builder.open('heading');
      this.inline.write([argument, line.end]);
      builder.close();
    } else if (argument < line.end && name !== 'figure') {
      // The first words of a note may stand beside its name.
      builder.open('paragraph');
      this.inline.write([argument, line.end]);
      builder.close();
    } else this.keep(line.text);
    let i = from + 1;
    while (
      i < lines.length &&
      (lines[i] as Line).indent > line.indent &&
      fieldItem.test((lines[i] as Line).text)
    )
      this.keep((lines[i++] as Line).text);
    if (name === 'figure') {
      while (i < lines.length && (lines[i] as Line).text === '') i++;
      if (i < lines.length && (lines[i] as Line).indent > line.indent)
        return this.paragraph(i, '', 'caption');
    }
    return i;
  }

  /** Leaves out lines as long as they belong. */
  private leave(
    from: number,
    belongs: (line: Line) => boolean,
    kind: 'code' | 'image' | 'attributes' | 'ignored',
  ): number {
    const {lines} = this;
    let i = from + 1;
    while (i < lines.length && belongs(lines[i] as Line)) i++;
    let last = i - 1;
    while (last > from && (lines[last] as Line).text === '') last--;
    for (let k = from; k <= last; k++) this.keep((lines[k] as Line).text);
    if ((lines[last] as Line).text !== '')
      this.builder.opaque(kind, (lines[from] as Line).start, (lines[last] as Line).end);
    return i;
  }

  private title({start, end}: Line): void {
    this.builder.open(this.builder.hasTitle ? 'heading' : 'title');
    this.inline.write([start, end]);
    this.builder.close();
  }

  private keep(text: string): void {
    this.markup.push(text);
  }
}

const escapeProse = (prose: string): string =>
  prose.replace(/[*`|\\]|(?<=\w)_(?!\w)/g, (mark) => `\\${mark}`);
