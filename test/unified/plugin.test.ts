import rehypeParse from 'rehype-parse';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {engine} from 'unified-engine';
import {VFile} from 'vfile';
import {reporter} from 'vfile-reporter';
import {describe, expect, test} from 'vitest';
import calque, {type ArticleRoot} from '../../src/unified/index.js';
import {folder} from '../support/cli.js';

const text = 'A title of the article\n\n[ad_1]\n\nThe mayor “met the council on Monday.\n';
const plain = {config: false} as const;

describe('by itself', () => {
  test('parses, lints and gives the text back as it is', async () => {
    const file = await unified()
      .use(calque, plain)
      .process(new VFile({path: 'a.txt', value: text}));
    expect(String(file)).toBe(text);
    const [marker] = file.messages;
    expect(marker).toMatchObject({
      ruleId: 'residue/ad-marker',
      source: 'calque',
      line: 3,
      column: 1,
      actual: '[ad_1]',
      fatal: true,
      place: {start: {line: 3, column: 1, offset: 24}, end: {line: 3, column: 7, offset: 30}},
    });
    expect(file.data.calque?.findings).toHaveLength(file.messages.length);
    expect(file.data.calque?.score.words).toBeGreaterThan(8);
  });

  test('says what could stand there instead', async () => {
    const file = await unified()
      .use(calque, plain)
      .process('The talks broke down, “the minister told  reporters on on Friday.');
    const expected = file.messages.flatMap((message) => message.expected ?? []);
    expect(expected.length).toBeGreaterThan(0);
    for (const {expected: texts, actual} of file.messages)
      for (const one of texts ?? []) expect(one).not.toBe(actual);
  });

  test('makes a tree of blocks, which are made when looked at', () => {
    const tree = unified()
      .use(calque, plain)
      .parse(new VFile({path: 'a.txt', value: text})) as unknown as ArticleRoot;
    expect(tree.type).toBe('root');
    expect(tree.data.article.source).toBe(text);
    expect(tree.children.map(({type, value, position}) => [type, value, position?.start.line])).toEqual([
      ['title', 'A title of the article', 1],
      ['heading', '[ad_1]', 3],
      ['paragraph', 'The mayor “met the council on Monday.', 5],
    ]);
    expect(tree.children).toBe(tree.children);
  });

  test('reads Markdown and HTML by the extension', async () => {
    const md = await unified()
      .use(calque, plain)
      .process(new VFile({path: 'a.md', value: '# Title\n\n`[ad_1]` is code, and this is not: [ad_1]\n'}));
    expect(
      md.messages.filter(({ruleId}) => ruleId === 'residue/ad-marker').map(({place}) => place),
    ).toMatchObject([{start: {offset: 44}}]);
    const html = await unified()
      .use(calque, plain)
      .process(new VFile({path: 'a.html', value: '<p>A&amp;B</p><p>[ad_1]</p>'}));
    expect(html.messages).toMatchObject([{ruleId: 'residue/ad-marker', place: {start: {offset: 17}}}]);
  });
});

describe('after another parser', () => {
  test('lints the Markdown that remark parsed, in the file’s offsets', async () => {
    const value = '# Title\n\nSome *words* and\n\n[ad_1]\n';
    const processor = unified().use(remarkParse).use(calque, plain);
    const tree = await processor.run(processor.parse(value), new VFile(value));
    expect(tree).toMatchObject({
      type: 'root',
      children: [{type: 'heading'}, {type: 'paragraph'}, {type: 'paragraph'}],
    });
    const file = await processor.process(value);
    expect(file.messages).toMatchObject([
      {ruleId: 'residue/ad-marker', place: {start: {offset: value.indexOf('[ad_1]')}}},
    ]);
  });

  test('lints the HTML that rehype parsed', async () => {
    const value = '<h1>Title</h1><p>Tom &amp; Ann said so.</p>\n<p>[ad_1]</p>';
    const file = await unified().use(rehypeParse).use(calque, plain).process(value);
    expect(file.messages).toMatchObject([
      {ruleId: 'residue/ad-marker', place: {start: {offset: value.indexOf('[ad_1]')}}},
    ]);
  });
});

describe('configuration', () => {
  test('is found from the file, and options count more', async () => {
    const cwd = folder({'.calquerc.yaml': 'rules: {residue/ad-marker: info}\nignore: [draft.txt]\n'});
    const lint = async (name: string, options: object) =>
      (
        await unified()
          .use(calque, {cwd, ...options})
          .process(new VFile({cwd, path: `${cwd}/${name}`, value: '[ad_1]\n\nText that goes on.\n'}))
      ).messages;
    expect(await lint('a.txt', {})).toMatchObject([{ruleId: 'residue/ad-marker', fatal: undefined}]);
    expect(await lint('a.txt', {rules: {'residue/ad-marker': 'error'}})).toMatchObject([{fatal: true}]);
    expect(await lint('a.txt', {preset: 'off', config: false})).toEqual([]);
    expect(await lint('draft.txt', {})).toEqual([]);
  });

  test('a broken one rejects', async () => {
    const cwd = folder({'.calquerc.yaml': 'rules: {residue/ad-markr: info}\n'});
    const run = unified()
      .use(calque, {cwd})
      .process(new VFile({path: `${cwd}/a.txt`, value: 'x'}));
    await expect(run).rejects.toThrow(
      '.calquerc.yaml:1:9: rules: there is no rule “residue/ad-markr” (did you mean “residue/ad-marker”?)',
    );
  });
});

describe('in the tools of others', () => {
  test('vfile-reporter prints the messages', async () => {
    const file = await unified()
      .use(calque, plain)
      .process(new VFile({path: 'a.txt', value: text}));
    const printed = reporter(file, {color: false});
    expect(printed).toContain('a.txt');
    expect(printed).toMatch(/3:1-3:7\s+error .*ad-marker\s+calque/);
  });

  test('unified-engine runs it over files', async () => {
    const cwd = folder({'a.txt': text, 'b.txt': 'All is well in this short text.\n'});
    const processor = unified().use(calque, {...plain, cwd}) as unknown as () => Processor;
    const {code, files} = await new Promise<{code: number | undefined; files: VFile[]}>((resolve, reject) => {
      engine(
        {processor, files: ['.'], extensions: ['txt'], cwd, reporter: () => ''},
        (error, code, context) => (error ? reject(error) : resolve({code, files: context?.files ?? []})),
      );
    });
    expect(code).toBe(1);
    expect(files.map((file) => [file.path, file.messages.length > 0])).toEqual([
      ['a.txt', true],
      ['b.txt', false],
    ]);
  });
});
