import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {describe, expect, test} from 'vitest';
import {DocumentRefused, readDocument} from '../../src/article/documents/read-document.js';
import {type Remark, reviewDocx} from '../../src/article/documents/review-docx.js';
import {scanXml} from '../../src/article/xml/scan-xml.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';

function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const members = {
    '[Content_Types].xml': types,
    'word/document.xml': `<w:document ${w}><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, strToU8(text)])));
}

const p = (text: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const blocksOf = (bytes: Uint8Array): string[] => {
  const {text, read} = readDocument(bytes);
  return read(text).blocks.map(({kind, start, end}) => `${kind}: ${text.slice(start, end)}`);
};

describe('a Word document', () => {
  test('is its text with all changes accepted, a line a paragraph', () => {
    const body = [
      p('The mill', 'Heading1'),
      '<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>was</w:delText></w:r></w:del><w:ins><w:r><w:t>is</w:t></w:r></w:ins><w:r><w:tab/><w:t>old &amp; grey.</w:t></w:r></w:p>',
      '<w:p/>',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>',
      `<w:tbl><w:tr><w:tc>${p('A cell')}</w:tc></w:tr></w:tbl>`,
      '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>A point</w:t></w:r></w:p>',
      '<w:p><w:r><w:t>One</w:t><w:br/><w:t>two.</w:t></w:r></w:p>',
    ].join('');
    expect(blocksOf(docx(body))).toEqual([
      'title: The mill',
      'paragraph: It is\told & grey.',
      'paragraph: 7',
      'cell: A cell',
      'list-item: A point',
      'paragraph: One\ntwo.',
    ]);
    expect(readDocument(docx(body)).text.split('\n')[4]).toBe('A cell');
  });

  test('styles are what the ones they are based on are, and notes follow the text', () => {
    const styles = `<w:styles ${w}><w:style w:styleId="a1"><w:name w:val="House head"/><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:name w:val="heading 2"/></w:style></w:styles>`;
    const notes = `<w:footnotes ${w}><w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote>${p('A note.')}</w:footnote></w:footnotes>`;
    const bytes = docx(p('Text first.') + p('Head', 'a1'), {
      'word/styles.xml': styles,
      'word/footnotes.xml': notes,
    });
    expect(blocksOf(bytes)).toEqual(['paragraph: Text first.', 'heading: Head', 'paragraph: A note.']);
  });

  test('what is written in a text box is a paragraph of its own', () => {
    const box = `<w:p><w:r><w:t>Before</w:t></w:r><w:r><w:drawing><w:txbxContent>${p('In the box.')}</w:txbxContent></w:drawing></w:r><w:r><w:t> after.</w:t></w:r></w:p>`;
    expect(readDocument(docx(box)).text).toBe('Before\nIn the box.\n after.\n');
  });
});

describe('a review', () => {
  const who = {name: 'calque', initials: 'cq', date: '2024-01-02T03:04:05Z'};
  const remark = (start: number, end: number, text?: string, weight = 1): Remark => ({
    start,
    end,
    comment: ['A <remark>'],
    edits: text === undefined ? [] : [{start, end, text}],
    weight,
  });
  const reviewed = (body: string, remarks: Remark[], more: Record<string, string> = {}) => {
    const result = reviewDocx(docx(body, more), remarks, who);
    const members = unzipSync(result.bytes);
    const text = (name: string): string => strFromU8(members[name] as Uint8Array);
    for (const name of Object.keys(members)) if (name.endsWith('.xml')) scanXml(text(name), {});
    return {...result, xml: text('word/document.xml'), text};
  };

  test('puts a comment around its words and the change inside, with the look of the run', () => {
    const {xml, text, comments, changes, bytes} = reviewed(p('In Alba now.'), [remark(3, 7, 'Elba')]);
    expect([comments, changes]).toEqual([1, 1]);
    const look = '<w:r><w:rPr><w:b/></w:rPr>';
    expect(xml).toContain(
      `${look}<w:t xml:space="preserve">In </w:t></w:r><w:commentRangeStart w:id="0"/>` +
        `<w:del w:id="1" w:author="calque" w:date="2024-01-02T03:04:05Z">${look}<w:delText xml:space="preserve">Alba</w:delText></w:r></w:del>` +
        `<w:ins w:id="2" w:author="calque" w:date="2024-01-02T03:04:05Z">${look}<w:t xml:space="preserve">Elba</w:t></w:r></w:ins>` +
        `<w:commentRangeEnd w:id="0"/>`,
    );
    expect(text('word/comments.xml')).toContain('A &lt;remark&gt;');
    expect(text('[Content_Types].xml')).toContain('/word/comments.xml');
    expect(readDocument(bytes).text).toBe('In Elba now.\n');
  });

  test('a change over several runs, an insertion and a deletion are read as the changed text', () => {
    const body =
      '<w:p><w:r><w:t>The bri</w:t></w:r><w:hyperlink><w:r><w:t>dge ,is</w:t></w:r></w:hyperlink><w:r><w:t> old</w:t></w:r></w:p>';
    const {bytes, changes} = reviewed(body, [remark(4, 10, 'mill'), remark(11, 12, ''), remark(18, 18, '.')]);
    expect(changes).toBe(3);
    expect(readDocument(bytes).text).toBe('The mill is old.\n');
  });

  test('of two changes that meet the weightier is made, and a field is commented alone', () => {
    const body = `${p('one two three')}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>four</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const {bytes, comments, changes} = reviewed(body, [
      remark(0, 13, ''),
      remark(4, 7, '2', 12),
      remark(14, 18, '4'),
    ]);
    expect([comments, changes]).toEqual([3, 1]);
    expect(readDocument(bytes).text).toBe('one 2 three\nfour\n');
  });

  test('comments that are there are kept, and what has no place is counted', () => {
    const {text, unplaced} = reviewed(p('In Alba now.'), [remark(3, 7), remark(90, 95)], {
      'word/comments.xml': `<w:comments ${w}><w:comment w:id="4"><w:p/></w:comment></w:comments>`,
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://x/relationships/comments" Target="comments.xml"/></Relationships>',
    });
    expect(unplaced).toBe(1);
    expect(text('word/comments.xml')).toMatch(/<w:comment w:id="4">.*<w:comment w:id="5"/);
  });
});

