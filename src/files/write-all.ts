import fs from 'node:fs';

/** Writes all of some bytes where the file stands: the system may take only a part at a time. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(descriptor, bytes, done);
}
