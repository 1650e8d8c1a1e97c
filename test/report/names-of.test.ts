import {describe, expect, it} from 'vitest';
import {namesOf} from '../../src/report/names-of.js';
import {fileOf} from './sample-run.js';

const source = 'Ana Kovac came. Kovač, Kovac’s friend, saw Kovacs and Kovac.';
const found = {at: 'Kovač', data: {forms: ['Kovac', 'Kovač'], kind: 'person'}};

describe('namesOf', () => {
  it('finds every place of the spellings that findings tell, as whole words', () => {
    expect(namesOf(fileOf('a.txt', source, [found, {...found, at: 'Kovac'}]))).toEqual([
      {
        name: 'Kovac',
        kind: 'person',
        forms: [
          {text: 'Kovac', places: [4, 23, 54]},
          {text: 'Kovač', places: [16]},
        ],
      },
    ]);
  });

  it('takes the names of the result where it has them, and leaves other data alone', () => {
    expect(namesOf(fileOf('a.txt', source, [found], {names: []}))).toEqual([]);
    expect(
      namesOf(
        fileOf('a.txt', source, [
          {at: 'Ana', data: {forms: 3}},
          {at: 'Ana', data: {forms: ['x']}},
        ]),
      ),
    ).toEqual([]);
  });
});
