// The model of page lines as a file of its own: read when a line asks for it, instead of parsed at every start.
import fs from 'node:fs';
import path from 'node:path';

/** Writes `page-lines.bin`; its form is told in src/config/page-lines-file.ts. */
export function writePageLines(root, outDir) {
  const {model} = JSON.parse(fs.readFileSync(path.join(root, 'models/page-lines.json'), 'utf8'));
  const arrays = ['keys', 'pages', 'voteCounts', 'votes', 'classKeys', 'classes'].map((name) =>
    Buffer.from(model[name], 'base64'),
  );
  const header = Buffer.from(
    JSON.stringify({families: model.families, lengths: arrays.map(({length}) => length)}),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length, 0);
  fs.mkdirSync(outDir, {recursive: true});
  fs.writeFileSync(path.join(outDir, 'page-lines.bin'), Buffer.concat([length, header, ...arrays]));
}
