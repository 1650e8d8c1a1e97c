import {type UnzipFileInfo, unzipSync} from 'fflate';
import {XmlError} from '../xml/scan-xml.js';

/** An archive is refused; the message ends a sentence that begins with the file. */
export class DocumentRefused extends Error {
  override readonly name = 'DocumentRefused';
}

/** No text of people has as much; pictures, fonts and films are not unpacked to be read. */
const mostOfMember = 64 * 1024 * 1024;
const mostOfAll = 512 * 1024 * 1024;
const mostMembers = 20_000;

/** The members of a document, unpacked as they are asked for. */
export class Archive {
  private taken = 0;
  private readonly ready = new Map<string, Uint8Array>();

  /**
   * @param bytes of a ZIP archive
   * @throws DocumentRefused for what is none, and for one that is built to be too much
   */
  constructor(private readonly bytes: Uint8Array) {
    let members = 0;
    this.unzip(() => {
      if (++members > mostMembers) throw new DocumentRefused(`holds more than ${mostMembers} files`);
      return false;
    });
    if (members === 0) throw new DocumentRefused('is damaged: no file is in it');
  }

  /** Bytes of one member; undefined where there is none. */
  bytesOf(name: string): Uint8Array | undefined {
    return this.ready.get(name) ?? this.take(new Set([name])).get(name);
  }

  /** Unpacks members that will be asked for, in one walk through the archive instead of one for each. */
  prepare(names: ReadonlySet<string>): void {
    for (const [name, bytes] of this.take(names)) this.ready.set(name, bytes);
  }

  /** The XML or text of one member, which is UTF-8, or UTF-16 with its mark; undefined where there is none. */
  textOf(name: string): string | undefined {
    const bytes = this.bytesOf(name);
    if (!bytes) return undefined;
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const encoding = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
    try {
      return new TextDecoder(encoding, {fatal: true}).decode(bytes);
    } catch {
      throw new DocumentRefused(`is damaged: ${name} is no valid ${encoding.toUpperCase()}`);
    }
  }

  /** All members, for a copy of the document. */
  all(): Record<string, Uint8Array> {
    this.taken = 0;
    return this.unzip((file) => {
      this.taken += file.originalSize;
      if (this.taken > mostOfAll) throw new DocumentRefused(`unpacks to more than ${mostOfAll} bytes`);
      return true;
    });
  }

  private take(names: ReadonlySet<string>): ReadonlyMap<string, Uint8Array> {
    const claimed = new Map<string, number>();
    const found = this.unzip((file) => {
      if (!names.has(file.name)) return false;
      claimed.set(file.name, file.originalSize);
      this.weigh(file);
      return true;
    });
    for (const [name, bytes] of Object.entries(found))
      if (bytes.length > (claimed.get(name) ?? 0))
        throw new DocumentRefused(`is damaged: the size of ${name} is wrong`);
    return new Map(Object.entries(found));
  }

  private weigh({name, originalSize}: UnzipFileInfo): void {
    this.taken += originalSize;
    if (originalSize > mostOfMember || this.taken > 2 * mostOfMember)
      throw new DocumentRefused(`unpacks to more than ${mostOfMember} bytes in ${name}, and is not read`);
  }

  private unzip(filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
    try {
      return unzipSync(this.bytes, {filter});
    } catch (error) {
      if (error instanceof DocumentRefused) throw error;
      throw new DocumentRefused(`is damaged: ${(error as Error).message}`);
    }
  }
}

/** What went wrong with XML in a member, as a refusal of the document. */
export function refusing<T>(member: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new DocumentRefused(`cannot be read: in ${member}, ${error.message}`);
  }
}

/** The path of a member that another refers to. */
export function resolveMember(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
