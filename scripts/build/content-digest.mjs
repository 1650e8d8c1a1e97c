// What a build is made of, as one number: results that an earlier build left in a cache are not those of another one.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * A digest of the names and contents of files. Neither their order nor where the tree lies counts, so the same files
 * give the same digest on another machine.
 *
 * @param {string} root
 * @param {Iterable<string>} files relative to `root`
 */
export function contentDigest(root, files) {
  const sum = crypto.createHash('sha256');
  for (const file of [...new Set(files)].sort()) {
    const content = crypto
      .createHash('sha256')
      .update(fs.readFileSync(path.join(root, file)))
      .digest();
    sum.update(`${file.replaceAll('\\', '/')}\0`).update(content);
  }
  return sum.digest('hex').slice(0, 16);
}
