import type {LineModel} from '../generated/page-lines.js';
import {readResource} from './resources.js';

/** Read from `page-lines.bin`: the length of a header, the header as JSON, the arrays in the order of {@link LineModel}. */
export function pageLines(): LineModel {
  const bytes = readResource('page-lines.bin');
  if (!bytes)
    throw new Error(
      'the installation is incomplete: dist/resources/page-lines.bin is missing. Install calque anew',
    );
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const {families, lengths} = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as {
    families: string[];
    lengths: number[];
  };
  let end = 4 + length;
  // Copies, each at the start of its buffer, as arrays of integers need it.
  const [keys, pages, voteCounts, votes, classKeys, classes] = lengths.map((size) => {
    end += size;
    return Uint8Array.from(bytes.subarray(end - size, end));
  });
  return {
    families,
    keys: keys!,
    pages: pages!,
    voteCounts: voteCounts!,
    votes: votes!,
    classKeys: classKeys!,
    classes: classes!,
  };
}
