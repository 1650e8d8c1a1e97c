import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  applyBaseline,
  applyBaselineTo,
  type Baseline,
  baselineSize,
  createBaseline,
  formatBaseline,
  parseBaseline,
  pruneBaseline,
  updateBaseline,
} from '../../src/engine/baseline.js';
import {subject} from './subject.js';

const path = 'a.txt';
const empty: Baseline = {files: new Map()};
const shown = (source: string, baseline: Baseline): string[] =>
  applyBaselineTo(subject(path, source), baseline).findings.map(
    (finding) => `${finding.line}:${finding.text}`,
  );
const baselineOf = (source: string): Baseline => createBaseline([subject(path, source)]);

describe('applyBaseline', () => {
  const old = 'It is bad here.\n\nIt is worse  there.\n';

  it('hides what it knows and says how many', () => {
    const result = applyBaselineTo(subject(path, old), baselineOf(old));
    expect(result).toMatchObject({findings: [], hidden: 3});
    expect(result.suppressed).toHaveLength(3);
  });

  it('scores what is left', () => {
    const result = applyBaselineTo(subject(path, `${old}New and bad.\n`), baselineOf(old));
    expect(result.score).toMatchObject({
      penalty: 1,
      words: subject(path, `${old}New and bad.\n`).score.words,
    });
  });

  it('shows a new finding though another was fixed', () => {
    expect(shown('It is good here.\n\nIt is worse  there. And bad too.\n', baselineOf(old))).toEqual([
      '3:bad',
    ]);
  });

  it('shows as many of those that are alike as there are more of them', () => {
    expect(shown('a bad b\n\na bad b\n\na bad b\n', baselineOf('a bad b\n'))).toEqual(['3:bad', '5:bad']);
  });

  it('knows nothing of other files or other rules', () => {
    const [result] = applyBaseline([subject('b.txt', old)], baselineOf(old));
    expect(result).toMatchObject({hidden: 0});
    expect(result?.findings).toHaveLength(3);
    const known = baselineOf(old).files.get(path);
    const other: Baseline = {
      files: new Map([[path, new Map([['test/other', known?.get('test/words') ?? new Map()]])]]),
    };
    expect(shown(old, other)).toHaveLength(3);
  });

  it('takes files whose names are names of object members', () => {
    const text = formatBaseline(createBaseline([subject('__proto__', old), subject('constructor', old)]));
    const [a, b, c] = applyBaseline(
      [subject('__proto__', old), subject('constructor', old), subject('toString', old)],
      parseBaseline(text),
    );
    expect([a?.hidden, b?.hidden, c?.hidden]).toEqual([3, 3, 0]);
  });
});

/** Paragraphs without a finding, and paragraphs with one or more. */
const cleanParagraph = fc.constantFrom('All is well.', 'Nothing to see', 'One more line\nand its second.');
const word = fc.constantFrom('bad', 'worse', 'it', 'was', 'so', 'then', ',', '  ');
const paragraph = fc.array(word, {minLength: 1, maxLength: 8}).map((words) => words.join(' '));
const article = fc.array(paragraph, {minLength: 1, maxLength: 6});

describe('a baseline under editing', () => {
  it('hides everything still there when paragraphs are put in, whatever their place', () => {
    fc.assert(
      fc.property(article, fc.array(fc.tuple(fc.nat(), cleanParagraph)), (paragraphs, added) => {
        const baseline = baselineOf(paragraphs.join('\n\n'));
        const edited = [...paragraphs];
        for (const [at, text] of added) edited.splice(at % (edited.length + 1), 0, text);
        expect(shown(edited.join('\n\n'), baseline)).toEqual([]);
      }),
    );
  });

  it('hides everything still there when paragraphs are taken out or moved', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), (paragraphs, out, from) => {
        const baseline = baselineOf(paragraphs.join('\n\n'));
        const edited = [...paragraphs];
        edited.splice(out % edited.length, 1);
        const [moved] = edited.splice(from % Math.max(1, edited.length), 1);
        if (moved !== undefined) edited.unshift(moved);
        expect(shown(edited.join('\n\n'), baseline)).toEqual([]);
      }),
    );
  });

  it('shows each new finding exactly, though as many old ones were fixed', () => {
    const fresh = fc.array(fc.constantFrom('Rain fell, bad luck.', 'Worse was worse news', 'Two  spaces'), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(article, fresh, (paragraphs, added) => {
        const baseline = baselineOf(paragraphs.join('\n\n'));
        const mended = paragraphs.map((text) => text.replace(/bad|worse/g, 'good').replace(/ {2,}/g, ' '));
        const now = [...added, ...mended].join('\n\n');
        expect(shown(now, baseline)).toEqual(shown(now, empty));
      }),
    );
  });
});

