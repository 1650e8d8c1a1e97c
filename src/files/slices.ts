import fs from 'node:fs';

/** A file of which slices are read. */
export interface SlicedFile {
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start`, as many as `length` or as there are. @throws Error of the system */
  read(start: number, length: number): Uint8Array;
}

/**
 * Opens a file to be read by slices; it stays open while the process runs.
 *
 * @throws Error of the system: there is no such file, or it may not be read
 */
export function openSlices(file: string): SlicedFile {
  const descriptor = fs.openSync(file, 'r');
  const {size} = fs.fstatSync(descriptor);
  return {
    size,
    read(start, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - start)));
      let done = 0;
      while (done < bytes.length) {
        const count = fs.readSync(descriptor, bytes, done, bytes.length - done, start + done);
        if (count === 0) break;
        done += count;
      }
      return bytes.subarray(0, done);
    },
  };
}
