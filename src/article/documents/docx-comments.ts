import {strFromU8, strToU8} from 'fflate';
import {escapeMarkup} from '../escape-markup.js';
import {scanXml} from '../xml/scan-xml.js';
import {attributeText, type Reviewer} from './docx-reviewer.js';
import {type Archive, DocumentRefused, refusing, resolveMember} from './open-archive.js';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The member with the comments, which may be there already. */
export class CommentsPart {
  private readonly added: string[] = [];
  private next = 0;
  private readonly name: string;
  private readonly xml: string | undefined;

  constructor(
    archive: Archive,
    private readonly part: string,
    private readonly members: Record<string, Uint8Array>,
    private readonly reviewer: Reviewer,
  ) {
    const relations = archive.textOf(this.relationsName);
    let target: string | undefined;
    if (relations !== undefined)
      refusing(this.relationsName, () =>
        scanXml(relations, {
          open(element) {
            if (element.attribute('Type')?.endsWith('/relationships/comments'))
              target ??= element.attribute('Target');
          },
        }),
      );
    this.name = resolveMember(part, target ?? 'comments.xml');
    this.xml = target === undefined ? undefined : archive.textOf(this.name);
    const {xml} = this;
    if (xml !== undefined)
      refusing(this.name, () =>
        scanXml(xml, {
          open: (element) => {
            if (element.name === 'comment')
              this.next = Math.max(this.next, Number(element.attribute('id')) + 1 || 0);
          },
        }),
      );
  }

  /** The number of a new comment. */
  add(paragraphs: readonly string[]): number {
    const id = this.next++;
    const {name, initials, date} = this.reviewer;
    const content = paragraphs
      .map(
        (text) => `<w:p><w:r><w:t xml:space="preserve">${escapeMarkup(printableXml(text))}</w:t></w:r></w:p>`,
      )
      .join('');
    this.added.push(
      `<w:comment w:id="${id}" w:author="${attributeText(name)}" w:initials="${attributeText(initials)}" w:date="${date}">${content}</w:comment>`,
    );
    return id;
  }

  write(): void {
    const {members, name, xml} = this;
    const added = this.added.join('');
    if (xml !== undefined) {
      const close = xml.lastIndexOf('</');
      const prefix = /<\/(\w+):comments\s*>\s*$/.exec(xml)?.[1];
      const isEmpty = close < 0 || prefix === undefined;
      if (isEmpty || prefix !== 'w')
        throw new DocumentRefused(`has comments that are written in an unusual way (${name})`);
      members[name] = strToU8(xml.slice(0, close) + added + xml.slice(close));
      return;
    }
    members[name] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}">${added}</w:comments>`,
    );
    this.insert(
      this.relationsName,
      '</Relationships>',
      `<Relationship Id="calqueComments" Type="${relationType}" Target="comments.xml"/>`,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    );
    this.insert(
      '[Content_Types].xml',
      '</Types>',
      `<Override PartName="/${name}" ContentType="${contentType}"/>`,
      undefined,
    );
  }

  private get relationsName(): string {
    const slash = this.part.lastIndexOf('/') + 1;
    return `${this.part.slice(0, slash)}_rels/${this.part.slice(slash)}.rels`;
  }

  private insert(member: string, close: string, added: string, otherwise: string | undefined): void {
    const bytes = this.members[member];
    const text = bytes ? strFromU8(bytes) : otherwise;
    const at = text?.lastIndexOf(close) ?? -1;
    if (text === undefined || at < 0) throw new DocumentRefused(`is damaged: ${member} is not as it must be`);
    this.members[member] = strToU8(text.slice(0, at) + added + text.slice(at));
  }
}

/** Without what XML cannot hold. */
const printableXml = (text: string): string => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
