import {expect, test} from 'vitest';
import {parseRecord, RecordError} from '../../src/stream/records.js';

const parse = (record: object) => parseRecord(new TextEncoder().encode(JSON.stringify(record)));

test('a record may carry its source and segments', () => {
  expect(parse({text: 'abc', source: 'абв', segments: [[0, 3, 0, 3]]})).toMatchObject({
    source: 'абв',
    segments: [[0, 3, 0, 3]],
  });
  expect(parse({text: 'abc', source: null})).not.toHaveProperty('source');
});

test.each([
  [{text: 'a', source: 5}, 'must be a string'],
  [{text: 'a', source: 'b', segments: 'x'}, 'must be a list'],
  [{text: 'a', source: 'b', segments: [[0, 1, 0, 2]]}, 'segments[0]'],
  [{text: 'a', source: 'b', segments: [[1, 0, 0, 1]]}, 'segments[0]'],
  [{text: 'a', source: 'b', segments: [[0, 1, 0]]}, 'segments[0]'],
])('%j is refused', (record, message) => {
  expect(() => parse(record)).toThrow(RecordError);
  expect(() => parse(record)).toThrow(message);
});
