/** Articles are spread over so many buckets. */
export const bucketCount = 256;
/** A hash in a bucket is below that. */
export const hashesInBucket = 2 ** 29;

/** Bucket and hash of an article's id, 37 bits together: two of a million articles are taken for one with even chances. */
export interface ArticleHash {
  readonly bucket: number;
  readonly hash: number;
}

/** FNV-1a with two bases over UTF-16 units, each mixed as in MurmurHash3. */
export function articleHash(id: string): ArticleHash {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return {bucket: mixed(b) & (bucketCount - 1), hash: mixed(a) >>> 3};
}

function mixed(hash: number): number {
  let x = hash ^ (hash >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
