import {describe, expect, test} from 'vitest';
import quoteDirection from '../../rules/punctuation/quote-direction.js';
import spacing from '../../rules/punctuation/spacing.js';
import unpaired from '../../rules/punctuation/unpaired.js';
import {readText} from '../../src/article/read-text.js';
import type {Finding} from '../../src/engine/finding.js';
import {fixToConvergence} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';

const linter = linterFor({rules: [quoteDirection, spacing, unpaired]});
const lint = (text: string): readonly Finding[] => linter.lint(readText(text)).findings;
const said = (text: string): string[] =>
  lint(text).map((f) => `${f.rule.slice(12)} ${f.messageId} ${f.text}`);
const fixed = (text: string): string =>
  fixToConvergence(text, {read: readText, lint: (article) => linter.lint(article)}).text;

describe('turned marks', () => {
  test.each([
    [
      '“We won, “the mayor said. “Now we rest,” he added.',
      '“We won,” the mayor said. “Now we rest,” he added.',
    ],
    ['“Who won? “asked Ann Lee.', '“Who won?” asked Ann Lee.'],
    ['“We won, “Mayor Ann Lee said.', '“We won,” Mayor Ann Lee said.'],
    ['They call it the “new way “.', 'They call it the “new way”.'],
    ['They call it the “new way“.', 'They call it the “new way”.'],
    ['He said ”no” and ”never”.', 'He said “no” and “never”.'],
    ['“We won, ”he said.', '“We won,” he said.'],
    ['"We won, "the mayor said.', '"We won," the mayor said.'],
    ['He saw the ship" Orel", then the ship" Sokol".', 'He saw the ship "Orel", then the ship "Sokol".'],
    ['I don‘t know; she doesn”t either.', 'I don’t know; she doesn’t either.'],
  ])('%s', (before, after) => {
    expect(fixed(before)).toBe(after);
    expect(lint(after)).toEqual([]);
  });

  test('no others', () => {
    expect(said('“He told me, “go home,” and so I did,” Ann said.')).toEqual([]);
    expect(said('The “first” and the “second” plan. (“Third.”) — “Fourth”? “Fifth”!')).toEqual([]);
    expect(said('‘We are ‘in’,’ he said. The ‘04 plan’ failed.')).toEqual([]);
  });
});

describe('quotations over several paragraphs', () => {
  test('closed at last, opened again in each or not', () => {
    expect(said('“One.\n\n“Two.\n\nThree,” he said.\n\n“Four,” she said.')).toEqual([]);
  });
  test('never closed', () => {
    expect(said('“One is enough.\n\nThe rest is silence.\n\nHe called it “fine”.')).toEqual([
      'unpaired quote-unclosed “',
    ]);
    expect(said('He said: “One is enough.')).toEqual(['unpaired quote-unclosed “']);
  });
  test('never opened, at a far place', () => {
    const far = Array.from({length: 20}, (_, i) => `Paragraph number ${i} is here.`).join('\n\n');
    expect(said(`“One is enough.\n\n${far}\n\nThe end,” he said.`)).toEqual([
      'unpaired quote-unclosed “',
      'unpaired quote-unopened ”',
    ]);
  });
  test('paragraphs joined: only a speech tag shows that the first part should close', () => {
    expect(said('“One. “Two,” he said.')).toEqual([]);
    expect(said('“One is enough, he said. “Two are better,” he added.')).toEqual([
      'unpaired quote-unclosed “',
    ]);
  });
});

test('10,000 lone marks and brackets take linear work and come out once each', () => {
  expect(lint('” '.repeat(10_000)).length).toBeLessThanOrEqual(10_000);
  expect(lint('“'.repeat(10_000)).length).toBeLessThanOrEqual(10_000);
  expect(lint('('.repeat(10_000)).length).toBe(1);
  expect(lint(`${'('.repeat(50_000)}${']'.repeat(50_000)}`).length).toBe(2);
  expect(lint('( a '.repeat(10_000)).length).toBe(10_000);
});
