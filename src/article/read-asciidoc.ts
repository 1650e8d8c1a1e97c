import {decodeHTMLStrict} from 'entities/decode';
import type {BlockKind, ReadArticle} from './article.js';
import {composing} from './composed.js';
import {type InlineMark, InlineText} from './inline-text.js';
import {linesOf} from './lines.js';
import {ProseBuilder} from './prose-builder.js';

/** Delimiters of blocks that hold no prose: listing, literal, passthrough, comment, fenced code, STEM. */
const verbatim = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3}.*)$/;
/** Delimiters of blocks that hold more blocks: example, sidebar, quote, open. */
const compound = /^(?:={4,}|\*{4,}|_{4,}|--)$/;
const quoteMark = /^_{4,}$/;
const table = /^[|,:!]={3,}$/;
const heading = /^(?:={1,6}|#{1,6})\s+(?=\S)/;
const attribute = /^:!?[\w][\w-]*!?:(?:\s|$)/;
/** `[source,ruby]`, `[[anchor]]`, `[quote, Who]`. */
const attributeList = /^\[.*\]$/;
/** Paragraphs below these are no prose. */
const noProse = /^\[(?:source|listing|literal|stem|latexmath|asciimath|pass|comment|verse_raw|,)/i;
const blockMacro = /^[a-z][\w-]*::[^\s[]*\[.*\]$/;
const pictureMacro = /^(?:image|video|audio)::/;
const thematic = /^(?:'{3,}|-{3}|\*{3}|<{3,})$/;
const listItem = /^(?:\*{1,5}|-|\.{1,5}|\d{1,4}\.|<\d{1,3}>|<\.>)\s+(?:\[[ x*]\]\s+)?(?=\S)/;
const description = /^([^\s:;][^:;]{0,100})(?:::+|;;)(?:\s+|$)/;
const admonition = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):\s+/;

/** What may stand in a line beside prose. */
const marks: readonly InlineMark[] = [
  {open: /\\(?=[*_`#^~{<[:\\+(])/y, kind: 'escape'},
  {open: /\+\+\+[^+]*\+\+\+|\+[^+\s][^+\n]*\+(?!\w)/y, kind: 'code'},
  {open: /"`/y, kind: 'decoded', text: '“'},
  {open: /`"/y, kind: 'decoded', text: '”'},
  {open: /'`/y, kind: 'decoded', text: '‘'},
  {open: /`'/y, kind: 'decoded', text: '’'},
  {open: /``[^`]+``|`[^`\n]+`/y, kind: 'code'},
  {open: /(?:stem|latexmath|asciimath):\[[^\][]*\]/y, kind: 'math'},
  {open: /footnote(?:ref)?:[\w-]{0,40}\[[^\][]*\]/y, kind: 'note'},
  {open: /(?:image|icon):[^\s:[]{1,200}\[[^\][]*\]/y, kind: 'image'},
  {open: /(?:kbd|btn|menu|pass|indexterm):[^\s[]{0,80}\[[^\][]*\]/y, kind: 'template'},
  {open: /(?:link|xref|mailto):[^\s[]{1,200}\[/y, kind: 'link', close: ']'},
  {open: /(?:https?|ftp|irc):\/\/[^\s[\]<>]{1,200}\[/y, kind: 'link', close: ']'},
  {open: /(?:https?|ftp):\/\/[^\s[\]<>]{1,200}/y, kind: 'code'},
  {open: /<<[^<>,\n]{1,200},\s*/y, kind: 'link', close: '>>'},
  {open: /<<[^<>\n]{1,200}>>/y, kind: 'reference'},
  {open: /\(\(\([^()]{1,200}\)\)\)|\[\[[^[\]]{1,200}\]\]|\[#[\w-]{1,100}\]/y, kind: 'attributes'},
  {open: /\[[.\w %-]{1,100}\](?=#)/y, kind: 'attributes'},
  {open: /\{[\w][\w-]{0,60}\}/y, kind: 'template'},
  {open: /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/iy, kind: 'entity'},
  {open: /\*\*|__|##/y, kind: 'emphasis', isFree: true},
  {open: /[*_#]/y, kind: 'emphasis'},
];

/** Reads AsciiDoc, as Asciidoctor defines it. */
export const readAsciidoc: ReadArticle = composing((source) => new AsciidocReader(source).read());

class AsciidocReader {
  private readonly builder: ProseBuilder;
  private readonly inline: InlineText;
  private readonly markup: string[] = [];
  /** Lines of the paragraph that is open. */
  private run: number[] = [];
  private kind: BlockKind = 'paragraph';
  private quoted = 0;

  constructor(private readonly source: string) {
    this.builder = new ProseBuilder(source);
    this.inline = new InlineText(source, this.builder, marks, decodeHTMLStrict);
  }

  read() {
    const {source, builder} = this;
    let until: string | undefined;
    let inTable = false;
    let skipsParagraph = false;
    let skipping = false;
    let inHeader = false;
    let isFirst = true;
    const open: string[] = [];
    for (const {start, end, next} of linesOf(source, source.charCodeAt(0) === 0xfeff ? 1 : 0)) {
      const line = source.slice(start, end);
      if (until !== undefined) {
        this.keep(line);
        builder.opaque('code', start, Math.min(next, source.length));
        if (line === until) until = undefined;
        continue;
      }
      if (line === '') {
        this.flush();
        skipping = false;
        inHeader = false;
        this.kind = 'paragraph';
        continue;
      }
      if (skipping || inHeader) {
        this.keep(line);
        continue;
      }
      const isIndented = start > 0 && /[ \t]/.test(source[start - 1] as string);
      if (verbatim.test(line) && !isIndented) {
        this.flush();
        this.keep(line);
        until = line.startsWith('`') ? (/^`+/.exec(line)?.[0] ?? '```') : line;
        skipsParagraph = false;
      } else if (table.test(line)) {
        this.flush();
        this.keep(line);
        inTable = !inTable;
      } else if (inTable) this.cells(start, end);
      else if (line.startsWith('//')) {
        this.flush();
        this.keep(line);
        builder.comment(line.slice(2), start, end);
      } else if (compound.test(line)) {
        this.flush();
        this.keep(line);
        const isEnd = open.at(-1) === line;
        if (isEnd) open.pop();
        else open.push(line);
        if (quoteMark.test(line)) this.quoted += isEnd ? -1 : 1;
      } else if (attribute.test(line) || thematic.test(line) || line === '+') {
        this.flush();
        this.keep(line);
      } else if (attributeList.test(line) && this.run.length === 0) {
        this.keep(line);
        skipsParagraph = noProse.test(line);
        if (/^\[(?:quote|verse)\b/i.test(line)) this.kind = 'quote';
      } else if (blockMacro.test(line)) {
        this.flush();
        this.keep(line);
        builder.opaque(pictureMacro.test(line) ? 'image' : 'template', start, end);
      } else if (skipsParagraph) {
        skipsParagraph = false;
        skipping = true;
        this.keep(line);
      } else if (this.run.length === 0 && isIndented && !listItem.test(line)) {
        skipping = true;
        this.keep(line);
      } else {
        const title = this.run.length === 0 ? heading.exec(line)?.[0] : undefined;
        if (title !== undefined) {
          this.keep(title);
          const isTitle = isFirst && title.trim().length === 1;
          this.block(isTitle ? 'title' : 'heading', start + title.length, end);
          inHeader = isTitle;
        } else this.text(line, start, end);
        isFirst = false;
      }
    }
    this.flush();
    const {markup} = this;
    return builder.finish('asciidoc', escapeProse, () => [...markup, ...this.inline.markup]);
  }

  private text(line: string, start: number, end: number): void {
    if (this.run.length === 0 && /^\.[^\s.]/.test(line)) {
      this.keep('.');
      this.block('caption', start + 1, end);
      return;
    }
    const item = listItem.exec(line)?.[0];
    if (item !== undefined) {
      this.flush();
      this.keep(item);
      this.kind = 'list-item';
      this.run.push(start + item.length, end);
      return;
    }
    const term = this.run.length === 0 ? description.exec(line) : null;
    if (term?.[1] !== undefined && !line.startsWith('::')) {
      this.keep('::');
      this.block('list-item', start, start + term[1].length);
      if (term[0].length < line.length) this.run.push(start + term[0].length, end);
      this.kind = 'list-item';
      return;
    }
    const note = this.run.length === 0 ? admonition.exec(line)?.[0] : undefined;
    if (note !== undefined) this.keep(note);
    // A plus at the end of a line breaks it.
    const isBroken = line.endsWith(' +');
    this.run.push(start + (note?.length ?? 0), isBroken ? end - 2 : end);
  }

  private cells(start: number, end: number): void {
    const {source} = this;
    let at = start;
    this.flush();
    while (at < end) {
      const bar = source.indexOf('|', at);
      if (bar < 0 || bar >= end) {
        this.block('cell', at, end);
        return;
      }
      // What stands before a bar may be the specification of its cell: `2+^.>s|`.
      const before = source.slice(Math.max(at, bar - 12), bar);
      const found = /[\d.*+<^>]{0,10}[adehlms]?$/.exec(before)?.[0] ?? '';
      const isOne = /[*+<^>]/.test(found) || (at === start && found.length === bar - at);
      const to = isOne ? bar - found.length : bar;
      if (to > at) this.block('cell', at, to);
      this.keep(source.slice(to, bar + 1));
      at = bar + 1;
    }
  }

  private block(kind: BlockKind, start: number, end: number): void {
    this.flush();
    this.builder.open(kind);
    this.inline.write([start, end]);
    this.builder.close();
  }

  private flush(): void {
    const {run} = this;
    if (run.length === 0) return;
    this.run = [];
    this.builder.open(this.quoted > 0 && this.kind === 'paragraph' ? 'quote' : this.kind);
    this.inline.write(run);
    this.builder.close();
    this.kind = 'paragraph';
  }

  private keep(line: string): void {
    this.markup.push(line);
  }
}

const escapeProse = (prose: string): string => prose.replace(/[*_`#{<\\]/g, (mark) => `\\${mark}`);