test('an OpenDocument text is read by its styles, with its spaces', () => {
  const xml =
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="t" xmlns:style="s"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p text:style-name="P1">The mill</text:p><text:h>Head</text:h><text:p>It <text:span>is</text:span>\n  old<text:s text:c="2"/>now.<office:annotation><text:p>remark</text:p></office:annotation></text:p><text:list><text:list-item><text:p>A point</text:p></text:list-item></text:list></office:text></office:body></office:document-content>';
  const bytes = zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), {level: 0}],
    'content.xml': strToU8(xml),
  });
  expect(blocksOf(bytes)).toEqual([
    'title: The mill',
    'heading: Head',
    'paragraph: It is old  now.',
    'list-item: A point',
  ]);
});

test('an EPUB book is the pages of its spine, without its contents', () => {
  const bytes = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>',
    ),
    'O/b.opf': strToU8(
      '<package><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="t/a%20b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/></spine></package>',
    ),
    'O/nav.xhtml': strToU8('<p>Contents</p>'),
    'O/t/a b.xhtml': strToU8('<html><body><h1>One</h1><p>It <em>is</em> old &amp; grey.</p></body></html>'),
  });
  expect(blocksOf(bytes)).toEqual(['title: One', 'paragraph: It is old & grey.']);
});

describe('is refused:', () => {
  const refusal = (bytes: Uint8Array): string => {
    try {
      readDocument(bytes);
    } catch (error) {
      if (error instanceof DocumentRefused) return error.message;
      throw error;
    }
    return '';
  };

  test('a member that unpacks to more than any text', () => {
    const zeros = zipSync({'word/document.xml': new Uint8Array(65 * 1024 * 1024)});
    expect(refusal(zeros)).toContain('unpacks to more than');
  });

  test('a member that says it is small and is not', () => {
    const bytes = zipSync({'word/document.xml': new Uint8Array(5_000_000)});
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      const sign = view.getUint32(at, true);
      if (sign === 0x02014b50) view.setUint32(at + 24, 100, true);
      if (sign === 0x04034b50) view.setUint32(at + 22, 100, true);
    }
    expect(refusal(bytes)).toMatch(/is damaged|cannot be read/);
  });

  test('declared entities, depth without end, and what is no XML', () => {
    expect(
      refusal(
        docx('', {'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
      ),
    ).toContain('declares entities');
    expect(refusal(docx('<w:p>'.repeat(600)))).toContain('deep');
    expect(refusal(docx('<w:p>'))).toContain('word/document.xml');
  });

  test('an archive that is cut off, and one without a text', () => {
    expect(refusal(docx(p('Text.')).slice(0, 300))).toContain('is damaged');
    expect(refusal(zipSync({'a.txt': strToU8('a')}))).toContain('is missing');
  });
});
