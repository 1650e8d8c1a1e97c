import {Transform, type TransformCallback} from 'node:stream';

/** Longest message, in bytes: a document of two million characters, should each of them be escaped. */
const longest = 64 << 20;
/** Longest head of a message; of what is longer, the end is kept, where the next message may begin. */
const longestHead = 8 << 10;

/**
 * Passes on the messages that a client sends, each with a head that says how long it is. A head that does not, or says
 * what cannot be, is passed over, and the next message found by its own: the library behind it would wait for ever for a
 * length that is negative or beyond reason, and the editor never hear of the server again.
 */
export class FramedInput extends Transform {
  private head = '';
  /** Bytes of the message that are still to come. */
  private body = 0;

  /** @param told what is wrong with a head that is passed over */
  constructor(private readonly tell: (reason: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.body === 0) at = this.readHead(chunk, at);
      else {
        const end = Math.min(chunk.length, at + this.body);
        this.push(chunk.subarray(at, end));
        this.body -= end - at;
        at = end;
      }
    }
    done();
  }

  /** Reads on in a head, which may be cut between two chunks; the place in the chunk up to which it was read. */
  private readHead(chunk: Buffer, at: number): number {
    const known = this.head.length;
    const upTo = Math.min(chunk.length, at + longestHead);
    this.head += chunk.toString('latin1', at, upTo);
    const end = this.head.indexOf('\r\n\r\n', Math.max(0, known - 3));
    if (end < 0) {
      if (this.head.length > longestHead) this.head = this.head.slice(-longestHead / 2);
      return upTo;
    }
    this.begin(this.head.slice(0, end));
    this.head = '';
    return at + end + 4 - known;
  }

  private begin(head: string): void {
    // What is left of a message whose length was wrong may stand before it.
    const last = [...head.matchAll(/content-length:/gi)].at(-1);
    const said =
      last &&
      /[^\r\n]*/
        .exec(head.slice(last.index + last[0].length))?.[0]
        .trim()
        .slice(0, 30);
    const length = said !== undefined && /^\d{1,15}$/.test(said) ? Number(said) : Number.NaN;
    if (length <= longest) {
      this.body = length;
      this.push(`Content-Length: ${length}\r\n\r\n`);
    } else if (said === undefined) this.tell('a message does not say how long it is');
    else this.tell(`a message says that it is “${said}” bytes long`);
  }
}
