import fs from 'node:fs';
import fc from 'fast-check';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFromMarkdown} from 'mdast-util-gfm';
import {gfm} from 'micromark-extension-gfm';
import {SaxesParser} from 'saxes';
import {describe, expect, it} from 'vitest';
import {loadReporter, reporterNames} from '../../src/report/index.js';
import type {Run} from '../../src/report/report.js';
import {fileOf, findingIn, runOf} from './sample-run.js';

const options = {color: false, width: 80, quiet: false, suppressed: true};
const report = async (name: string, run: Run): Promise<string> =>
  (await loadReporter(name)).report(run, options);

/** A run in which a text of an article stands in every place that an article, a path or a rule can fill. */
function hostileRun(text: string, path = text): Run {
  const source = `${text} and ${text}`;
  const start = text.length + 5;
  const sketch = {
    at: [0, text.length] as const,
    message: text,
    fix: {edits: [{start: 0, end: text.length, text}]},
    suggestions: [{message: text, edits: [{start, end: start + text.length, text}]}],
    related: [{message: text, start, end: start + text.length, line: 1, column: 1}],
    data: {[text]: text},
  };
  return runOf(
    fileOf(path, source, [sketch], {
      suppressed: [
        {
          ...findingIn(source, sketch),
          suppression: {kind: 'directive', justification: text, line: 1},
        },
      ],
    }),
    fileOf(`${path}2`, '', [], {error: text}),
  );
}

/** What GitHub's runner takes for a command: `::name …::` at the start of a line, or the older `##[name …]` anywhere. */
function commandsIn(log: string): string[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const found = /^\s*::([^:]*?)(?: [^:]*)?::/.exec(line) ?? /##\[([^\]]*)\]/.exec(line);
    return found ? [found[1] as string] : [];
  });
}

const forLogs = ['stylish', 'compact'] as const;
const injections = [
  '::add-mask::secret',
  '  ::stop-commands::x',
  '\n::set-output name=x::y',
  '\r::error::x',
  '\r\n::error::x',
  '##[add-mask]x',
  '##vso[task.setvariable variable=x]y',
  '%0A::error::x',
  ',line=9,title=x::',
];

describe('workflow commands', () => {
  it.each(injections)('%j: the formats for logs print none', async (text) => {
    for (const name of forLogs) {
      const out = await report(name, hostileRun(text));
      expect(commandsIn(out)).toEqual([]);
      expect(out).not.toMatch(/##\w*\[/);
    }
  });

  it.each(injections)('%j: the format github prints its own alone, with the message whole', async (text) => {
    const out = await report('github', hostileRun(text));
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(commandsIn(out)).toEqual(['error', 'warning']);
    for (const line of lines) {
      const [, properties = '', message] = /^::\w+ ([^:]*)::(.*)$/.exec(line) ?? [];
      expect(properties.split(',').map((pair) => pair.split('=')[0])).toSatisfy((keys: string[]) =>
        keys.every((key) => ['file', 'line', 'endLine', 'col', 'endColumn', 'title'].includes(key)),
      );
      expect(message).not.toMatch(/%(?!25|0D|0A)/);
    }
  });
});

describe('terminals', () => {
  it('get no control character of an article, a path or a message', async () => {
    const controls = fc.string({
      unit: fc.constantFrom(
        'a',
        '\u001b[2J',
        '\u001b]0;x\u0007',
        '\u009b31m',
        '\r',
        '\n',
        '\b',
        '\u007f',
        '\u202e',
        '\u2066',
        '\u2028',
        '\u0000',
      ),
    });
    await fc.assert(
      fc.asyncProperty(controls, async (text) => {
        for (const name of forLogs) {
          expect(await report(name, hostileRun(text))).not.toMatch(
            /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/,
          );
        }
      }),
    );
  });
});

describe('XML', () => {
  it('is well-formed whatever the text, and gives it back where XML can hold it', async () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        'a',
        '<',
        '>',
        '&',
        '"',
        "'",
        ']]>',
        '\u0000',
        '\u0008',
        '\u001b',
        '\n',
        '\t',
        '\ufffe',
        '\uffff',
        '\ud800',
        '\udc00',
        '👩',
        '\u0085',
        '\u2028',
      ),
    });
    await fc.assert(
      fc.asyncProperty(odd, async (text) => {
        for (const name of ['junit', 'checkstyle']) {
          const messages: string[] = [];
          const parser = new SaxesParser();
          parser.on('error', (error) => {
            throw error;
          });
          parser.on('opentag', (tag) => {
            const {message} = tag.attributes as Record<string, string>;
            if (message !== undefined) messages.push(message);
          });
          parser.write(await report(name, hostileRun(text, 'a.txt'))).close();
          expect(messages).toHaveLength(2);
          if (!/[\u0000-\u0008\u001b\ufffe\uffff\ud800-\udfff]/u.test(text))
            expect(messages).toEqual([text, text]);
        }
      }),
    );
  });
});

describe('JSON formats', () => {
  it('stay JSON', async () => {
    for (const text of [...injections, '\u2028</script>', '\ud800', '__proto__']) {
      for (const name of ['json', 'sarif', 'gitlab', 'rdjson']) {
        expect(JSON.parse(await report(name, hostileRun(text)))).toBeTypeOf('object');
      }
      for (const line of (await report('jsonl', hostileRun(text))).trimEnd().split('\n'))
        expect(JSON.parse(line)).toBeTypeOf('object');
    }
  });
});

describe('Markdown', () => {
  const bait = [
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](https://example.org/x.png)',
    '| a | b |',
    '`code` **bold** _em_ ~~del~~',
    'a\n\n# heading\n\n- list',
    'https://example.org www.example.org someone@example.org',
    '@everyone #1 GH-1',
    '&lt;b&gt; &#64;x &amp;',
    '$x$ <!-- -->',
  ];

  it.each(bait)('shows %j as itself', async (text) => {
    const out = await report('markdown', hostileRun(text, text.replace(/\n/g, ' ')));
    const tree = fromMarkdown(out, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]});
    const kinds = new Set<string>();
    let shown = '';
    const walk = (node: {type: string; value?: string; children?: unknown[]}): void => {
      if (node.type === 'html' && node.value === '<br>') shown += '\n';
      else kinds.add(node.type);
      if (node.type === 'text') shown += node.value ?? '';
      for (const child of node.children ?? []) walk(child as typeof node);
    };
    walk(tree as Parameters<typeof walk>[0]);
    expect(
      [...kinds].filter(
        (kind) => !['root', 'heading', 'paragraph', 'text', 'table', 'tableRow', 'tableCell'].includes(kind),
      ),
    ).toEqual([]);
    expect(shown).not.toMatch(/@\w|#\d/);
    expect(shown.replaceAll('\u200b', '')).toContain(text.replaceAll('\n', '␊'));
  });
});

describe('all formats', () => {
  it('are covered here or have a test of their own', () => {
    const source = fs.readFileSync(new URL(import.meta.url), 'utf8');
    const elsewhere = ['html'];
    for (const name of reporterNames)
      expect(elsewhere.includes(name) || source.includes(`'${name}'`)).toBe(true);
  });
});
