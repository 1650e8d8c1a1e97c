import fc from 'fast-check';
import {expect, test} from 'vitest';
import {HashSet} from '../../src/text/hash-set.js';

test('property: holds what was added, and nothing else', () => {
  const hash = fc.integer({min: 0, max: 0xffffffff});
  fc.assert(
    fc.property(fc.array(hash, {maxLength: 60}), fc.array(hash, {maxLength: 60}), (added, others) => {
      const set = new HashSet(added.length);
      for (const one of added) set.add(one);
      for (const one of [...added, ...others, 0]) expect(set.has(one)).toBe(added.includes(one));
    }),
  );
});
