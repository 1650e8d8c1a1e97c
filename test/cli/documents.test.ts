import fs from 'node:fs';
import path from 'node:path';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = Buffer.from(
  zipSync({
    '[Content_Types].xml': strToU8('<Types></Types>'),
    'word/document.xml': strToU8(
      `<w:document ${w}><w:body><w:p><w:r><w:t>The mill , he said, was old and it stood by the river.</w:t></w:r></w:p></w:body></w:document>`,
    ),
  }),
);

test('a Word document is linted, is not written by --fix, and is reviewed', async () => {
  const cwd = folder({'a.docx': docx});
  const linted = await calque(['a.docx', '-f', 'compact', '--fix'], {cwd});
  expect(linted.stdout).toContain('a.docx:1:9: warning: No space stands before “,”');
  expect(linted.stdout).not.toContain('fixable');
  expect(linted.stderr).toContain('calque review a.docx -o reviewed.docx');
  expect(fs.readFileSync(path.join(cwd, 'a.docx'))).toEqual(docx);

  const reviewed = await calque(['review', 'a.docx', '-o', 'b.docx'], {cwd});
  expect(reviewed).toMatchObject({code: 0, stdout: ''});
  expect(reviewed.stderr).toContain('b.docx: one comment, one tracked change'.replace(/one/g, '1'));
  const members = unzipSync(fs.readFileSync(path.join(cwd, 'b.docx')));
  expect(strFromU8(members['word/document.xml'] as Uint8Array)).toContain(
    '<w:delText xml:space="preserve"> </w:delText>',
  );
});

test('what is no Word document is not reviewed, and no document is overwritten by its review', async () => {
  const cwd = folder({'a.txt': 'Fine.\n', 'a.docx': docx});
  expect(await calque(['review', 'a.txt', '-o', 'b.docx'], {cwd})).toMatchObject({code: 2});
  expect((await calque(['review', 'a.docx', '-o', './a.docx'], {cwd})).stderr).toContain('name of its own');
});

test('a file of records: fields can be named, and fixes are written where they stand', async () => {
  const cwd = folder({'a.json': '[{"text":"Fine.","lede":"The mill ,\\u0020he said, was old."}]'});
  expect((await calque(['a.json'], {cwd})).code).toBe(0);
  await calque(['a.json', '--field', 'lede', '--fix'], {cwd});
  expect(fs.readFileSync(path.join(cwd, 'a.json'), 'utf8')).toBe(
    '[{"text":"Fine.","lede":"The mill,\\u0020he said, was old."}]',
  );
});
