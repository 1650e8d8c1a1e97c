import {expect, test} from 'vitest';
import dashes from '../../rules/punctuation/dashes.js';
import dialogue from '../../rules/punctuation/dialogue-dash.js';
import {lint} from '../support/lint.js';

const said = async (text: string): Promise<string[]> =>
  (await lint(text, {rules: [dialogue, dashes]})).map((f) => `${f.rule.slice(12)} ${f.start}`);

test('a line of dialogue is told once, not dash by dash', async () => {
  expect(await said('Rain fell.\n\n— We will go, — said the mayor. — Now.\n\nThey went.')).toEqual([
    'dialogue-dash 12',
  ]);
});

test('speech without a dash before it stays with the rule of dashes', async () => {
  expect(await said('We will go, — said the mayor. It rained.')).toEqual(['dashes 12']);
});

test.each([
  '— Ann Lee\n\n— Tom Brook, writer.\n\nThey met.',
  '- Buy milk.\n\n- Sell the ferry.\n\n- Mend the road, the ministry said.',
  '- Who pays?\n\n- Who decides?\n\n- Who knows?',
  '-5 degrees, — said the mayor.',
  '– The plan – announced to great applause – is dead.',
  '— “We go,” — said the mayor.',
])('left alone: %s', async (text) => {
  expect((await said(text)).filter((f) => f.startsWith('dialogue'))).toEqual([]);
});
