import {Transform, type TransformCallback} from 'node:stream';

/** Longest message, in bytes: a document of two million characters, should each of them be escaped. */
const longest = 64 << 20;
/** Longest head of a message. */
const longestHead = 8 << 10;

/**
 * Passes on what a client sends, as long as each message says how long it is. The library behind it waits for ever when a
 * length is negative or beyond reason, and the editor would never hear of the server again.
 */
export class FramedInput extends Transform {
  private head = '';
  /** Bytes of the message that are still to come. */
  private body = 0;

  /** @param refuse is told what is wrong; what follows cannot be read */
  constructor(private readonly refuse: (reason: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const reason = this.follow(chunk);
    if (reason !== undefined) this.refuse(reason);
    done(null, reason === undefined ? chunk : undefined);
  }

  /** What is wrong with what has come so far, if anything. */
  private follow(chunk: Buffer): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      if (this.body > 0) {
        const part = Math.min(this.body, chunk.length - at);
        this.body -= part;
        at += part;
        continue;
      }
      // The end of a head may be cut between two chunks.
      const known = this.head.length;
      this.head += chunk.toString('latin1', at, Math.min(chunk.length, at + longestHead + 4));
      const end = this.head.indexOf('\r\n\r\n', Math.max(0, known - 3));
      if (end < 0) return this.head.length > longestHead ? 'a message has no head that ends' : undefined;
      at += end + 4 - known;
      const length = /^content-length:[ \t]*(.*?)[ \t]*$/im.exec(this.head.slice(0, end))?.[1];
      this.head = '';
      if (length === undefined) return 'a message does not say how long it is';
      if (!/^\d{1,15}$/.test(length) || Number(length) > longest)
        return `a message says that it is ${length.slice(0, 30)} bytes long`;
      this.body = Number(length);
    }
    return undefined;
  }
}