describe('updateBaseline', () => {
  it('makes the linted files anew and keeps the others', () => {
    const old = createBaseline([subject('a.txt', 'bad'), subject('b.txt', 'worse'), subject('c.txt', 'bad')]);
    const failed = {...subject('c.txt', ''), error: 'gone'};
    const next = updateBaseline([subject('a.txt', 'fine'), subject('d.txt', 'so bad'), failed], old);
    expect([...next.files.keys()].sort()).toEqual(['b.txt', 'c.txt', 'd.txt']);
    expect(next.files.get('b.txt')).toEqual(old.files.get('b.txt'));
  });
});

describe('pruneBaseline', () => {
  it('drops what is fixed, keeps what is not, and adds nothing', () => {
    const old = createBaseline([
      subject('a.txt', 'a bad b\n\na bad b\n\nx worse y'),
      subject('b.txt', 'worse'),
      subject('c.txt', 'bad'),
    ]);
    const now = [subject('a.txt', 'a bad b\n\nnew and bad')];
    const pruned = pruneBaseline(now, old, (file) => file === 'b.txt');
    expect(baselineSize(old)).toBe(5);
    expect(baselineSize(pruned)).toBe(2);
    expect([...pruned.files.keys()]).toEqual(['a.txt', 'c.txt']);
    expect(applyBaseline(now, pruned)[0]?.findings.map((finding) => finding.line)).toEqual([3]);
  });

  it('never changes what is shown', () => {
    fc.assert(
      fc.property(article, article, (before, after) => {
        const old = baselineOf(before.join('\n\n'));
        const now = after.join('\n\n');
        expect(shown(now, pruneBaseline([subject(path, now)], old))).toEqual(shown(now, old));
      }),
    );
  });
});

describe('the baseline file', () => {
  it('is sorted, one fingerprint a line', () => {
    const text = formatBaseline(
      createBaseline([subject('b.txt', 'It was bad'), subject('a.txt', 'worse  bad')]),
    );
    expect(text.replace(/[0-9a-f]{16}/g, 'HASH')).toBe(`{
  "version": 1,
  "files": {
    "a.txt": {
      "test/spaces": {
        "HASH": 1
      },
      "test/words": {
        "HASH": 1,
        "HASH": 1
      }
    },
    "b.txt": {
      "test/words": {
        "HASH": 1
      }
    }
  }
}
`);
    expect(formatBaseline(empty)).toBe('{\n  "version": 1,\n  "files": {}\n}\n');
  });

  it('reads back what it wrote, and writes the same text for every order of files', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), {maxLength: 4}), article, (paths, paragraphs) => {
        const subjects = paths.map((name) => subject(name, paragraphs.join('\n')));
        const text = formatBaseline(createBaseline(subjects));
        expect(formatBaseline(parseBaseline(text))).toBe(text);
        expect(formatBaseline(createBaseline([...subjects].reverse()))).toBe(text);
        expect(JSON.parse(text)).toMatchObject({version: 1});
      }),
    );
  });

  it.each([
    ['{', /not JSON/],
    ['[]', /must be an object/],
    ['{"version": 2, "files": {}}', /version 2; this calque reads version 1/],
    ['{"files": {}}', /no version/],
    ['{"version": 1}', /“files” of the baseline must be an object/],
    ['{"version": 1, "files": {"a": {"r/s": {"x": 0}}}}', /must be a count/],
    ['{"version": 1, "files": {"a": []}}', /“a” in the baseline must be an object/],
  ])('refuses %s', (text, message) => {
    expect(() => parseBaseline(text)).toThrow(message);
  });
});
