import {expect, test} from 'vitest';
import {jsonText} from '../../src/report/json-text.js';

test.each([
  ['\ud800', '"\ufffd"'],
  ['\udfff\ud800', '"\ufffd\ufffd"'],
  ['a\ud83d\ude00b', '"a\ud83d\ude00b"'],
  ['\\ud800', '"\\\\ud800"'],
  ['\\\ud800', '"\\\\\ufffd"'],
  ['\\\\ud800', '"\\\\\\\\ud800"'],
  ['\ud7ff\ue000', '"\ud7ff\ue000"'],
])('%j is written so that every reader takes it', (value, text) => {
  expect(jsonText(value)).toBe(text);
  expect((JSON.parse(text) as string).length).toBe(value.length);
});
